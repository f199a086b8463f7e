import { Details, Heading, History, SourceLines } from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import type { ActionView } from './action-view.ts'

/** What was done to an action, latest first, and the lines of the document it came from. */
export function ActionHistory({ view }: { readonly view: ActionView }) {
  const { source } = view.action
  return (
    <section>
      <Heading level={2}>History</Heading>
      <History
        entries={view.changes.map(({ by, at, what, before, after, reason }) => ({
          who: by,
          when: longMoment(at),
          what,
          detail: (
            <>
              {reason && <p class="govuk-body">Why: {reason}</p>}
              <Difference names={/update/.test(what) ? UPDATE_FIELDS : FIELD_NAMES} before={before} after={after} />
            </>
          ),
        }))}
      />
      {source && (
        <Details summary="The lines of the document it came from">
          <SourceLines
            label="As published"
            lines={source.text
              .split('\n')
              .map((text, at) => ({ number: (source.where.line ?? source.where.row ?? 1) + at, text }))}
          />
        </Details>
      )}
    </section>
  )
}

type DifferenceProps = { readonly names: Names; readonly before: unknown; readonly after: unknown }

/** The fields that a change altered, before and after. */
function Difference({ names, before, after }: DifferenceProps) {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const changed = Object.keys(is).filter((field) => field in was && inWords(was[field]) !== inWords(is[field]))
  if (changed.length === 0) return null
  return (
    <ul class="govuk-list">
      {changed.map((field) => (
        <li>
          {valueAt(names, field) ?? field}: <del>{inWords(was[field])}</del> <ins>{inWords(is[field])}</ins>
        </li>
      ))}
    </ul>
  )
}

type Names = Readonly<Record<string, string>>

const FIELD_NAMES: Names = {
  ref: 'Reference',
  part: 'It stands under',
  text: 'Action',
  measure: 'Measure',
  timescale: 'Timescale',
  leadWords: 'Leads in the plan’s words',
  leads: 'Leads',
  dates: 'Dates',
  narrative: 'Comment in the document',
  ending: 'Ending in the document',
  progressRating: 'Progress rating in the document',
  impactRating: 'Impact rating in the document',
}

const UPDATE_FIELDS: Names = {
  narrative: 'What has happened',
  progress: 'Progress',
  impact: 'Impact',
  whatNext: 'What happens next',
  recovery: 'What will bring it back',
  returnOn: 'Back on track by',
  forecast: 'Expected at the end of the year',
  differsBecause: 'Why it is not what the facts suggest',
  pairBecause: 'How the two ratings go together',
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  return Array.isArray(value) ? value.join(', ') || 'nothing' : String(value)
}
