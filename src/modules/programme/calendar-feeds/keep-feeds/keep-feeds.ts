import type { CalendarFeedId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Scope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { makePrivateAddress } from '../../../../platform/private-address.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { type CalendarOf, findFeedsOf, insertFeed, revokeFeed } from '../calendar-feed.store.ts'
import { nameCalendar } from '../make-calendar.ts'

/** Nobody needs more calendars than this; each is an address that somebody could pass on. */
export const MOST_FEEDS = 20

export type FeedRefusal = { readonly kind: 'form-expired' | 'not-found' | 'too-many' }

/** What was made. The address is said this once and kept nowhere; null when the form came a second time. */
export type FeedMade = { readonly name: string; readonly address: string | null }

/** Makes somebody a private address of a calendar they may see. */
export async function makeFeed(
  world: World,
  by: Member,
  of: CalendarOf,
  formKey: string | null,
): Promise<Result<FeedMade, FeedRefusal>> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, ownScope(by), async (tx): Promise<Result<FeedMade, FeedRefusal>> => {
    const name = await nameCalendar(tx, by, of)
    if (name === null) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, 'made', world.now())) return ok({ name, address: null })
    if ((await findFeedsOf(tx, by.person.id)).length >= MOST_FEEDS) return refuse({ kind: 'too-many' })
    const { words, hash } = makePrivateAddress(by.partnershipId)
    const id = world.newId<'calendar-feed'>()
    await insertFeed(tx, by.partnershipId, { id, ownerId: by.person.id, of, madeAt: world.now(), hash })
    await recordChange(tx, world, by, {
      what: 'made a calendar address for themselves',
      subject: { kind: 'person', id: by.person.id },
      after: { calendar: name },
    })
    return ok({ name, address: `${world.origin}/feeds/${words}/trellis.ics` })
  })
}

/** Ends a feed of somebody's own; renewed, another address takes its place in the same moment. */
export async function endFeed(
  world: World,
  by: Member,
  feedId: CalendarFeedId,
  { step, formKey }: { readonly step: 'revoke' | 'renew'; readonly formKey: string | null },
): Promise<Result<FeedMade, FeedRefusal>> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, ownScope(by), async (tx): Promise<Result<FeedMade, FeedRefusal>> => {
    if (await useFormKey(tx, by.partnershipId, formKey, step, world.now())) return ok({ name: '', address: null })
    const ended = await revokeFeed(tx, feedId, by.person.id, world.now())
    if (!ended) return refuse({ kind: 'not-found' })
    const name = (await nameCalendar(tx, by, ended.of)) ?? ''
    const subject = { kind: 'person', id: by.person.id } as const
    if (step === 'revoke') {
      const what = 'revoked a calendar address of their own'
      await recordChange(tx, world, by, { what, subject, before: { calendar: name } })
      return ok({ name, address: null })
    }
    const { words, hash } = makePrivateAddress(by.partnershipId)
    const id = world.newId<'calendar-feed'>()
    await insertFeed(tx, by.partnershipId, { id, ownerId: by.person.id, of: ended.of, madeAt: world.now(), hash })
    const what = 'renewed a calendar address of their own'
    await recordChange(tx, world, by, { what, subject, before: { calendar: name }, after: { calendar: name } })
    return ok({ name, address: `${world.origin}/feeds/${words}/trellis.ics` })
  })
}

/** Also whoever changes nothing of the partnership keeps their own addresses; what they see stays as it is. */
function ownScope({ partnershipId, sight }: Member): Scope {
  return { partnershipId, sight: { ...sight, changesNothing: false } }
}
