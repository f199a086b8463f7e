import { dayOf, longDay, shortDay } from '../../../kernel/day.ts'
import { longPeriod } from '../../../kernel/period.ts'
import type { Paper, PaperBlock, PaperTable } from '../../papers/index.ts'
import { type MatrixKey, type RollUp, ratingCounts, ratingFinding, ratingOf } from '../../programme/index.ts'
import { type BoardReport, DUE_NEXT_MONTHS } from './board-report.ts'
import { movementBlocks } from './movement.paper.ts'
import {
  answerOf,
  asAtOf,
  HOW_COUNTED,
  LATE_WORK,
  latenessOf,
  referenceOf,
  remarksOn,
  sumOf,
  trailInWords,
} from './report-words.ts'
import type { ReportedAction } from './reported-action.ts'

/** The board report to print: the same value as the page, in the same order. */
export function boardReportPaper(report: BoardReport): Paper {
  const { plan, partnership, asAt } = report
  const until = asAt.add({ months: DUE_NEXT_MONTHS })
  return {
    partnership,
    title: `Board report: ${plan.title}`,
    subtitle: plan.period ? longPeriod(plan.period) : '',
    reference: referenceOf(report),
    asAt: asAtOf(report),
    description: answerOf(report),
    blocks: [
      { kind: 'answer', text: answerOf(report) },
      ...bar(report, ratingFinding('Progress', report.scheme, report.progress), report.progress),
      ...bar(report, ratingFinding('Impact', report.scheme, report.impact), report.impact),
      { kind: 'heading', level: 1, text: 'Progress by impact' },
      matrixTable(report),
      { kind: 'heading', level: 1, text: 'Exceptions' },
      { kind: 'heading', level: 2, text: `Off track: ${of(report.offTrack, report)}` },
      actionTable(report, 'Actions off track', report.offTrack, 'No action is off track.'),
      { kind: 'heading', level: 2, text: `Past the last day and not complete: ${of(report.late, report)}` },
      actionTable(
        report,
        'Actions past their last day',
        report.late,
        'No action is past its last day and not complete.',
      ),
      { kind: 'heading', level: 2, text: `Update missed: ${of(report.unreported, report)}` },
      missedTable(report),
      { kind: 'heading', level: 1, text: 'Due next' },
      dueTable(report, `Updates due by ${longDay(until)}`),
      ...movementBlocks(report),
      { kind: 'heading', level: 1, text: 'Every action' },
      ...everyAction(report),
      { kind: 'heading', level: 1, text: 'How this is counted' },
      { kind: 'paragraph', text: HOW_COUNTED },
      { kind: 'note', text: trailInWords(report) },
    ],
  }
}

function bar(report: BoardReport, title: string, of: RollUp): readonly PaperBlock[] {
  return [
    { kind: 'rating-bar', title, counts: ratingCounts(report.scheme, of), notRated: of.notRated, counted: 'actions' },
    { kind: 'note', text: sumOf(report, of) },
  ]
}

function of(some: readonly ReportedAction[], { actions }: BoardReport): string {
  return `${some.length} of ${actions.length}`
}

function everyAction(report: BoardReport): readonly PaperBlock[] {
  const byHeading = Map.groupBy(report.actions, ({ heading }) => heading)
  return [...byHeading].flatMap(([heading, actions]): readonly PaperBlock[] => [
    { kind: 'heading', level: 2, text: heading || 'Under no heading' },
    actionTable(report, heading || 'Actions under no heading', actions, ''),
  ])
}

function actionTable(
  report: BoardReport,
  caption: string,
  actions: readonly ReportedAction[],
  whenEmpty: string,
): PaperTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: 'Ref', weight: 1.9, align: 'start' },
      { header: 'Action', weight: 6.6, align: 'start' },
      { header: 'Lead', weight: 3.3, align: 'start' },
      { header: 'Last day', weight: 2.4, align: 'start' },
      { header: 'Progress', weight: 3.1, align: 'start' },
      { header: 'Impact', weight: 3.1, align: 'start' },
    ],
    rows: actions.map((action) => [
      { text: action.ref ?? '–' },
      { text: action.text, detail: [action.narrative ?? [], remarksOn(report.scheme, action)].flat().join('\n') },
      { text: action.leadWords ?? 'No lead' },
      { text: action.finalDueOn ? shortDay(action.finalDueOn) : 'No date' },
      { rating: ratingOf(report.scheme, action.progress) },
      { rating: ratingOf(report.scheme, action.impact) },
    ]),
    whenEmpty,
  }
}

/** Progress down, impact across; what is not due and not rated last. */
function matrixTable({ scheme, matrix }: BoardReport): PaperTable {
  const { columns, rows, total } = matrix
  const name = (key: MatrixKey) => (key === 'not-rated' ? 'Not rated' : ratingOf(scheme, key).name)
  const numbers = (counts: readonly { readonly count: number }[]) =>
    counts.map(({ count }) => ({ text: String(count) }))
  return {
    kind: 'table',
    caption: 'Actions by progress, down, and impact, across',
    columns: [
      { header: 'Progress', weight: 3.4, align: 'start' },
      ...columns.map(({ impact }) => ({ header: name(impact), weight: 2, align: 'end' as const })),
      { header: 'All', weight: 1.4, align: 'end' },
    ],
    rows: [
      ...rows.map(({ progress, cells, count }) => [
        { rating: progress === 'not-rated' ? null : ratingOf(scheme, progress) },
        ...numbers([...cells, { count }]),
      ]),
      [{ text: 'All' }, ...numbers([...columns, { count: total }])],
    ],
    whenEmpty: '',
  }
}

function missedTable({ unreported }: BoardReport): PaperTable {
  return {
    kind: 'table',
    caption: 'Actions with an update missed',
    columns: [
      { header: 'Ref', weight: 1.9, align: 'start' },
      { header: 'Action', weight: 7, align: 'start' },
      { header: 'Lead', weight: 3, align: 'start' },
      { header: 'Missed', weight: 2, align: 'start' },
      { header: 'Last update', weight: 2, align: 'start' },
    ],
    rows: unreported.map((action) => [
      { text: action.ref ?? '–' },
      { text: action.text, ...(action.isLate && { detail: LATE_WORK }) },
      { text: action.leadWords ?? 'No lead' },
      { text: action.missed.map(shortDay).join(', ') },
      { text: action.submittedAt ? shortDay(dayOf(action.submittedAt)) : 'Never' },
    ]),
    whenEmpty: 'Every update due was sent.',
  }
}

function dueTable({ dueNext }: BoardReport, caption: string): PaperTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: 'Ref', weight: 1.9, align: 'start' },
      { header: 'Action', weight: 8, align: 'start' },
      { header: 'Lead', weight: 4, align: 'start' },
      { header: 'Due', weight: 2, align: 'start' },
    ],
    rows: dueNext.map(({ action, dueOn }) => [
      { text: action.ref ?? '–' },
      { text: action.text, detail: latenessOf(action).join('\n') },
      { text: action.leadWords ?? 'No lead' },
      { text: shortDay(dueOn) },
    ]),
    whenEmpty: 'No update is due in the next three months.',
  }
}
