import type { TableRow } from '../blocks.ts'
import type { FundingReading, GlossaryEntry, TableReading } from '../plan-reading.ts'
import type { DataTable } from './plan-draft.ts'
import { readFunding } from './read-funding.ts'

export type BuiltTables = {
  readonly tables: readonly TableReading[]
  readonly funding: readonly FundingReading[]
  readonly glossary: readonly GlossaryEntry[]
}

/** The tables that are no plan, as they stand; those of money and of words are read into their own form as well. */
export function buildTables(drafts: readonly DataTable[]): BuiltTables {
  const kept = drafts.filter((draft) => draft.names !== null || draft.rows.length > 0)
  const tables = kept.map((draft, index) => toReading(draft, `t${index + 1}`))
  return {
    tables,
    funding: kept.flatMap((draft, index) =>
      draft.kind === 'funding' ? (readFunding(draft, `t${index + 1}`) ?? []) : [],
    ),
    glossary: kept.flatMap((draft) => (draft.kind === 'glossary' ? readGlossary(draft) : [])),
  }
}

function toReading({ kind, title, names, rows }: DataTable, id: string): TableReading {
  const all = [...(names ? [names] : []), ...rows]
  const widest = (most: number, row: TableRow) => row.cells.reduce((far, cell) => Math.max(far, cell.column + 1), most)
  const width = all.reduce(widest, 0)
  const texts = all.map((row) =>
    Array.from({ length: width }, (_, column) => row.cells.find((cell) => cell.column === column)?.text ?? ''),
  )
  const [columns = [], ...rest] = names ? texts : [[], ...texts]
  const first = all[0]?.where ?? {}
  const endLine = all.at(-1)?.where.endLine
  const where = endLine === undefined ? first : { ...first, endLine }
  return { id, kind, title: title?.text ?? null, columns, rows: rest, where }
}

function readGlossary({ rows }: DataTable): GlossaryEntry[] {
  return rows.flatMap((row) => {
    const [term, ...rest] = row.cells.filter((cell) => cell.text !== '')
    const meaning = rest.map((cell) => cell.text).join(' ')
    return term && meaning !== '' ? [{ term: term.text, meaning, where: row.where }] : []
  })
}
