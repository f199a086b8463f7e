import { SourceLines } from '../../../design/index.ts'
import { datesInWords, whenInWords } from '../../reading/index.ts'
import type { ReviewItem } from '../answer-questions/review-item.ts'
import type { Action } from '../plan.ts'
import { placeInWords } from './place-in-words.ts'
import { questionAbout } from './question-words.ts'
import type { ReviewView } from './review-view.ts'
import { RowChoices } from './row-choices.tsx'
import { SaidFacts } from './said-facts.tsx'

/** One action as it was read, beside the lines it was read from. */
export function ReadAction({ action, view }: { readonly action: Action; readonly view: ReviewView }) {
  return (
    <li class={view.document ? 'trellis-read trellis-read--beside' : 'trellis-read'} id={`action-${action.id}`}>
      <div class="trellis-read__action">
        <p class="trellis-read__text">
          <strong class="trellis-read__ref">{action.ref ?? '–'}</strong> {action.text}{' '}
          <a href={`/actions/${action.id}/change`} data-key="c">
            Correct<span class="govuk-visually-hidden"> {action.ref ?? action.text}</span>
          </a>
        </p>
        <Facts action={action} />
        <Questions items={view.openByAction.get(action.id) ?? []} view={view} />
      </div>
      <div class="trellis-read__foot">
        <Source action={action} view={view} />
        <RowChoices action={action} view={view} />
      </div>
    </li>
  )
}

function Facts({ action }: { readonly action: Action }) {
  const { timescale, leads } = action
  return (
    <dl class="trellis-read__facts">
      <div>
        <dt>Measure</dt>
        <dd>{action.measure ?? 'None given'}</dd>
      </div>
      <div>
        <dt>When</dt>
        <dd>
          {timescale?.text ?? 'No timescale'}
          {timescale && (
            <span class="trellis-read__understood">
              {' → '}
              {datesInWords(timescale) || whenInWords(timescale)}
            </span>
          )}
          {timescale?.notes.map((note) => (
            <span class="trellis-detail">{note}</span>
          ))}
        </dd>
      </div>
      <div>
        <dt>Leads</dt>
        <dd>
          {leads.length === 0 && 'None given'}
          {leads.map((lead, at) => (
            <>
              {at > 0 && ', '}
              {lead.text} <span class="trellis-read__understood">({lead.kind})</span>
            </>
          ))}
        </dd>
      </div>
      <SaidFacts said={action.said} />
    </dl>
  )
}

function Questions({ items, view }: { readonly items: readonly ReviewItem[]; readonly view: ReviewView }) {
  if (items.length === 0) return null
  return (
    <ul class="trellis-read__questions">
      {items.map(({ key, code, message }) => (
        <li>
          <a href={`/plans/${view.plan.id}/review/questions?at=${key}#q-${key}`}>
            {view.often.has(code) ? questionAbout(code) : message}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Where it stands in the document beside it; without one, the lines it was read from. */
function Source({ action, view }: { readonly action: Action; readonly view: ReviewView }) {
  const { fileName, document } = view
  if (!action.source) return <p class="trellis-detail">Written here</p>
  const { where, text, rows } = action.source
  if (document && rows?.[0] !== undefined) {
    return (
      <p class="trellis-read__place">
        <a href={`#row-${rows[0]}`} data-place>
          {placeInWords(where)}
          <span class="govuk-visually-hidden"> of the document, for {action.ref ?? action.text}</span>
        </a>
      </p>
    )
  }
  const from = where.line ?? where.row ?? 1
  const lines = text.split('\n').map((line, at) => ({ number: from + at, text: line }))
  return <SourceLines label={`From ${fileName ?? 'the document'}`} lines={lines} />
}
