import { type Day, longDay } from '../../../kernel/day.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { type Head, headInWords } from '../../audit/index.ts'
import {
  LONGEST_XLSX_CELL,
  SHEET_TYPES,
  type Sheet,
  type SheetFormat,
  writeDocument,
  writeSheet,
} from '../../papers/index.ts'
import {
  LABELS,
  type LayoutSheet,
  layoutDocument,
  layoutSheet,
  markFormula,
  outlinePlan,
  type PlanOutline,
  planAsJson,
  type WritablePlan,
} from '../../reading/index.ts'

export const EXPORT_FORMATS = ['xlsx', 'ods', 'csv', 'docx', 'md', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What each format is called by the program that opens it. */
export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  ...SHEET_TYPES,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** A format by the end of a file's name: "xlsx"; null for one that is not written. */
export function exportFormat(words: string): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format === words) ?? null
}

/**
 * A plan as a file: its parts with their reasons and signs of success, and its actions with their measures, timescales and leads, and
 * what their document says of how they went.
 * Trellis reads each format back to the same plan.
 *
 * @param asAt  the day the plan is taken out on, which stands on the document
 * @param trail  where the audit trail stands: in the file's properties where its format has them, else in a field or line of its own;
 *   null for a plan that is of no partnership
 */
export async function writePlan(
  plan: WritablePlan,
  format: ExportFormat,
  asAt: Day,
  trail: Head | null = null,
): Promise<Uint8Array> {
  const fact = trail && { label: LABELS.trail, words: headInWords(trail) }
  const note = fact && `${fact.label}: ${fact.words}`
  const outline = outlinePlan(plan, asAt)
  switch (format) {
    case 'json':
      return new TextEncoder().encode(planAsJson(plan, asAt, fact?.words))
    case 'docx':
      return writeDocument({ ...layoutDocument(outline), note }, format, SHARES)
    case 'md': {
      const { title, pieces } = layoutDocument(outline)
      return writeDocument({ title, pieces: fact ? [...pieces, { kind: 'fact', ...fact }] : pieces }, format, SHARES)
    }
    case 'xlsx':
    case 'ods':
      return writeSheet({ ...sheetOf(outline, format), note }, format, markFormula)
    case 'csv':
      return writeSheet(
        sheetOf(fact ? { ...outline, facts: [...outline.facts, fact] } : outline, format),
        format,
        markFormula,
      )
  }
}

/** "Play Plan 2026-27 as at 28 November 2026.xlsx", of letters that every system takes. */
export function exportName(title: string | null, format: ExportFormat, asAt: Day): string {
  const safe = (title ?? '')
    .slice(0, 1_000)
    .normalize('NFKC')
    .replace(/['‘’]/g, '')
    .replace(/[–—]|(?<=\d)\/(?=\d)/g, '-')
    .replace(/[^\p{L}\p{N} ()&.-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const short = [...safe].slice(0, 80).join('').trim()
  return `${short || 'Plan'} as at ${longDay(asAt)}.${format}`
}

const SHARES: Readonly<Record<string, number>> = {
  Ref: 0.5,
  Action: 3,
  Measure: 2.2,
  Timescale: 1.2,
  Due: 1.2,
  Lead: 1.3,
  'Progress rating': 0.8,
  'Progress colour': 0.8,
  'Impact rating': 0.8,
  'Impact colour': 0.8,
  Comments: 2.2,
  Ending: 0.9,
}
/** Letters across, by the column's name. */
const WIDTHS: Readonly<Record<string, number>> = {
  Row: 16,
  Ref: 8,
  Words: 52,
  Measure: 38,
  Timescale: 20,
  Due: 20,
  Lead: 24,
  'Progress rating': 14,
  'Progress colour': 14,
  'Impact rating': 14,
  'Impact colour': 14,
  Comments: 38,
  Ending: 18,
}
/** The part of a cell's room that is left for codes which stand for a text's own underscores. */
const ROOM_FOR_CODES = 2

function sheetOf(outline: PlanOutline, format: SheetFormat): Sheet {
  const { header, rows } = layoutSheet(
    outline,
    format === 'xlsx' ? Math.floor(LONGEST_XLSX_CELL / ROOM_FOR_CODES) : undefined,
  )
  return {
    title: outline.title ?? 'Plan',
    name: 'Plan',
    columns: header.map((name) => ({ header: name, width: valueAt(WIDTHS, name) ?? 24 })),
    rows: rows.map((row) => ({ look: LOOK_OF[row.is], cells: row.cells })),
  }
}

const LOOK_OF: Readonly<Record<LayoutSheet['rows'][number]['is'], Sheet['rows'][number]['look']>> = {
  fact: 'quiet',
  part: 'band',
  words: 'quiet',
  action: 'plain',
  more: 'plain',
}
