import { LIMITS } from '../../limits.ts'
import { refuseFile } from '../../refusal.ts'
import type { SheetProblem } from './sheet.ts'

export function refuseDamaged(name: string) {
  return refuseFile(
    'damaged',
    name,
    'is damaged: its sheets cannot be read to the end. Open it in the program that made it, save it as a new workbook and choose that.',
  )
}

export function refuseProblem(name: string, problem: SheetProblem) {
  if (problem === 'damaged') return refuseDamaged(name)
  if (problem === 'too-many-rows') return refuseMany(name, LIMITS.tableRows, 'rows with words in its sheets')
  return refuseMany(name, LIMITS.sheetCells, 'cells, or more words than a plan has')
}

export function refuseColumns(name: string) {
  return refuseMany(name, LIMITS.tableColumns, 'columns in a table')
}

function refuseMany(name: string, limit: number, what: string) {
  return refuseFile(
    'too-many-rows',
    name,
    `has more than ${limit.toLocaleString('en-GB')} ${what}. Send the sheet with the plan alone, without its data.`,
  )
}
