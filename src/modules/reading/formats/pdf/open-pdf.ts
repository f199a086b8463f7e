import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ok, type Result } from '../../../../kernel/result.ts'
import { type ReadingRefusal, refuseFile } from '../../refusal.ts'
import { toMatrix } from './matrix.ts'
import type { PageInk } from './page-ink.ts'
import { takeInk } from './take-ink.ts'
import { type FontFacts, NO_FONT } from './text-state.ts'
import { turnPage } from './turn-page.ts'

/** Tables that tell what the letters of East Asian fonts mean, from the package's own folder. */
const CMAPS = decodeURIComponent(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json')).pathname)

/**
 * Opens a PDF with pdf.js, in this process and without its network, fonts, pictures or scripts: only what the pages draw is wanted.
 */
export async function openPdf(name: string, content: Uint8Array): Promise<Result<PDFDocumentProxy, ReadingRefusal>> {
  const task = getDocument({
    data: new Uint8Array(content),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    // the names of fonts, for nothing else says which are bold
    fontExtraProperties: true,
    useWorkerFetch: false,
    useWasm: false,
    maxImageSize: 1,
    enableXfa: true,
    cMapUrl: CMAPS,
    cMapPacked: true,
  })
  try {
    return ok(await task.promise)
  } catch (problem) {
    await task.destroy()
    if (problem instanceof Error && problem.name === 'PasswordException') {
      return refuseFile(
        'encrypted',
        name,
        'is protected by a password. Open it, print or save it as a PDF without the password, and choose that.',
      )
    }
    return refuseFile(
      'damaged',
      name,
      'is damaged: it cannot be opened as a PDF. Open it in the program that made it, save it as a PDF again and choose that.',
    )
  }
}

/** What one page shows. @throws when the page cannot be read */
export async function inkOfPage(pdf: PDFDocumentProxy, number: number): Promise<PageInk> {
  const page = await pdf.getPage(number)
  const drawing = await page.getOperatorList({ annotationMode: 0 })
  const fonts = await fontsOf(page, drawing)
  const view = page.getViewport({ scale: 1 })
  const start = toMatrix(view.transform) ?? [1, 0, 0, 1, 0, 0]
  const ink = takeInk(drawing, start, view.width * view.height, (font) => fonts.get(font) ?? NO_FONT)
  page.cleanup()
  return turnPage({ page: number, width: view.width, height: view.height }, ink)
}

async function fontsOf(
  page: PDFPageProxy,
  drawing: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
): Promise<Map<string, FontFacts>> {
  const names = new Set<string>()
  for (const [index, operation] of drawing.fnArray.entries()) {
    const args = drawing.argsArray[index]
    if (operation === OPS.setFont && Array.isArray(args)) names.add(String(args[0]))
  }
  const fonts = new Map<string, FontFacts>()
  for (const name of names) {
    const font = await new Promise<unknown>((resolve) => page.commonObjs.get(name, resolve))
    fonts.set(name, factsOf(font))
  }
  return fonts
}

const BOLD = /bold|black|heavy|demi/i

function factsOf(font: unknown): FontFacts {
  if (typeof font !== 'object' || font === null) return NO_FONT
  const name = 'name' in font ? String(font.name) : ''
  const isMarked = ('bold' in font && font.bold === true) || ('black' in font && font.black === true)
  const matrix = 'fontMatrix' in font ? toMatrix(font.fontMatrix) : null
  return {
    isBold: isMarked || BOLD.test(name),
    isVertical: 'vertical' in font && font.vertical === true,
    perUnit: matrix?.[0] ?? NO_FONT.perUnit,
  }
}

export async function closePdf(pdf: PDFDocumentProxy): Promise<void> {
  await pdf.loadingTask.destroy()
}
