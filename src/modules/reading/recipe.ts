import { type Block, filledCells } from './blocks.ts'
import type { RatingKey } from './plan-reading.ts'
import type { Role } from './tables/column-names.ts'
import { normalName } from './tables/normal-name.ts'

/**
 * How one partnership's documents are laid out, as somebody told Trellis who looked at one of them. It steers the reading of the
 * next document and adds no words of its own: a recipe only says what a column, a table, a band or a colour is.
 *
 * Names of columns are kept in lower case without marks ({@link normalName}), so that "Success criteria:" is "success criteria".
 */
export type Recipe = {
  /** what a column of this name holds, whatever its name suggests; `other` keeps its words beside the action, in no field */
  readonly columns: readonly { readonly name: string; readonly role: Role }[]
  /** tables that hold no actions, each known by the names of its columns, left to right */
  readonly notActions: readonly (readonly string[])[]
  /** what the levels of parts are called, outermost first; an empty name leaves the document's own */
  readonly levels: readonly string[]
  /** what colours mean: a shade as six hexadecimal digits or a word in lower case; null rates nothing */
  readonly colours: readonly { readonly colour: string; readonly key: RatingKey | null }[]
  /** whether a band (one cell across the whole table) is the heading of a part, or words that belong to none */
  readonly bands: 'parts' | 'words'
}

export const NO_RECIPE: Recipe = { columns: [], notActions: [], levels: [], colours: [], bands: 'parts' }

/** The role somebody gave to a column of this name; null when nobody did. */
export function toldRole(recipe: Recipe, name: string): Role | null {
  const normal = normalName(name)
  return recipe.columns.find((column) => column.name === normal)?.role ?? null
}

/** Whether a recipe was made for a table with these names: it says that such a table holds no actions. */
export function isNotActions(recipe: Recipe, names: readonly string[]): boolean {
  const signature = tableSignature(names)
  return recipe.notActions.some((table) => sameWords(table, signature))
}

/** The names of a table's columns as a recipe keeps them. */
export function tableSignature(names: readonly string[]): readonly string[] {
  return names.map(normalName).filter((name) => name !== '')
}

/**
 * Whether a document is of the kind a recipe was made from: every column the recipe names stands together in one row of it, and
 * every table the recipe knows by its names stands in it when no column is named. A recipe that names neither fits no document.
 */
export function recipeFits(recipe: Recipe, blocks: readonly Block[]): boolean {
  const wanted = recipe.columns.map(({ name }) => name)
  if (wanted.length === 0 && recipe.notActions.length === 0) return false
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.slice(0, MOST_HEADER_ROWS) : []))
  const signatures = rows.map((row) => tableSignature(filledCells(row).map(({ text }) => text)))
  if (wanted.length > 0) return signatures.some((names) => wanted.every((name) => names.includes(name)))
  return recipe.notActions.every((table) => signatures.some((names) => sameWords(table, names)))
}

/** Names of columns stand near the top of a table, below a title and a band or two. */
const MOST_HEADER_ROWS = 12

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word, at) => word === others[at])
}
