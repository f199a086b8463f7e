import type { PartnershipId, ReportingPointId } from '../../../../kernel/id.ts'
import { inScope, type Scope, type Tx, wholePartnership } from '../../../../platform/database/index.ts'
import { readPrivateAddress } from '../../../../platform/private-address.ts'
import { today, type World } from '../../../../platform/world.ts'
import { findPartnershipName } from '../../../people/index.ts'
import { isLeadOrDeputy } from '../../asking/recipient.store.ts'
import { findPoint } from '../../points/point.store.ts'
import { findClosing } from '../../year-end/disposal.store.ts'
import type { UpdateWriter } from '../update-writer.ts'
import { type LinkStanding, linkStanding } from './link-standing.ts'
import { findLinksMade, findUpdateLink, type UpdateLink } from './update-link.store.ts'

/** A link that is known, with how it stands now. */
export type KnownLink = {
  readonly partnershipId: PartnershipId
  readonly partnership: string
  readonly words: string
  readonly link: UpdateLink
  readonly standing: LinkStanding
}

/** The link that an address opens, or would have; null for words that are nobody's. */
export async function findLink(world: World, words: string): Promise<KnownLink | null> {
  const read = readPrivateAddress(words)
  if (!read) return null
  const { partnershipId, hash } = read
  const link = await inScope(world.db, wholePartnership(partnershipId), (tx) => findUpdateLink(tx, { hash }))
  if (!link) return null
  return inScope(world.db, scopeOfLink(partnershipId, link), async (tx) => {
    const partnership = await findPartnershipName(tx)
    return { partnershipId, partnership, words, link, standing: await standingOf(world, tx, link) }
  })
}

/** What whoever comes by a link sees and may write: its one update, and what that needs. */
export function scopeOfLink(partnershipId: PartnershipId, { pointId, person }: UpdateLink): Scope {
  return {
    partnershipId,
    sight: {
      sees: 'update',
      pointId,
      personId: person.id,
      people: [person.id],
      posts: [],
      organisationId: null,
      keepsPeople: false,
      changesNothing: false,
    },
  }
}

/** How a link stands, by what is so in this transaction. */
export async function standingOf(world: World, tx: Tx, link: UpdateLink): Promise<LinkStanding> {
  const { pointId, person, madeAt } = link
  const point = await findPoint(tx, pointId)
  const isAsked = point !== null && (await isLeadOrDeputy(tx, point.actionId, person.id, today(world)))
  const [nextMadeAt = null] = await findLinksMade(tx, { pointId, personId: person.id }, { since: madeAt })
  const closing = point && (await findClosing(tx, point.planId))
  return linkStanding(link, { isAsked, closing, nextMadeAt, now: world.now() })
}

/**
 * The holder of a link as the writer of its one update, and of nothing else; the link is asked again where they write.
 */
export function linkHolder(world: World, { partnershipId, link }: KnownLink, address: string): UpdateWriter {
  return {
    ...scopeOfLink(partnershipId, link),
    person: link.person,
    address,
    way: wayOf(link),
    mayReport: (tx, point) => opens(world, tx, link, point.id),
    mayJudge: () => false,
    mayOpenFiles: false,
  }
}

async function opens(world: World, tx: Tx, { id }: UpdateLink, pointId: ReportingPointId): Promise<boolean> {
  const link = await findUpdateLink(tx, { id })
  return link !== null && link.pointId === pointId && (await standingOf(world, tx, link)).kind === 'open'
}

/** How the audit trail says that somebody came by a link. */
export function wayOf({ sentTo, person }: Pick<UpdateLink, 'sentTo' | 'person'>): string {
  return `by link sent to ${sentTo || person.email || person.name}`
}
