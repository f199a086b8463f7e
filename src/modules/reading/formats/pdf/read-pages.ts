import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Finding } from '../../plan-reading.ts'
import { type ReadingRefusal, refuseFile } from '../../refusal.ts'
import { inkOfPage } from './open-pdf.ts'
import { pagesFinding } from './page-findings.ts'
import { notesOfPage, type PageNote } from './page-notes.ts'
import { type SortedPage, sortPage } from './sort-page.ts'

/** The pages of a document, what people wrote onto them, and what could not be read. */
export type ReadPages = {
  readonly pages: readonly SortedPage[]
  readonly notes: readonly PageNote[]
  readonly findings: readonly Finding[]
}

/** Reads page by page. A document none of whose pages holds words is refused; single pages without are named in a finding. */
export async function readPages(
  name: string,
  pdf: PDFDocumentProxy,
  onPage: (page: number) => void,
): Promise<Result<ReadPages, ReadingRefusal>> {
  const pages: SortedPage[] = []
  const notes: PageNote[] = []
  const broken: number[] = []
  const pictures: number[] = []
  const letters = { known: 0, unknown: 0 }
  for (let number = 1; number <= pdf.numPages; number++) {
    onPage(number)
    const page = await readPage(pdf, number)
    if (!page) {
      broken.push(number)
      continue
    }
    pages.push(sortPage(page.ink))
    notes.push(...page.notes)
    letters.unknown += page.ink.unknownLetters
    letters.known += page.ink.words.reduce((sum, word) => sum + word.text.length, 0)
    if (page.ink.holdsPicture && page.ink.words.length < 5) pictures.push(number)
  }
  if (letters.known === 0 && notes.length === 0)
    return refuseWordless(name, { read: pages.length, pictures: pictures.length })
  if (letters.unknown > 0.5 * letters.known) {
    return refuseFile(
      'no-text',
      name,
      'shows letters that its fonts do not name, so its words cannot be read. Save it again from the program that made it, with its text, and choose that.',
    )
  }
  return ok({ pages, notes, findings: pagesFinding({ pictures, broken, unknownLetters: letters.unknown }) })
}

async function readPage(pdf: PDFDocumentProxy, number: number) {
  try {
    const ink = await inkOfPage(pdf, number)
    return { ink, notes: await notesOfPage(pdf, number, ink.height) }
  } catch {
    return null
  }
}

function refuseWordless(name: string, { read, pictures }: { readonly read: number; readonly pictures: number }) {
  if (read === 0) {
    return refuseFile(
      'damaged',
      name,
      'is damaged: none of its pages can be read. Open it in the program that made it, save it as a PDF again and choose that.',
    )
  }
  return refuseFile(
    'no-text',
    name,
    pictures === 0
      ? 'has no text: its pages are blank, or hold drawings alone. Open it to see that it is the plan, then choose the document it was made from.'
      : 'has no text: its pages are pictures, as a scanner makes them. Choose the document it was printed from, or have its text recognised first.',
  )
}
