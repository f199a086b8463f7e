import type { Sheet } from './sheet.ts'

/** A sheet to fill in: some of its cells are open, all others are held; sheets to read stand behind it. */
export type FormSheet = Sheet & {
  /** by column: `hidden` for what only a program reads, `open` to be filled in */
  readonly kinds: readonly ('hidden' | 'shown' | 'open')[]
  /** what may be chosen in which cells; `from` names the cells that hold the choices, as "Ratings!$A$2:$A$6" */
  readonly choices: readonly { readonly cells: readonly string[]; readonly from: string }[]
  readonly behind: readonly Sheet[]
}

/** As an Excel workbook; its writer is fetched when it is needed. */
export async function writeFormSheet(form: FormSheet): Promise<Uint8Array> {
  return (await import('./write-form-xlsx.ts')).writeFormXlsx(form)
}

/** "C2", from the third column and the second line, both counted from 0. */
export function cellName(column: number, line: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return `${name}${line + 1}`
}
