import { serveParent } from '../../../platform/child-process/serve-parent.ts'
import type { Comparable } from './comparable.ts'
import { compareDocuments } from './reconcile-documents.ts'

/** The process that large documents are compared in: the server goes on meanwhile. */
serveParent(async (message) => {
  if (!isAsked(message)) throw new TypeError('A comparison has two documents')
  return compareDocuments(message.plan, message.report)
})

function isAsked(message: unknown): message is { readonly plan: Comparable; readonly report: Comparable } {
  return typeof message === 'object' && message !== null && 'plan' in message && 'report' in message
}
