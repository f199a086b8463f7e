import { filledCells, type TableRow } from '../blocks.ts'
import { type Recipe, tellsAction, toldByPlace } from '../recipe.ts'
import type { ColumnName } from './column-names.ts'

/** What somebody told of the columns of a table that names none, by where each stands; null when nobody did. */
export function namesByPlace(recipe: Recipe, columns: number): ColumnName[] | null {
  const told = toldByPlace(recipe, columns)
  if (!told?.includes('action')) return null
  return told.map((role, column) => ({ text: '', role, column, span: 1, rest: null, known: null, isTold: true }))
}

/** Whether somebody told that the table under these names is one of actions. */
export function isToldActions(recipe: Recipe, names: TableRow): boolean {
  return tellsAction(
    recipe,
    filledCells(names).map(({ text }) => text),
  )
}
