import { serveParent } from '../../platform/child-process/serve-parent.ts'
import { readDocument } from './read-document.ts'

/** The process that documents are read in: it may hang or swell without harm to the server. */
serveParent(async (message, tell) => {
  if (!isDocument(message)) throw new TypeError('A document has a name and content')
  return readDocument(message, (stage, fraction) => tell({ stage, fraction }))
})

function isDocument(message: unknown): message is { name: string; content: Uint8Array } {
  if (typeof message !== 'object' || message === null || !('name' in message) || !('content' in message)) return false
  return typeof message.name === 'string' && message.content instanceof Uint8Array
}
