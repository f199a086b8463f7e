import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { squeeze } from '../inline-text.ts'

/** Words that somebody put onto a page: the value of a form's field, or a comment. */
export type PageNote = { readonly page: number; readonly text: string }

/** What the fields and comments of a page say, from its top down. */
export async function notesOfPage(pdf: PDFDocumentProxy, number: number, height: number): Promise<PageNote[]> {
  const page = await pdf.getPage(number)
  const listed: readonly unknown[] = await page.getAnnotations()
  const notes = listed.flatMap((annotation) => {
    const text = wordsOf(annotation)
    return text === '' ? [] : [{ page: number, text, top: topOf(annotation, height) }]
  })
  notes.sort((a, b) => a.top - b.top)
  if (pdf.isPureXfa) notes.push(...(await wordsOfForm(pdf, number)).map((text) => ({ page: number, text, top: 0 })))
  return notes.map(({ page: on, text }) => ({ page: on, text }))
}

function wordsOf(annotation: unknown): string {
  if (typeof annotation !== 'object' || annotation === null) return ''
  if ('subtype' in annotation && annotation.subtype === 'Widget') {
    if (!('fieldValue' in annotation)) return ''
    const value = annotation.fieldValue
    const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : value
    if (typeof text !== 'string' || /^off$/i.test(text)) return ''
    const label =
      'alternativeText' in annotation && typeof annotation.alternativeText === 'string'
        ? annotation.alternativeText
        : ''
    return squeeze(label === '' || text.trim() === '' ? text : `${label}: ${text}`)
  }
  if (!('contentsObj' in annotation)) return ''
  const { contentsObj } = annotation
  if (typeof contentsObj !== 'object' || contentsObj === null || !('str' in contentsObj)) return ''
  return typeof contentsObj.str === 'string' ? squeeze(contentsObj.str) : ''
}

function topOf(annotation: unknown, height: number): number {
  if (typeof annotation !== 'object' || annotation === null || !('rect' in annotation)) return 0
  return Array.isArray(annotation.rect) && typeof annotation.rect[3] === 'number' ? height - annotation.rect[3] : 0
}

/** A form of the kind called XFA has its words in a tree of its own, not on the page. */
async function wordsOfForm(pdf: PDFDocumentProxy, number: number): Promise<string[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  return items.flatMap((item) => ('str' in item && squeeze(item.str) !== '' ? [squeeze(item.str)] : []))
}
