import { type Column, Detail, RatingChip, Table } from '../../../design/index.ts'
import { dayOf, longDay, shortDay } from '../../../kernel/day.ts'
import { ratingOf } from '../../programme/index.ts'
import { type BoardReport, DUE_NEXT_MONTHS } from './board-report.ts'
import { LATE_WORK, latenessOf, remarksOn } from './report-words.ts'
import type { ReportedAction } from './reported-action.ts'

/** Which action, and whose: how every table of the report begins. */
const WHICH: readonly Column<'ref' | 'action' | 'lead'>[] = [
  { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
  { key: 'action', header: 'Action', width: 'wide' },
  { key: 'lead', header: 'Lead' },
]

function which({ id, ref, text, leadWords }: ReportedAction, remarks: readonly string[]) {
  const action = (
    <>
      <a href={`/actions/${id}`}>{text}</a>
      {remarks.map((remark) => (
        <Detail>{remark}</Detail>
      ))}
    </>
  )
  return { ref: ref ?? '–', action, lead: leadWords ?? 'No lead' }
}

export function ActionTable(props: {
  readonly report: BoardReport
  readonly actions: readonly ReportedAction[]
  readonly caption: string
  readonly whenEmpty: string
}) {
  const { report, actions, caption, whenEmpty } = props
  return (
    <Table
      caption={caption}
      captionIsHidden
      columns={[
        ...WHICH,
        { key: 'by', header: 'Last day' },
        { key: 'progress', header: 'Progress' },
        { key: 'impact', header: 'Impact' },
      ]}
      rows={actions.map((action) => ({
        ...which(action, [action.narrative ?? [], remarksOn(report.scheme, action)].flat()),
        by: action.finalDueOn ? shortDay(action.finalDueOn) : 'No date',
        progress: <RatingChip rating={ratingOf(report.scheme, action.progress)} size="small" />,
        impact: <RatingChip rating={ratingOf(report.scheme, action.impact)} size="small" />,
      }))}
      whenEmpty={whenEmpty}
    />
  )
}

export function MissedTable({ report }: { readonly report: BoardReport }) {
  return (
    <Table
      caption="Actions with an update missed"
      captionIsHidden
      columns={[...WHICH, { key: 'missed', header: 'Missed' }, { key: 'last', header: 'Last update' }]}
      rows={report.unreported.map((action) => ({
        ...which(action, action.isLate ? [LATE_WORK] : []),
        missed: action.missed.map(shortDay).join(', '),
        last: action.submittedAt ? shortDay(dayOf(action.submittedAt)) : 'Never',
      }))}
      whenEmpty="Every update due was sent"
    />
  )
}

export function DueNextTable({ report }: { readonly report: BoardReport }) {
  const until = report.asAt.add({ months: DUE_NEXT_MONTHS })
  return (
    <Table
      caption={`Updates due by ${longDay(until)}`}
      columns={[...WHICH, { key: 'due', header: 'Due' }]}
      rows={report.dueNext.map(({ action, dueOn }) => ({ ...which(action, latenessOf(action)), due: shortDay(dueOn) }))}
      whenEmpty={`No update is due by ${longDay(until)}`}
    />
  )
}
