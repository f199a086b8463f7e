import type { Layout } from './expected.ts'
import { FELL, HARBOUR, type MadePlan } from './made/made-plan.ts'
import { expectedOf, type MadePiece, piecesOf, STYLES } from './made/table-of.ts'
import { HABITS } from './made/write-habits.ts'
import { asLists, type ListStyle } from './made/write-lists.ts'
import { asHtml, asOdt, asWord, asWorkbook } from './made/write-office.ts'
import { asPdf } from './made/write-pdf.ts'
import { asFixedWidth, asMarkdown, asSeparated } from './made/write-text.ts'
import type { Trial } from './shared-truth.ts'

type Writer = readonly [
  format: string,
  ending: string,
  layout: Layout,
  write: (pieces: readonly MadePiece[]) => Uint8Array | Promise<Uint8Array>,
]

const WRITERS: readonly Writer[] = [
  ['Markdown', 'md', 'ruled table', asMarkdown],
  ['tab-separated', 'tsv', 'ruled table', (pieces) => asSeparated(pieces, '\t')],
  ['CSV with commas', 'csv', 'ruled table', (pieces) => asSeparated(pieces, ',')],
  ['CSV with semicolons', 'csv', 'ruled table', (pieces) => asSeparated(pieces, ';')],
  ['HTML', 'html', 'ruled table', asHtml],
  ['Word', 'docx', 'ruled table', asWord],
  ['Excel', 'xlsx', 'ruled table', (pieces) => asWorkbook(pieces, 'xlsx')],
  ['Excel 97', 'xls', 'ruled table', (pieces) => asWorkbook(pieces, 'biff8')],
  ['OpenDocument sheet', 'ods', 'ruled table', (pieces) => asWorkbook(pieces, 'ods')],
  ['OpenDocument text', 'odt', 'ruled table', asOdt],
  ['PDF with rules', 'pdf', 'ruled table', (pieces) => asPdf(pieces, 'all')],
  ['PDF, rules between rows', 'pdf', 'fixed width or unruled', (pieces) => asPdf(pieces, 'between rows')],
  ['PDF without rules', 'pdf', 'fixed width or unruled', (pieces) => asPdf(pieces, 'none')],
  ['fixed-width text', 'txt', 'fixed width or unruled', asFixedWidth],
]
const LISTS: readonly ListStyle[] = ['cards in tables', 'cards in lines', 'numbered list', 'bullets under a line']
const PLANS: readonly MadePlan[] = [HARBOUR, FELL]

/** Two invented plans in four styles of table, each in every format, in four ways without a table, and as eleven habits of offices have it. */
export async function madeTrials(): Promise<Trial[]> {
  const tables = PLANS.flatMap((plan) =>
    STYLES.flatMap((style) =>
      WRITERS.map(async ([format, ending, layout, write]): Promise<Trial> => {
        const actions = expectedOf(plan, style)
        const expected = { name: format, layout, count: actions.length, actions }
        return { expected, content: await write(piecesOf(plan, style)), fileName: `plan.${ending}` }
      }),
    ),
  )
  const lists = PLANS.flatMap((plan) =>
    LISTS.map((style): Trial => {
      const { content, actions } = asLists(plan, style)
      return {
        expected: { name: style, layout: 'cards or lists', count: actions.length, actions },
        content,
        fileName: 'plan.md',
      }
    }),
  )
  const habits = PLANS.flatMap((plan) =>
    HABITS.map(({ name, layout, fileName, write, wanted }): Trial => {
      const actions = plan.aims.flatMap((aim) =>
        aim.actions.map((action, index) => ({ ...wanted(action, index), part: aim.title })),
      )
      return { expected: { name, layout, count: actions.length, actions }, content: write(plan), fileName }
    }),
  )
  return [...(await Promise.all(tables)), ...lists, ...habits]
}
