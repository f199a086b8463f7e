import { type DigestTelling, subjectOf, wordItem } from './digest-words.ts'
import type { Digest } from './tellings.ts'

/** A text message is short: more than this goes by mail, where there is an address. */
export const MOST_IN_A_TEXT = 3

export type WayToTell = { readonly channel: 'mail' | 'text'; readonly to: string }

/**
 * How somebody is told on a day: by one message and never two. By text where they wish it and it is short, or where no address of mail
 * is known; else by mail; null where neither is known.
 */
export function wayToTell({ to, items, warnings }: Digest): WayToTell | null {
  const isShort = items.length + warnings.length <= MOST_IN_A_TEXT
  if (to.text !== null && (isShort || to.email === null)) return { channel: 'text', to: to.text }
  return to.email === null ? null : { channel: 'mail', to: to.email }
}

/** The same as a mail would tell, in the words of a text message: each thing with its link, and how many more there are. */
export function wordText(
  digest: Digest,
  { linkOf, pageOf, partnership, on }: DigestTelling,
): { readonly subject: string; readonly text: string } {
  const { items, warnings } = digest
  const told = [
    ...items.map((item) => () => `${wordItem(item, on)}\n${linkOf(item)}`),
    ...warnings.map(
      ({ waiting, waitsFor }) =>
        () =>
          `${waiting.ref ?? shortened(waiting.text)} waits for ${waitsFor}, which is late\n${pageOf(waiting.id)}`,
    ),
  ]
  const lines = told.slice(0, MOST_IN_A_TEXT).map((word) => word())
  const more = told.length - lines.length
  return {
    subject: subjectOf(items, warnings, on),
    text: [
      ...lines,
      ...(more > 0 ? [`And ${more} more: sign in, or ask the manager.`] : []),
      `${partnership}. To stop texts, tell the manager.`,
    ].join('\n\n'),
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
}
