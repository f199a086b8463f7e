import type { ActionId, BodyId, PersonId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** Somebody who can be told something; null where no address of theirs is known. */
export type Recipient = { readonly personId: PersonId; readonly name: string; readonly email: string | null }

/** The people who lead each of some actions. */
export async function findLeadsOfActions(
  tx: Tx,
  actionIds: readonly ActionId[],
): Promise<ReadonlyMap<ActionId, readonly Recipient[]>> {
  if (actionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('action_lead')
    .innerJoin('person', 'person.id', 'action_lead.person_id')
    .select(['action_lead.action_id', 'person.id', 'person.name', 'person.email'])
    .distinct()
    .where('action_lead.action_id', 'in', [...actionIds])
    .orderBy('person.name')
    .execute()
  const leads = rows.map((row) => ({ actionId: row.action_id as ActionId, ...recipientOf(row) }))
  return Map.groupBy(leads, ({ actionId }) => actionId)
}

/** Who chairs each of some bodies. */
export async function findChairsOfBodies(
  tx: Tx,
  bodyIds: readonly BodyId[],
): Promise<ReadonlyMap<BodyId, readonly Recipient[]>> {
  if (bodyIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('body_member')
    .innerJoin('person', 'person.id', 'body_member.person_id')
    .select(['body_member.body_id', 'person.id', 'person.name', 'person.email'])
    .where('seat', '=', 'chair')
    .where('body_member.body_id', 'in', [...bodyIds])
    .orderBy('person.name')
    .execute()
  const chairs = rows.map((row) => ({ bodyId: row.body_id as BodyId, ...recipientOf(row) }))
  return Map.groupBy(chairs, ({ bodyId }) => bodyId)
}

/** Who runs the partnership's plans. */
export async function findManagers(tx: Tx): Promise<readonly Recipient[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['person.id', 'person.name', 'person.email'])
    .where('role', '=', 'manager')
    .orderBy('person.name')
    .execute()
  return rows.map(recipientOf)
}

function recipientOf(row: { id: string; name: string; email: string | null }): Recipient {
  return { personId: row.id as PersonId, name: row.name, email: row.email }
}
