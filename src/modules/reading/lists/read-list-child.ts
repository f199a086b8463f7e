import { serveParent } from '../../../platform/child-process/serve-parent.ts'
import { type ListManner, readList } from './read-list.ts'

/** The process that lists are read in: a hostile workbook may hang or swell without harm to the server. */
serveParent(async (message) => {
  if (!isAsked(message)) throw new TypeError('A list has a name and content')
  return readList(message.name, message.content, message.manner)
})

function isAsked(
  message: unknown,
): message is { readonly name: string; readonly content: Uint8Array; readonly manner: ListManner } {
  if (typeof message !== 'object' || message === null || !('name' in message) || !('content' in message)) return false
  if (!('manner' in message) || (message.manner !== 'list' && message.manner !== 'answers')) return false
  return typeof message.name === 'string' && message.content instanceof Uint8Array
}
