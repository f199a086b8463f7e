import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ActionId, BodyId, PersonId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** Somebody who can be told something. */
export type Recipient = {
  readonly personId: PersonId
  readonly name: string
  /** null where no address of theirs is known */
  readonly email: string | null
  /** the number at which they wish to be told by text message; null where they do not */
  readonly text: string | null
  /** the person they stand in for; null when it is themselves who are asked */
  readonly inPlaceOf: string | null
}

/**
 * Who leads each of some actions on a day: its people, whoever holds a post that leads it, the chair of a body that leads
 * it; in place of somebody with a deputy on that day, the deputy; and whoever stands in for a vacant post.
 */
export async function findLeadsOfActions(
  tx: Tx,
  actionIds: readonly ActionId[],
  on: Day,
): Promise<ReadonlyMap<ActionId, readonly Recipient[]>> {
  if (actionIds.length === 0) return new Map()
  const { rows } = await sql<RecipientRow & { action_id: string }>`
    with led as (${ledBy(actionIds, on)})
    select distinct led.action_id, told.id, told.name, told.email,
      text_number(told.partnership_id, told.id) as text_number,
      case when told.id <> person.id then person.name end as in_place_of
    from led
    join person on person.id = led.person_id and person.left_on is null
    left join deputy on (deputy.person_id = person.id or deputy.post_id = led.post_id)
      and deputy.starts <= ${on.toString()} and (deputy.ends_before is null or deputy.ends_before > ${on.toString()})
    join person told on told.id = coalesce(deputy.deputy_id, person.id) and told.left_on is null
    order by led.action_id, told.name, told.id`.execute(tx)
  const leads = rows.map((row) => ({ actionId: row.action_id as ActionId, ...recipientOf(row) }))
  return Map.groupBy(leads, ({ actionId }) => actionId)
}

/** Whether somebody leads an action on a day, or stands in for one who does; nobody who left is either. */
export async function isLeadOrDeputy(tx: Tx, actionId: ActionId, personId: PersonId, on: Day): Promise<boolean> {
  const { rows } = await sql`
    with led as (${ledBy([actionId], on)})
    select 1 from led
    join person lead on lead.id = led.person_id and lead.left_on is null
    left join deputy on (deputy.person_id = lead.id or deputy.post_id = led.post_id)
      and deputy.starts <= ${on.toString()} and (deputy.ends_before is null or deputy.ends_before > ${on.toString()})
    join person asked on asked.id = ${personId} and asked.left_on is null
    where asked.id in (lead.id, deputy.deputy_id)
    limit 1`.execute(tx)
  return rows.length > 0
}

/** Each person who leads some actions: by name, by a post they hold, as the chair of a body that does, or in the stead of a vacant post. */
function ledBy(actionIds: readonly ActionId[], on: Day) {
  return sql`
    select action_id, person_id, null::uuid as post_id from action_lead
    where action_id = any(${[...actionIds]}::uuid[]) and person_id is not null
    union
    select lead.action_id, holding.person_id, holding.post_id from action_lead lead
    join post_holding holding on holding.partnership_id = lead.partnership_id and holding.post_id = lead.post_id
    where lead.action_id = any(${[...actionIds]}::uuid[]) and holding.ends_before is null
    union
    select lead.action_id, seat.person_id, null from action_lead lead
    join body_member seat on seat.partnership_id = lead.partnership_id and seat.body_id = lead.body_id
    where lead.action_id = any(${[...actionIds]}::uuid[]) and lead.person_id is null and lead.post_id is null
      and seat.seat = 'chair' and seat.ends_before is null
    union
    select lead.action_id, standing.deputy_id, null from action_lead lead
    join deputy standing on standing.partnership_id = lead.partnership_id and standing.post_id = lead.post_id
      and standing.starts <= ${on.toString()} and (standing.ends_before is null or standing.ends_before > ${on.toString()})
    where lead.action_id = any(${[...actionIds]}::uuid[]) and not exists (select from post_holding holding
      where holding.partnership_id = lead.partnership_id and holding.post_id = lead.post_id
        and holding.ends_before is null)`
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
    .select(['body_member.body_id', 'person.id', 'person.name', 'person.email', TEXT_NUMBER])
    .where('seat', '=', 'chair')
    .where('ends_before', 'is', null)
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
    .select(['person.id', 'person.name', 'person.email', TEXT_NUMBER])
    .where('role', '=', 'manager')
    .where('taken_at', 'is', null)
    .where('left_on', 'is', null)
    .orderBy('person.name')
    .execute()
  return rows.map(recipientOf)
}

const TEXT_NUMBER = sql<string | null>`text_number(person.partnership_id, person.id)`.as('text_number')

type RecipientRow = {
  id: string
  name: string
  email: string | null
  text_number: string | null
  in_place_of?: string | null
}

function recipientOf(row: RecipientRow): Recipient {
  return {
    personId: row.id as PersonId,
    name: row.name,
    email: row.email,
    text: row.text_number,
    inPlaceOf: row.in_place_of ?? null,
  }
}
