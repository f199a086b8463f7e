import { aPartnership } from '../../../test/support/database.ts'
import type { MessageId, PartnershipId } from '../../kernel/id.ts'
import { type Database, inScope, wholePartnership } from '../database/index.ts'
import type { World } from '../world.ts'
import { type Message, queueMessage } from './index.ts'

export function aMessage(overrides: Partial<Message> = {}): Message {
  return {
    key: 'reminder/1',
    channel: 'mail',
    to: 'lena@testing.example',
    toName: 'Lena Lead',
    purpose: 'reminder',
    subject: 'Your update is due',
    text: 'Your update is due on 31 October 2014.\n\nhttps://trellis.example.org/updates',
    ...overrides,
  }
}

/** An empty partnership with a message queued in it. */
export async function aQueuedMessage(
  { database, world }: { readonly database: Database; readonly world: World },
  overrides: Partial<Message> = {},
  partnership: Parameters<typeof aPartnership>[1] = {},
): Promise<PartnershipId> {
  const mine = await aPartnership(database, partnership)
  await inScope(world.db, wholePartnership(mine), (tx) => queueMessage(tx, world, mine, aMessage(overrides)))
  return mine
}

/** How the messages of a partnership stand, past every page: their ends, attempts and refused addresses, the first first. */
export async function standingOf(world: World, partnershipId: PartnershipId) {
  return inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    const ends = await tx.selectFrom('message_end').select('kind').orderBy('at').execute()
    const attempts = await tx.selectFrom('message_attempt').select(['outcome', 'words']).orderBy('number').execute()
    const refusals = await tx.selectFrom('address_refusal').select(['address', 'words']).execute()
    const bodies = await tx.selectFrom('message').select('body').orderBy('id').execute()
    return {
      ends: ends.map(({ kind }) => kind),
      outcomes: attempts.map(({ outcome }) => outcome),
      words: attempts.map(({ words }) => words),
      refusals,
      bodies: bodies.map(({ body }) => body),
    }
  })
}

/** A message queued in a partnership that there is; its id. */
export async function aMessageIn(
  world: World,
  partnershipId: PartnershipId,
  overrides: Partial<Message> = {},
): Promise<MessageId> {
  const key = world.newId()
  return inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    await queueMessage(tx, world, partnershipId, aMessage({ key, ...overrides }))
    const { id } = await tx
      .selectFrom('message')
      .select('id')
      .where('key', '=', overrides.key ?? key)
      .executeTakeFirstOrThrow()
    return id as MessageId
  })
}
