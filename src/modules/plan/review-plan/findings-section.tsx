import { Details, Heading } from '../../../design/index.ts'
import type { Finding } from '../../reading/index.ts'
import type { Action } from '../plan.ts'
import type { ReviewView } from './review-view.ts'

/** The questions of a careful colleague, each with the actions it is asked of. */
export function FindingsSection({ view }: { readonly view: ReviewView }) {
  const actionById = new Map(view.groups.flatMap(({ actions }) => actions).map((action) => [String(action.id), action]))
  const byCode = [...Map.groupBy(view.findings, ({ code }) => code).values()]
  return (
    <section>
      <Heading level={2} id="findings">
        What a careful colleague would ask
      </Heading>
      {byCode.length === 0 && <p class="govuk-body">Nothing: every action has a measure, a date and a lead.</p>}
      {byCode.map((findings) => (
        <Details summary={`${findings[0]?.message} (${findings.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {findings.map((finding) => (
              <li>
                <FindingPlace finding={finding} action={actionById.get(finding.action ?? '')} />
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </section>
  )
}

function FindingPlace({ finding, action }: { readonly finding: Finding; readonly action: Action | undefined }) {
  const words = finding.words ? `“${finding.words}”` : finding.message
  if (!action) return <>{words}</>
  return (
    <>
      <a href={`#action-${action.id}`}>{action.ref ?? 'Action without a reference'}</a> {words}
    </>
  )
}
