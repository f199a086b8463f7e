import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { counted } from '../../../../kernel/counted.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Finding } from '../../plan-reading.ts'
import type { ReadingRefusal } from '../../refusal.ts'
import { closePdf, openPdf } from './open-pdf.ts'
import { countPagesHeld, withoutCounts } from './pages-held.ts'

type Opened = { readonly pdf: PDFDocumentProxy; readonly findings: readonly Finding[] }

/** Opens a PDF with all its pages: one that says it has fewer than hang in it is opened by what it holds, and that is said. */
export async function openWholePdf(name: string, content: Uint8Array): Promise<Result<Opened, ReadingRefusal>> {
  const opened = await openPdf(name, content)
  if (!opened.ok) return opened
  const pdf = opened.value
  const [said, held] = [pdf.numPages, await countPagesHeld(pdf, content)]
  if (held <= said) return ok({ pdf, findings: [] })
  const again = await openPdf(name, withoutCounts(content))
  if (!again.ok || again.value.numPages <= said) {
    if (again.ok) await closePdf(again.value)
    return ok({ pdf, findings: [miscounted(said, held, said)] })
  }
  await closePdf(pdf)
  return ok({ pdf: again.value, findings: [miscounted(said, held, again.value.numPages)] })
}

function miscounted(said: number, held: number, read: number): Finding {
  const says = `The PDF says that it has ${counted(said, 'page')}, and holds ${held.toLocaleString('en-GB')}`
  const missing = held - read
  const message =
    missing <= 0
      ? `${says}; all of them were read. Do the pages from page ${said + 1} on belong to the plan?`
      : `${says}: ${counted(missing, 'page')} ${missing === 1 ? 'is' : 'are'} not in this reading. Open it, print or save it as a PDF again and choose that.`
  const severity = missing <= 0 ? 'question' : 'warning'
  return { code: 'pages-miscounted', severity, action: null, words: null, message, where: { page: Math.max(1, said) } }
}
