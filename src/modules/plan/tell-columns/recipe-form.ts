import { allWords, type Form, words } from '../../../platform/http/form.ts'
import { type ColumnSeen, type Recipe, type TableSeen, tableSignature } from '../../reading/index.ts'

type Role = ColumnSeen['role']

/** What a column can be told to hold, in the order a person looks for it. */
export const ROLES: readonly { readonly role: Role; readonly words: string }[] = [
  { role: 'ref', words: 'Reference' },
  { role: 'part', words: 'Aim or objective' },
  { role: 'action', words: 'Action' },
  { role: 'measure', words: 'Measure' },
  { role: 'starts', words: 'Start' },
  { role: 'timescale', words: 'Timescale, or end' },
  { role: 'lead', words: 'Lead' },
  { role: 'progress', words: 'Progress rating' },
  { role: 'impact', words: 'Impact rating' },
  { role: 'narrative', words: 'Comment or progress' },
  { role: 'tick', words: 'Rating, by a tick' },
  { role: 'other', words: 'Nothing of the plan' },
]

/** The field of a form for one column of one table. */
export function columnField(table: number, column: number): string {
  return `column-${table}-${column}`
}

/**
 * What a form tells of a document's tables. A table that is told to hold no actions is known by its names; every column of the others
 * is kept with its role, so that the next document is read alike whatever its names suggest.
 *
 * @param tables  the tables the form was made for, as {@link findTables} gives them
 */
export function recipeFrom(form: Form, tables: readonly TableSeen[], before: Recipe): Recipe {
  const not = new Set(allWords(form, 'not-actions'))
  const roleOf = (table: number, column: number): Role =>
    ROLES.find(({ role }) => role === words(form, columnField(table, column)))?.role ?? 'other'
  const told = tables.map((table, at) => ({
    ...table,
    isNot: not.has(String(at)),
    roles: table.columns.map((_, column) => roleOf(at, column)),
  }))
  const actionTables = told.filter(({ isNot, roles }) => !isNot && roles.includes('action'))
  const columns = new Map<string, Role>()
  for (const { columns: names, roles, isNamed } of actionTables.toReversed()) {
    if (isNamed) for (const [at, { name }] of names.entries()) columns.set(plainName(name), roles[at] ?? 'other')
  }
  columns.delete('')
  return {
    ...before,
    columns: [...columns].map(([name, role]) => ({ name, role })),
    unnamed: actionTables.filter(({ isNamed }) => !isNamed).map(({ roles }) => roles),
    notActions: told
      .filter(({ isNot, isNamed }) => isNot && isNamed)
      .map(({ columns: names }) => tableSignature(names.map(({ name }) => name))),
    bands: words(form, 'bands') === 'words' ? 'words' : 'parts',
    levels: allLevels(form),
  }
}

function plainName(name: string): string {
  return tableSignature([name])[0] ?? ''
}

/** The names of levels, outermost first, with the empty ones between. */
function allLevels(form: Form): readonly string[] {
  const levels = [0, 1, 2].map((level) => words(form, `level-${level}`).slice(0, 60))
  return levels.slice(0, levels.findLastIndex((name) => name !== '') + 1)
}
