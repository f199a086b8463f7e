import { sql } from 'kysely'
import type { MessageId, PersonId } from '../../kernel/id.ts'
import { instantFrom, type Tx } from '../../platform/database/index.ts'
import { type AttemptOutcome, type Channel, whyReturned } from '../../platform/messages/index.ts'
import type { MessageStanding, MessageState } from './message-words.ts'

/** One message in the list. */
export type ListedMessage = MessageStanding & {
  readonly id: MessageId
  readonly channel: Channel
  readonly to: string
  readonly toName: string | null
  readonly purpose: string
  readonly subject: string
  readonly queuedAt: Temporal.Instant
}

/** What is looked for; an empty list of states and null look for nothing in particular. */
export type MessageFilter = {
  readonly words: string | null
  readonly purpose: string | null
  readonly states: readonly MessageState[]
}

/** The messages that pass a filter, latest first, a page of them; and how many pass in all. */
export async function findMessages(
  tx: Tx,
  { words, purpose, states }: MessageFilter,
  rows: { readonly from: number; readonly size: number },
): Promise<{ readonly found: number; readonly messages: readonly ListedMessage[] }> {
  const passing = messagesWithEnds(tx)
    .$if(words !== null, (query) =>
      query.where(sql<boolean>`position(lower(${words}) in lower(concat_ws(' ', subject, to_name, to_address))) > 0`),
    )
    .$if(purpose !== null, (query) => query.where('purpose', '=', purpose ?? ''))
    .$if(states.length > 0, (query) =>
      query.where(sql<boolean>`coalesce(message_outcome.kind, 'waiting') = any(${[...states]}::text[])`),
    )
  const { found } = await passing.select((of) => of.fn.countAll<number>().as('found')).executeTakeFirstOrThrow()
  const page = await passing
    .select(LISTED)
    .select(TRIES)
    .orderBy('message.queued_at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(rows.size)
    .offset(rows.from)
    .execute()
  return { found, messages: page.map(listedMessage) }
}

/** How many messages stand where. */
export async function countMessages(tx: Tx): Promise<Readonly<Partial<Record<MessageState, number>>>> {
  const rows = await messagesWithEnds(tx)
    .select(sql<MessageState>`coalesce(message_outcome.kind, 'waiting')`.as('state'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** What messages have been for, at most a hundred purposes. */
export async function findPurposes(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('message').select('purpose').distinct().orderBy('purpose').limit(100).execute()
  return rows.map(({ purpose }) => purpose)
}

export type MessageTry = {
  readonly number: number
  readonly via: string
  readonly beganAt: Temporal.Instant
  /** null: under way */
  readonly outcome: AttemptOutcome | null
  readonly words: string | null
}

/** One message whole. */
export type MessageSeen = ListedMessage & {
  readonly personId: PersonId | null
  readonly text: string
  readonly isSecret: boolean
  readonly isBlanked: boolean
  readonly notBefore: Temporal.Instant
  readonly expiresAt: Temporal.Instant | null
  /** latest first, at most a hundred */
  readonly attempts: readonly MessageTry[]
  /** when its mail server first said that it is still trying; null: it never did */
  readonly delayedAt: Temporal.Instant | null
  /** when its address was last refused, and in which words; null: never */
  readonly refusal: { readonly at: Temporal.Instant; readonly words: string } | null
}

export async function findMessage(tx: Tx, id: MessageId): Promise<MessageSeen | null> {
  const row = await messagesWithEnds(tx)
    .select(LISTED)
    .select(TRIES)
    .select('message.person_id')
    .select(['message.body', 'message.is_secret', 'message.blanked_at', 'message.not_before', 'message.expires_at'])
    .where('message.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const attempts = await tx
    .selectFrom('message_attempt')
    .select(['number', 'via', 'began_at', 'outcome', 'words'])
    .where('message_id', '=', id)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  const refusal = await tx
    .selectFrom('address_refusal')
    .select(['at', 'words'])
    .where('channel', '=', row.channel)
    .where('address', '=', row.to_address)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const delay = await tx.selectFrom('message_delay').select('at').where('message_id', '=', id).executeTakeFirst()
  return {
    ...listedMessage(row),
    personId: row.person_id as PersonId | null,
    text: row.body,
    isSecret: row.is_secret,
    isBlanked: row.blanked_at !== null,
    notBefore: instantFrom(row.not_before),
    expiresAt: row.expires_at === null ? null : instantFrom(row.expires_at),
    attempts: attempts.map(({ number, via, began_at, outcome, words }) => ({
      number,
      via,
      beganAt: instantFrom(began_at),
      outcome: outcome as AttemptOutcome | null,
      words,
    })),
    delayedAt: delay ? instantFrom(delay.at) : null,
    refusal: refusal ? { at: instantFrom(refusal.at), words: refusal.words } : null,
  }
}

/** Holds a message that waits, until the transaction ends: no worker takes it meanwhile, and one that has it is waited for. */
export async function lockMessageDue(tx: Tx, id: MessageId): Promise<void> {
  await tx.selectFrom('message_due').select('message_id').where('message_id', '=', id).forUpdate().execute()
}

/** Whether the partnership of the transaction's scope is the demo. */
export async function isDemoPartnership(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('partnership').select('is_demo').executeTakeFirst()
  return row?.is_demo ?? false
}

const LISTED = [
  'message.id',
  'message.channel',
  'message.to_address',
  'message.to_name',
  'message.purpose',
  'message.subject',
  'message.queued_at',
  'message_outcome.kind',
  'message_outcome.at',
  'message_outcome.returned_status',
  'message_due.due_at',
] as const

const TRIES = sql<number>`(select count(*) from message_attempt
  where message_attempt.partnership_id = message.partnership_id and message_attempt.message_id = message.id)`.as(
  'tries',
)

function messagesWithEnds(tx: Tx) {
  return tx
    .selectFrom('message')
    .leftJoin('message_outcome', (on) =>
      on
        .onRef('message_outcome.partnership_id', '=', 'message.partnership_id')
        .onRef('message_outcome.message_id', '=', 'message.id'),
    )
    .leftJoin('message_due', (on) =>
      on
        .onRef('message_due.partnership_id', '=', 'message.partnership_id')
        .onRef('message_due.message_id', '=', 'message.id'),
    )
}

type ListedRow = {
  readonly id: string
  readonly channel: string
  readonly to_address: string
  readonly to_name: string | null
  readonly purpose: string
  readonly subject: string
  readonly queued_at: string
  readonly kind: string | null
  readonly at: string | null
  readonly returned_status: string | null
  readonly due_at: string | null
  readonly tries: number
}

function listedMessage(row: ListedRow): ListedMessage {
  return {
    id: row.id as MessageId,
    channel: row.channel as Channel,
    to: row.to_address,
    toName: row.to_name,
    purpose: row.purpose,
    subject: row.subject,
    queuedAt: instantFrom(row.queued_at),
    state: (row.kind as MessageState | null) ?? 'waiting',
    tries: row.tries,
    nextAt: row.due_at === null ? null : instantFrom(row.due_at),
    endedAt: row.at === null ? null : instantFrom(row.at),
    returnedWhy: row.returned_status === null ? null : whyReturned(row.returned_status),
  }
}
