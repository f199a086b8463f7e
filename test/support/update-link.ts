import assert from 'node:assert/strict'
import type { ReportingPointId, UpdateLinkId } from '../../src/kernel/id.ts'
import { sendLink } from '../../src/modules/programme/asking/send-link/send-link.ts'
import { inScope, type Tx, wholePartnership } from '../../src/platform/database/index.ts'
import type { SmallPartnership, Somebody } from './partnership.ts'
import { theHouse } from './visit-house.ts'

/** Mails somebody a link to an update, and reads it from the message: the path that it opens. */
export async function aLink(
  town: SmallPartnership,
  pointId: ReportingPointId,
  { member, email }: Somebody = town.lead,
): Promise<string> {
  const { world } = await theHouse()
  return inScope(world.db, wholePartnership(town.id), async (tx) => {
    assert.ok(await sendLink(world, tx, town.id, { pointId, person: { ...member.person, email } }))
    return (await linksMailed(tx)).at(-1) ?? ''
  })
}

/** Every path to an update that was mailed in a partnership and can still be read, the latest last. */
export async function linksMailed(tx: Tx): Promise<readonly string[]> {
  const messages = await tx.selectFrom('message').select('body').orderBy('queued_at').orderBy('id').execute()
  return messages.flatMap(({ body }) => body.match(/\/u\/[\w-]{64}/g) ?? [])
}

/** As {@link linksMailed}, of a partnership. */
export async function mailedIn({ id }: SmallPartnership): Promise<readonly string[]> {
  return inScope((await theHouse()).world.db, wholePartnership(id), linksMailed)
}

/** The last link made in a partnership, as its records name it. */
export async function lastLinkId(tx: Tx): Promise<UpdateLinkId> {
  const { id } = await tx.selectFrom('update_link').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return id as UpdateLinkId
}
