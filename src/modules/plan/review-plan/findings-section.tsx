import { Details, Heading } from '../../../design/index.ts'
import type { Finding } from '../../reading/index.ts'
import type { Action } from '../plan.ts'
import { questionAbout } from './question-words.ts'
import { reviewHref } from './review-href.ts'
import type { ReviewView } from './review-view.ts'

/** Listed under one question; more would bury the page of a very long plan. */
const MOST_PLACES = 200

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
              {findings.slice(0, MOST_PLACES).map((finding) => (
                <li>
                  <FindingPlace view={view} finding={finding} action={actionById.get(finding.action ?? '')} />
                </li>
              ))}
            </ul>
            {findings.length > MOST_PLACES && (
              <p class="govuk-body">And {findings.length - MOST_PLACES} more, each beside its action.</p>
            )}
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

function FindingPlace(props: {
  readonly view: ReviewView
  readonly finding: Finding
  readonly action: Action | undefined
}) {
  const { view, finding, action } = props
  const words = finding.words ? `“${finding.words}”` : finding.message
  if (!action) return <>{words}</>
  return (
    <>
      <a href={reviewHref(view, view.shown.pageByAction.get(action.id) ?? 1, `action-${action.id}`)}>
        {action.ref ?? 'Action without a reference'}
      </a>{' '}
      {words}
    </>
  )
}
