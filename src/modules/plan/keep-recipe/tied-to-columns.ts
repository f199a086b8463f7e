import { type Recipe, type TableSeen, tableSignature } from '../../reading/index.ts'

/**
 * A recipe that somebody made by telling colours alone, with the columns of the document as they were read: it is by their names that
 * the next document of this kind is known. One that tells of columns or tables already is answered as it is.
 *
 * @param tables  the tables of the document it was told of, as `findTables` gives them
 */
export function tiedToColumns(recipe: Recipe, tables: readonly TableSeen[]): Recipe {
  if (recipe.columns.length > 0 || recipe.notActions.length > 0) return recipe
  const read = tables
    .filter(({ holdsActions, isNamed }) => holdsActions && isNamed)
    .flatMap(({ columns }) => columns)
    .filter(({ role }) => role !== 'other')
    .map(({ name, role }) => ({ name: tableSignature([name])[0] ?? '', role }))
  const columns = [...new Map(read.toReversed().map((column) => [column.name, column])).values()].toReversed()
  return { ...recipe, columns: columns.filter(({ name }) => name !== '') }
}
