import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { BodyId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import type { Body } from '../directory/directory.ts'

type Named = { readonly id: BodyId; readonly name: string }

export type BodyRecord = Body & {
  readonly parent: Named | null
  readonly terms: string | null
  readonly formedOn: Day | null
  readonly endedOn: Day | null
  readonly successor: Named | null
  readonly chairs: readonly string[]
  readonly members: number
  /** actions of plans that are not over whose lead group it is */
  readonly actions: number
}

/** Every body, those of now first, the board before its groups. */
export async function findBodyRecords(tx: Tx, today: Day): Promise<readonly BodyRecord[]> {
  return bodies(tx, today, sql`true`)
}

export async function findBody(tx: Tx, id: BodyId, today: Day): Promise<BodyRecord | null> {
  const [found] = await bodies(tx, today, sql`body.id = ${id}`)
  return found ?? null
}

export async function lockBody(tx: Tx, id: BodyId, today: Day): Promise<BodyRecord | null> {
  await tx.selectFrom('body').select('id').where('id', '=', id).forUpdate().execute()
  return findBody(tx, id, today)
}

async function bodies(tx: Tx, today: Day, which: ReturnType<typeof sql>): Promise<readonly BodyRecord[]> {
  const { rows } = await sql<
    Body & {
      terms: string | null
      parent_id: BodyId | null
      parent: string | null
      successor_id: BodyId | null
      successor: string | null
      formed_on: string | null
      ended_on: string | null
      chairs: string[]
      members: number
      actions: number
    }
  >`
    select body.id, body.name, body.short_name as "shortName", body.kind, body.terms, body.parent_id, parent.name as parent,
      body.successor_id, successor.name as successor, body.formed_on, body.ended_on, seats.chairs, seats.members,
      (select count(*)::int from action
        join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
        where action.lead_group_id = body.id and action.set_aside_at is null
          and (plan.ends_before is null or plan.ends_before > ${today.toString()})) as actions
    from body
    left join body parent on parent.partnership_id = body.partnership_id and parent.id = body.parent_id
    left join body successor on successor.partnership_id = body.partnership_id and successor.id = body.successor_id
    left join lateral (select count(*)::int as members,
        coalesce(array_agg(person.name order by person.name) filter (where seat = 'chair'), '{}') as chairs
      from body_member held
      join person on person.partnership_id = held.partnership_id and person.id = held.person_id
      where held.body_id = body.id and held.ends_before is null) seats on true
    where ${which}
    order by body.ended_on desc nulls first,
      array_position(array['board', 'executive', 'lead-group', 'sub-group', 'committee'], body.kind), body.name
    limit 1000`.execute(tx)
  return rows.map(({ parent_id, parent, successor_id, successor, formed_on, ended_on, ...same }) => ({
    ...same,
    parent: parent_id && parent !== null ? { id: parent_id, name: parent } : null,
    successor: successor_id && successor !== null ? { id: successor_id, name: successor } : null,
    formedOn: formed_on ? dayFrom(formed_on) : null,
    endedOn: ended_on ? dayFrom(ended_on) : null,
  }))
}

export async function updateBody(
  tx: Tx,
  of: Body & { readonly parentId: BodyId | null; readonly terms: string | null; readonly formedOn: Day | null },
): Promise<void> {
  await tx
    .updateTable('body')
    .set({
      name: of.name,
      short_name: of.shortName,
      kind: of.kind,
      parent_id: of.parentId,
      terms: of.terms,
      formed_on: of.formedOn?.toString() ?? null,
    })
    .where('id', '=', of.id)
    .execute()
}

/** The bodies below one that ended stand below the one that took over. */
export async function passParent(tx: Tx, from: BodyId, to: BodyId): Promise<void> {
  await tx
    .updateTable('body')
    .set({ parent_id: to })
    .where('parent_id', '=', from)
    .where('id', '<>', to)
    .where('ended_on', 'is', null)
    .execute()
}
