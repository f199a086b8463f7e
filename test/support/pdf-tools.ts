import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOM = { maxBuffer: 256 * 1024 * 1024 }

/** Writes PDFs into a folder of their own, hands over their paths by name, and removes them afterwards. */
export async function withPdfFiles<Name extends string, Answer>(
  pdfs: Readonly<Record<Name, Uint8Array>>,
  use: (pathOf: (name: Name) => string) => Promise<Answer>,
): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-papers-'))
  const pathOf = (name: string) => join(folder, `${name}.pdf`)
  try {
    for (const [name, bytes] of Object.entries<Uint8Array>(pdfs)) await writeFile(pathOf(name), bytes)
    return await use(pathOf)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The words of a file in the order they were drawn, page edges included. */
export async function wordsOfPdf(path: string): Promise<string> {
  return (await run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], ROOM)).stdout
}

/** The tags of a file with the words inside them, as a screen reader walks them. */
export async function tagsOfPdf(path: string): Promise<string> {
  return (await run('pdfinfo', ['-struct-text', path], ROOM)).stdout
}

export type PdfFont = { readonly name: string; readonly isEmbedded: boolean }

export async function fontsOfPdf(path: string): Promise<readonly PdfFont[]> {
  const { stdout } = await run('pdffonts', [path], ROOM)
  const rows = stdout.trimEnd().split('\n').slice(2)
  return rows.map((row) => ({
    name: row.split(/\s+/)[0] ?? '',
    isEmbedded: / yes (yes|no) +(yes|no) +\d+ +\d+$/.test(row),
  }))
}

export async function pagesOfPdf(path: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [path], ROOM)
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1])
}

/** How far to the right any word reaches, in points from the page's left edge. */
export async function rightmostInkOfPdf(path: string): Promise<number> {
  const { stdout } = await run('pdftotext', ['-bbox', path, '-'], ROOM)
  return [...stdout.matchAll(/xMax="([\d.]+)"/g)].reduce((most, [, points]) => Math.max(most, Number(points)), 0)
}

/** @throws Error with qpdf's words when the file is damaged */
export async function checkWithQpdf(path: string): Promise<void> {
  await run('qpdf', ['--check', path], ROOM)
}
