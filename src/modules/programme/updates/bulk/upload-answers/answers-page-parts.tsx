import { Checkboxes, Detail, Details, Heading, Inset, Table } from '../../../../../design/index.ts'
import { counted } from '../../../../../kernel/counted.ts'
import { longMoment, shortDay } from '../../../../../kernel/day.ts'
import type { RatingKey } from '../../../../reading/index.ts'
import { ratingOf } from '../../../ratings/rating-words.ts'
import { BothTexts } from '../../both-texts.tsx'
import { wordQuestions } from '../../write-update/word-questions.ts'
import { headerOf } from '../answer-columns.ts'
import type { Foretold } from '../foretell.ts'

type RowsProps = {
  readonly title: string
  /** what the second column says */
  readonly why: string
  readonly rows: readonly Foretold[]
  readonly says: string
  readonly folded?: true
}

/** A heading and the rows that one thing happens with; nothing when there is none. */
export function Rows({ title, why, rows, says, folded }: RowsProps) {
  if (rows.length === 0) return null
  const table = (
    <Table
      caption={`${title}: ${counted(rows.length, 'row')}`}
      captionIsHidden
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'action', header: 'Action', width: 'wide' },
        { key: 'due', header: 'Due' },
        { key: 'why', header: why, width: 'wide' },
        { key: 'line', header: 'Line', align: 'end' },
      ]}
      rows={rows.map((told) => ({
        ref: referenceOf(told),
        action: actionOf(told),
        due: told.found ? shortDay(told.found.view.point.dueOn) : '–',
        why: <Why told={told} says={says} />,
        line: told.row.line,
      }))}
    />
  )
  if (folded) return <Details summary={`${title} (${rows.length})`}>{table}</Details>
  return (
    <section>
      <Heading level={2}>
        {title} ({rows.length})
      </Heading>
      {table}
    </section>
  )
}

/** Of a request that is somebody's, its own words; of any other only what the sheet says. */
function referenceOf({ row, found }: Foretold): string {
  return found ? (found.view.action.ref ?? '–') : row.reference.slice(0, 50) || '–'
}

function actionOf({ row, found }: Foretold) {
  if (!found) return row.action.slice(0, 300) || 'No action named'
  return <a href={`/updates/${found.view.point.id}`}>{found.view.action.text}</a>
}

function Why({ told, says }: { readonly told: Foretold; readonly says: string }) {
  const { problems, because } = told
  if (because) return <>{because}.</>
  return (
    <>
      {problems.length === 0 && says}
      {problems.map(({ field, message }) => (
        <Detail>
          {headerOf(field)}: {message}
        </Detail>
      ))}
      <Said told={told} />
    </>
  )
}

const LONGEST_BEGINNING = 160

/** How the words of a row that is to be kept begin, as they were understood, and what of them could let a child be known. */
function Said({ told: { fate, found, changed } }: { readonly told: Foretold }) {
  if (!found || changed || (fate !== 'send' && fate !== 'draft')) return null
  const { typed, view } = found
  const { narrative, progress, impact } = typed
  const rated = (key: RatingKey | null) => ratingOf(view.scheme, key)?.name ?? 'not chosen'
  const begins = narrative.length > LONGEST_BEGINNING ? `${narrative.slice(0, LONGEST_BEGINNING)} …` : narrative
  return (
    <>
      <Detail>
        Progress {rated(progress)}, impact {rated(impact)}. {begins === '' ? 'No words yet.' : `“${begins}”`}
      </Detail>
      {wordQuestions(narrative, view.plan, view.action).disclosing.map(({ words, message }) => (
        <Detail>
          Look again at “{words}”: {message}
        </Detail>
      ))}
    </>
  )
}

/** So many questions fit a form; the others wait for the next sheet. */
export const MOST_QUESTIONS = 30

/** A row whose duty was written at on the web since: both texts, and whether the sheet's take the place of the other. */
export function Changed({ told, replace }: { readonly told: Foretold; readonly replace: ReadonlySet<number> }) {
  const { changed, found, row } = told
  if (!changed || !found) return null
  const name = found.view.action.ref ? `Action ${found.view.action.ref}` : 'Action'
  return (
    <Inset quiet>
      <Heading level={3}>
        {name}, due {shortDay(found.view.point.dueOn)}: {found.view.action.text}
      </Heading>
      <BothTexts
        caption={`${changed.by} ${changed.kind === 'draft' ? 'saved' : 'sent'} this on ${longMoment(changed.at)}, after you downloaded the sheet`}
        scheme={found.view.scheme}
        first={{ ...changed, title: 'On the web' }}
        second={{ ...found.typed, title: 'In your spreadsheet' }}
      />
      <Why told={told} says="The words of the spreadsheet are complete." />
      <Checkboxes
        name={`replace-${row.line}`}
        label={`Line ${row.line}: whose words stay?`}
        hint="Nothing happens to what is on the web unless you say so"
        items={[{ value: 'yes', text: 'Use the words of my spreadsheet' }]}
        values={replace.has(row.line) ? ['yes'] : []}
      />
    </Inset>
  )
}
