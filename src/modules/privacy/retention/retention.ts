/** How long each kind of personal data is kept before a daily job forgets it. */
export const RETENTION = {
  messages: {
    name: 'Messages',
    days: 730,
    counts: 'after they ended',
    becomes: 'the address, the name and the words are taken out; that a message went, when and for what stays',
  },
  invitations: {
    name: 'Invitations',
    days: 365,
    counts: 'after they expired',
    becomes: 'they are deleted',
  },
  'update-links': {
    name: 'Links to one update',
    days: 365,
    counts: 'after they expired',
    becomes: 'they are deleted; what was sent by them stays',
  },
  'left-contact': {
    name: 'Contact data of people who left',
    days: 365,
    counts: 'after they left',
    becomes: 'mail address, mobile number and sign-in are deleted; the name stays beside what they did',
  },
  lists: {
    name: 'Lists of people that were handed in',
    days: 90,
    counts: 'after they were handed in',
    becomes: 'their rows are deleted; who was taken into the directory stays there',
  },
  'form-receipts': {
    name: 'Receipts of forms',
    days: 30,
    counts: 'after they were sent',
    becomes: 'they are deleted',
  },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly days: number; readonly counts: string; readonly becomes: string }>
>

export type RetentionKind = keyof typeof RETENTION

/** Reads a kind that came from outside. */
export function parseKind(words: string): RetentionKind | null {
  return RETENTION_KINDS.find((kind) => kind === words) ?? null
}

export const RETENTION_KINDS: readonly RetentionKind[] = [
  'messages',
  'invitations',
  'update-links',
  'left-contact',
  'lists',
  'form-receipts',
]

/** How many days each kind is kept: as the partnership chose, or as Trellis does. */
export type Periods = Readonly<Record<RetentionKind, number>>

/**
 * Reads a period as somebody typed it.
 *
 * @returns whole days from 1 to 36,500; null for anything else
 */
export function parseDays(words: string): number | null {
  const days = /^\d{1,5}$/.test(words.trim()) ? Number(words.trim()) : 0
  return days >= 1 && days <= 36_500 ? days : null
}
