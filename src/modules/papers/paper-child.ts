import { serveParent } from '../../platform/child-process/serve-parent.ts'
import { compilePaper } from './compile-paper.ts'
import type { PaperAnswer, PaperOrder } from './paper-order.ts'

/** The printing process of `renderPdf`: takes an order as JSON, answers with the file or with why there is none. */
serveParent(async (message): Promise<PaperAnswer> => {
  try {
    const order: PaperOrder = JSON.parse(String(message))
    return { pdf: compilePaper(order) }
  } catch (reason) {
    return { failure: String(reason) }
  }
})
