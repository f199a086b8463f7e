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
  /** tables without a row of names, each by how many columns it has: what each holds, left to right */
  readonly unnamed: readonly (readonly Role[])[]
  /** tables that hold no actions, each known by the names of its columns, left to right */
  readonly notActions: readonly (readonly string[])[]
  /** what the levels of parts are called, outermost first; an empty name leaves the document's own */
  readonly levels: readonly string[]
  /** what colours mean: a shade as six hexadecimal digits or a word in lower case; null rates nothing */
  readonly colours: readonly { readonly colour: string; readonly key: RatingKey | null }[]
  /** whether a band (one cell across the whole table) is the heading of a part, or words that belong to none */
  readonly bands: 'parts' | 'words'
}

export const NO_RECIPE: Recipe = { columns: [], unnamed: [], notActions: [], levels: [], colours: [], bands: 'parts' }

/** The role somebody gave to a column of this name; null when nobody did. */
export function toldRole(recipe: Recipe, name: string): Role | null {
  const normal = normalName(name)
  return recipe.columns.find((column) => column.name === normal)?.role ?? null
}

/** What somebody told that a colour means, a shade or a word; null when nobody did. */
export function toldColour(recipe: Recipe, colour: string): Recipe['colours'][number] | null {
  if (recipe.colours.length === 0) return null
  const kept = colourKept(colour)
  return recipe.colours.find((each) => each.colour === kept) ?? null
}

/** A shade or a word as a recipe keeps it: six hexadecimal digits as they are read, words in lower case. */
export function colourKept(colour: string): string {
  return SHADE.test(colour) ? colour : colour.toLowerCase()
}

const SHADE = /^[\dA-F]{6}$/

/** Whether somebody told which of these columns holds the action: then a table is one of actions, whatever it looks like. */
export function tellsAction(recipe: Recipe, names: readonly string[]): boolean {
  return recipe.columns.length > 0 && names.some((name) => toldRole(recipe, name) === 'action')
}

/** What somebody told of a table of so many columns that names none; null when nobody did. */
export function toldByPlace(recipe: Recipe, columns: number): readonly Role[] | null {
  return recipe.unnamed.find((roles) => roles.length === columns) ?? null
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
 * Whether a document is of the kind a recipe was made from: a row of it names the column of the action, and has all the columns the
 * recipe names, or few that it does not. A recipe that names no column fits where each table it calls none of actions stands; one that says nothing
 * of tables fits no document.
 */
export function recipeFits(recipe: Recipe, blocks: readonly Block[]): boolean {
  if (recipe.columns.length === 0 && recipe.notActions.length === 0) return false
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.slice(0, MOST_HEADER_ROWS) : []))
  const signatures = rows.map((row) => tableSignature(filledCells(row).map(({ text }) => text)))
  if (recipe.columns.length === 0) {
    return recipe.notActions.every((table) => signatures.some((names) => sameWords(table, names)))
  }
  const known = new Set(recipe.columns.map(({ name }) => name))
  return signatures.some((names) => {
    const share = names.filter((name) => known.has(name)).length / Math.max(1, names.length)
    const hasAll = [...known].every((name) => names.includes(name))
    return names.length > 1 && tellsAction(recipe, names) && (hasAll || share >= MOST_KNOWN)
  })
}

/** Names of columns stand near the top of a table, below a title and a band or two. */
const MOST_HEADER_ROWS = 12
/** Next year's table may have a column more. */
const MOST_KNOWN = 0.75

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word, at) => word === others[at])
}
