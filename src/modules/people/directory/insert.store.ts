import type { Day } from '../../../kernel/day.ts'
import type { BodyId, Id, OrganisationId, PartnershipId, PersonId, PostId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Body, Organisation, Seat } from './directory.ts'

/** Since when; left out where nobody knows. */
type Since = { readonly starts?: Day | null }

export async function insertOrganisation(
  tx: Tx,
  partnershipId: PartnershipId,
  of: Organisation & { readonly formedOn?: Day | null },
): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ partnership_id: partnershipId, id: of.id, name: of.name, kind: of.kind, formed_on: text(of.formedOn) })
    .execute()
}

export async function insertPerson(
  tx: Tx,
  partnershipId: PartnershipId,
  of: {
    readonly id: PersonId
    readonly name: string
    readonly email: string | null
    readonly mobile?: string | null
    readonly organisationId: OrganisationId | null
  },
): Promise<void> {
  const { organisationId, ...rest } = of
  await tx
    .insertInto('person')
    .values({ partnership_id: partnershipId, organisation_id: organisationId, ...rest })
    .execute()
}

export async function insertPost(
  tx: Tx,
  partnershipId: PartnershipId,
  of: {
    readonly id: PostId
    readonly name: string
    readonly organisationId: OrganisationId | null
    readonly bodyId: BodyId | null
  },
): Promise<void> {
  await tx
    .insertInto('post')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      name: of.name,
      organisation_id: of.organisationId,
      body_id: of.bodyId,
    })
    .execute()
}

export async function insertHolding(
  tx: Tx,
  partnershipId: PartnershipId,
  of: Since & { readonly id: Id<'holding'>; readonly postId: PostId; readonly personId: PersonId },
): Promise<void> {
  await tx
    .insertInto('post_holding')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      post_id: of.postId,
      person_id: of.personId,
      starts: text(of.starts),
    })
    .execute()
}

export async function insertBody(
  tx: Tx,
  partnershipId: PartnershipId,
  of: Body & { readonly parentId?: BodyId | null; readonly terms?: string | null; readonly formedOn?: Day | null },
): Promise<void> {
  await tx
    .insertInto('body')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      name: of.name,
      short_name: of.shortName,
      kind: of.kind,
      parent_id: of.parentId ?? null,
      terms: of.terms ?? null,
      formed_on: text(of.formedOn),
    })
    .execute()
}

export async function insertSeat(
  tx: Tx,
  partnershipId: PartnershipId,
  of: Since & {
    readonly id: Id<'seat'>
    readonly bodyId: BodyId
    readonly personId: PersonId
    readonly seat: Seat
  },
): Promise<void> {
  await tx
    .insertInto('body_member')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      body_id: of.bodyId,
      person_id: of.personId,
      seat: of.seat,
      starts: text(of.starts),
    })
    .execute()
}

function text(day: Day | null | undefined): string | null {
  return day ? day.toString() : null
}
