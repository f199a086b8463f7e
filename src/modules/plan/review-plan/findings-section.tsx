import { Details, Heading } from '../../../design/index.ts'
import type { Finding } from '../../reading/index.ts'
import type { Action } from '../plan.ts'
import { questionAbout } from './question-words.ts'
import type { ReviewView } from './review-view.ts'

/** The questions of a careful colleague, each with the actions it is asked of. */
export function FindingsSection({ view }: { readonly view: ReviewView }) {
  const actionById = new Map(view.groups.flatMap(({ actions }) => actions).map((action) => [String(action.id), action]))
  return (
    <section class="trellis-questions">
      <Heading level={2} id="findings">
        What a careful colleague would ask
      </Heading>
      <p class="govuk-body">
        {view.findings.length === 0
          ? 'Nothing: every action has a measure, a date and a lead.'
          : 'None of these stops you adopting the plan.'}
      </p>
      {[...view.findingsByCode].map(([code, findings]) => (
        <div id={`asked-${code}`}>
          <Details summary={summaryOf(code, findings)}>
            {findings.length > 1 && <p class="govuk-body">{findings[0]?.message}</p>}
            <ul class="govuk-list">
              {findings.map((finding) => (
                <li>
                  <FindingPlace finding={finding} action={actionById.get(finding.action ?? '')} />
                </li>
              ))}
            </ul>
          </Details>
        </div>
      ))}
    </section>
  )
}

function summaryOf(code: string, findings: readonly Finding[]): string {
  const [first] = findings
  return first && findings.length === 1 ? first.message : `${questionAbout(code)} (${findings.length})`
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
