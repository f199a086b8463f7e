import { ok } from '../../../kernel/result.ts'
import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import type { FormatReader } from './format-reader.ts'
import { layOutDocument } from './pdf/lay-out-document.ts'
import { closePdf } from './pdf/open-pdf.ts'
import { openWholePdf } from './pdf/open-whole-pdf.ts'
import { readPages } from './pdf/read-pages.ts'

/**
 * A PDF with words in it as blocks: tables by the lines drawn around their cells, or by the columns they stand in; headings, paragraphs
 * and lists by how they are set; then what forms and notes on its pages say.
 */
export const readPdf: FormatReader = async (name, content, tell) => {
  tell?.('Opening the PDF', 0)
  const opened = await openWholePdf(name, content)
  if (!opened.ok) return opened
  const { pdf, findings } = opened.value
  try {
    if (pdf.numPages > LIMITS.pdfPages) {
      const count = pdf.numPages.toLocaleString('en-GB')
      return refuseFile(
        'too-many-pages',
        name,
        `has ${count} pages; the limit is ${LIMITS.pdfPages}. Send the pages with the plan alone.`,
      )
    }
    const read = await readPages(name, pdf, (page) =>
      tell?.(`Reading page ${page} of ${pdf.numPages}`, (0.8 * page) / pdf.numPages),
    )
    if (!read.ok) return read
    tell?.('Finding tables and headings', 0.85)
    const laid = layOutDocument(read.value)
    return ok({
      format: 'pdf',
      blocks: laid.blocks,
      findings: [...findings, ...read.value.findings, ...laid.findings],
    })
  } finally {
    await closePdf(pdf)
  }
}
