import { shortDay } from '../../../../kernel/day.ts'
import { cellName, type FormSheet, LONGEST_XLSX_CELL, type Sheet } from '../../../papers/index.ts'
import type { RatingScheme } from '../../../plan/index.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import { schemeOf } from '../scheme-of.ts'
import type { UpdateView } from '../write-update/update-view.ts'
import { lastVersion, wordsToBegin } from '../write-update/words-to-begin.ts'
import { ACTION_HEADER, ANSWER_COLUMNS, KEY_HEADER, REFERENCE_HEADER } from './answer-columns.ts'
import { cellsOf } from './answer-words.ts'
import { guidanceSheet } from './guidance-sheet.ts'
import { standsNow, wordsMark, writeRowKey } from './row-key.ts'

const SHOWN = [
  { header: REFERENCE_HEADER, width: 10 },
  { header: ACTION_HEADER, width: 40 },
  { header: 'Measure', width: 25 },
  { header: 'Plan', width: 20 },
  { header: 'Due', width: 11 },
  { header: 'Said last time', width: 40 },
  { header: 'The chair’s note', width: 25 },
  { header: 'The facts suggest', width: 25 },
] as const

const RATINGS_SHEET = 'Ratings'

/** The requests that wait, one to a row: what is asked, then the cells to fill in; behind it how to, and what each rating means. */
export function requestSheet(views: readonly UpdateView[]): FormSheet {
  const schemes = [...new Map(views.map(({ scheme }) => [scheme.id, scheme])).values()]
  const ratings = ratingLines(schemes)
  return {
    title: 'My requests for updates',
    name: 'Requests',
    columns: [{ header: KEY_HEADER, width: 120 }, ...SHOWN, ...ANSWER_COLUMNS],
    kinds: ['hidden', ...SHOWN.map(() => 'shown' as const), ...ANSWER_COLUMNS.map(() => 'open' as const)],
    rows: views.map((view) => ({ look: 'plain', cells: cellsFor(view) })),
    choices: schemes.flatMap((scheme) => {
      const lines = views.flatMap((view, at) => (view.scheme.id === scheme.id ? [at + 1] : []))
      const cells = RATED.flatMap((column) => lines.map((line) => cellName(column, line)))
      const { first, last } = ratings.spans.get(scheme.id) ?? { first: 2, last: 2 }
      return [{ cells, from: `${RATINGS_SHEET}!$A$${first}:$A$${last}` }]
    }),
    behind: [guidanceSheet(), ratings.sheet],
  }
}

const RATED = ANSWER_COLUMNS.flatMap(({ field }, at) =>
  field === 'progress' || field === 'impact' || field === 'forecast' ? [1 + SHOWN.length + at] : [],
)

function cellsFor(view: UpdateView): string[] {
  const { action, plan, point, before, scheme, suggestion } = view
  const last = lastVersion(view)
  const answers = cellsOf(wordsToBegin(view), scheme)
  const key = { pointId: point.id, ...standsNow(view.draft, last), words: wordsMark(answers) }
  const note = last?.verdict?.kind === 'sent-back' ? (last.verdict.note ?? '') : ''
  const saidBefore = before
    ? [
        before.narrative,
        `Progress ${ratingOf(schemeOf(view, before), before.progress).name}, impact ${ratingOf(schemeOf(view, before), before.impact).name}`,
      ].join('\n')
    : ''
  const suggested = suggestion.rating ? ratingOf(scheme, suggestion.rating).name : 'Nothing'
  return [
    writeRowKey(key),
    action.ref ?? '–',
    action.text,
    action.measure ?? '',
    plan.title,
    shortDay(point.dueOn),
    saidBefore,
    note,
    `${suggested}. ${suggestion.reason}`,
    ...ANSWER_COLUMNS.map(({ field }) => answers[field]),
  ].map((text) => text.slice(0, LONGEST_XLSX_CELL - 1_000))
}

type Span = { readonly first: number; readonly last: number }

/** The ratings of each scheme under its name, with their rules, and where each scheme's names stand. */
function ratingLines(schemes: readonly RatingScheme[]): { sheet: Sheet; spans: ReadonlyMap<string, Span> } {
  const spans = new Map<string, Span>()
  const rows: Sheet['rows'][number][] = []
  for (const { id, name, ratings } of schemes) {
    rows.push({ look: 'band', cells: [name, '', ''] })
    spans.set(id, { first: rows.length + 2, last: rows.length + 1 + ratings.length })
    for (const rating of ratings) {
      const progress = `${rating.processRule} ${rating.performanceRule}`.trim()
      rows.push({ look: 'plain', cells: [rating.name, progress, rating.impactRule] })
    }
  }
  const columns = [
    { header: 'Rating', width: 20 },
    { header: 'For progress it means', width: 60 },
    { header: 'For impact it means', width: 60 },
  ]
  return { sheet: { title: RATINGS_SHEET, name: RATINGS_SHEET, columns, rows }, spans }
}
