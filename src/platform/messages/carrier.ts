import type { ClaimedMessage } from './delivery.store.ts'
import type { Channel } from './message.ts'

/** A message as a carrier needs it. */
export type Letter = Pick<ClaimedMessage, 'id' | 'to' | 'toName' | 'subject' | 'text' | 'partnershipName'>

/** What became of a letter that was handed over, in the server's words. */
export type HandedOver =
  /** a server has taken it; what it calls it */
  | { readonly outcome: 'taken'; readonly words: string; readonly reference: string | null }
  /** nothing was sent: it can be read in Trellis */
  | { readonly outcome: 'kept'; readonly words: string }
  /** not now: worth trying again */
  | { readonly outcome: 'put-off'; readonly words: string }
  /** the server broke off; nobody knows whether it has taken it */
  | { readonly outcome: 'unsure'; readonly words: string }
  /** never; `isAddress`: because of whom it is for */
  | { readonly outcome: 'refused'; readonly words: string; readonly isAddress: boolean }

/** One way out of Trellis. */
export type Carrier = {
  /** what the list of messages calls it */
  readonly via: 'outbox' | 'smtp' | 'notify'
  /** hands a letter over; a failure of the way itself is an outcome, and is not thrown */
  readonly handOver: (letter: Letter) => Promise<HandedOver>
  /** what became of a letter whose worker was lost, for a server that can be asked; null: it never came */
  readonly askAfter?: (letter: Letter) => Promise<HandedOver | null>
  /** what became of a letter it has taken, by what it calls it, for a server that can be asked; null: it does not know yet */
  readonly fateOf?: (reference: string) => Promise<Fate | null>
}

/** What became of a letter after a server had taken it, by the server's word; `isAddress`: nothing can be delivered there. */
export type Fate = { readonly kind: 'delivered' | 'returned'; readonly status: string; readonly isAddress: boolean }

export type Carriers = Readonly<Record<Channel, Carrier>>

/** The way out of an installation that sends nothing: its messages are read in Trellis. */
export const outbox: Carrier = {
  via: 'outbox',
  handOver: async () => ({ outcome: 'kept', words: 'This installation sends nothing out. The message is kept here.' }),
}
