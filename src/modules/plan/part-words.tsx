import { Details } from '../../design/index.ts'
import type { Part } from './plan.ts'

/** What a plan says of one of its parts: who leads it, why it matters, how they will know, what it goes with. Nothing where it says nothing. */
export function PartWords({
  part,
}: {
  readonly part: Pick<Part, 'why' | 'success' | 'points' | 'leadWords' | 'alignedPlans'>
}) {
  return (
    <>
      {part.leadWords && <p class="trellis-detail">Led by {part.leadWords}</p>}
      {part.why && (
        <Details summary="Why this matters">
          <p class="govuk-body">{part.why}</p>
        </Details>
      )}
      {part.points.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {part.points.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
      )}
      {part.success && (
        <Details summary="How they will know">
          <p class="govuk-body">{part.success}</p>
        </Details>
      )}
      {part.alignedPlans.length > 0 && <p class="trellis-detail">Goes with: {part.alignedPlans.join('; ')}</p>}
    </>
  )
}
