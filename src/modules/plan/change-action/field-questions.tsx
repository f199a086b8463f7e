import type { Child } from '../../../design/index.ts'
import type { FindingField } from '../../reading/index.ts'
import type { ReviewItem } from '../answer-questions/review-item.ts'

/** The hint of a field, with what a careful colleague would ask about what it says; nothing when there is neither. */
export function fieldHint(questions: readonly ReviewItem[], field: FindingField, hint?: string): Child {
  const asked = questions.filter((item) => (item.field ?? 'text') === field)
  if (asked.length === 0) return hint
  return (
    <>
      {hint}
      <ul class="trellis-asked">
        {asked.map(({ message, why }) => (
          <li>
            {message}
            {why && <span class="trellis-asked__why"> {why}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
