import type { PersonId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import type { Member } from '../visitor.ts'

export type InvitationEnd = 'accepted' | 'revoked' | 'sent-again'
export type Invitation = {
  readonly id: string
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly email: string
  readonly sentAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly ended: InvitationEnd | null
}

/** Somebody of the directory who may be invited: they have no sign-in, and have not left. */
export type Invitable = { readonly id: PersonId; readonly name: string; readonly email: string | null }

export async function findInvitable(tx: Tx): Promise<readonly Invitable[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('left_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('person_account').select('account_id').whereRef('person_id', '=', 'person.id'))),
    )
    .orderBy('name')
    .limit(5000)
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as PersonId }))
}

export async function insertInvitation(
  tx: Tx,
  { now }: Pick<World, 'now'>,
  by: Member,
  of: { id: string; personId: PersonId; email: string; hash: string; expiresAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      partnership_id: by.partnershipId,
      id: of.id,
      person_id: of.personId,
      email: of.email,
      address_hash: of.hash,
      sent_at: now().toString(),
      sent_by: by.person.id,
      expires_at: of.expiresAt.toString(),
    })
    .execute()
}

/** False when it had ended before. */
export async function endInvitation(
  tx: Tx,
  {
    partnershipId,
    id,
    at,
    kind,
  }: Pick<Member, 'partnershipId'> & { id: string; at: Temporal.Instant; kind: InvitationEnd },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('invitation_end')
    .values({ partnership_id: partnershipId, invitation_id: id, at: at.toString(), kind })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function invitations(tx: Tx) {
  return tx
    .selectFrom('invitation')
    .innerJoin('person', (on) =>
      on
        .onRef('person.partnership_id', '=', 'invitation.partnership_id')
        .onRef('person.id', '=', 'invitation.person_id'),
    )
    .leftJoin('invitation_end', (on) =>
      on
        .onRef('invitation_end.partnership_id', '=', 'invitation.partnership_id')
        .onRef('invitation_end.invitation_id', '=', 'invitation.id'),
    )
    .select([
      'invitation.id as id',
      'invitation.person_id as person_id',
      'person.name as name',
      'invitation.email as email',
      'invitation.sent_at as sent_at',
      'invitation.expires_at as expires_at',
      'invitation_end.kind as ended',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number]

function asInvitation(row: Row): Invitation {
  return {
    id: row.id,
    person: { id: row.person_id as PersonId, name: row.name },
    email: row.email,
    sentAt: instantFrom(row.sent_at),
    expiresAt: instantFrom(row.expires_at),
    ended: row.ended as InvitationEnd | null,
  }
}

/** Invitations that are not taken the place of by another, latest first. */
export async function findInvitations(tx: Tx): Promise<readonly Invitation[]> {
  const rows = await invitations(tx)
    .where(({ or, eb }) => or([eb('invitation_end.kind', 'is', null), eb('invitation_end.kind', '<>', 'sent-again')]))
    .orderBy('invitation.sent_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(asInvitation)
}

export async function findInvitation(tx: Tx, id: string): Promise<Invitation | null> {
  const row = await invitations(tx).where('invitation.id', '=', id).executeTakeFirst()
  return row ? asInvitation(row) : null
}

export async function findInvitationByHash(tx: Tx, hash: string): Promise<Invitation | null> {
  const row = await invitations(tx).where('invitation.address_hash', '=', hash).executeTakeFirst()
  return row ? asInvitation(row) : null
}
