import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { OrganisationId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import type { Organisation } from '../directory/directory.ts'

export type OrganisationRecord = Organisation & {
  readonly formedOn: Day | null
  readonly endedOn: Day | null
  readonly successor: { readonly id: OrganisationId; readonly name: string } | null
  /** people here now, and posts that have not ended */
  readonly people: number
  readonly posts: number
}

/** Every organisation, those of now first. */
export async function findOrganisations(tx: Tx): Promise<readonly OrganisationRecord[]> {
  return organisations(tx, sql`true`)
}

export async function findOrganisation(tx: Tx, id: OrganisationId): Promise<OrganisationRecord | null> {
  const [found] = await organisations(tx, sql`organisation.id = ${id}`)
  return found ?? null
}

export async function lockOrganisation(tx: Tx, id: OrganisationId): Promise<OrganisationRecord | null> {
  await tx.selectFrom('organisation').select('id').where('id', '=', id).forUpdate().execute()
  return findOrganisation(tx, id)
}

async function organisations(tx: Tx, which: ReturnType<typeof sql>): Promise<readonly OrganisationRecord[]> {
  const { rows } = await sql<
    Omit<OrganisationRecord, 'formedOn' | 'endedOn' | 'successor'> & {
      formed_on: string | null
      ended_on: string | null
      successor_id: OrganisationId | null
      successor: string | null
    }
  >`
    select organisation.id, organisation.name, organisation.kind, organisation.formed_on, organisation.ended_on,
      organisation.successor_id, successor.name as successor,
      (select count(*)::int from person where person.organisation_id = organisation.id and left_on is null) as people,
      (select count(*)::int from post where post.organisation_id = organisation.id and post.ended_on is null) as posts
    from organisation
    left join organisation successor
      on successor.partnership_id = organisation.partnership_id and successor.id = organisation.successor_id
    where ${which}
    order by organisation.ended_on desc nulls first, organisation.name
    limit 2000`.execute(tx)
  return rows.map(({ formed_on, ended_on, successor_id, successor, ...same }) => ({
    ...same,
    formedOn: formed_on ? dayFrom(formed_on) : null,
    endedOn: ended_on ? dayFrom(ended_on) : null,
    successor: successor_id && successor !== null ? { id: successor_id, name: successor } : null,
  }))
}

export async function updateOrganisation(tx: Tx, of: Organisation & { readonly formedOn: Day | null }): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ name: of.name, kind: of.kind, formed_on: of.formedOn?.toString() ?? null })
    .where('id', '=', of.id)
    .execute()
}

/** Whether another organisation of now has the name. */
export async function isNameTaken(
  tx: Tx,
  table: 'organisation' | 'body',
  { id, name }: { readonly id: string | null; readonly name: string },
): Promise<boolean> {
  const rows = await tx.selectFrom(table).select('id').where('name', '=', name).where('ended_on', 'is', null).execute()
  return rows.some((row) => row.id !== id)
}

/** The people and posts of one organisation become another's; posts of a name it has already stay where they are. */
export async function moveToSuccessor(
  tx: Tx,
  from: OrganisationId,
  to: OrganisationId,
): Promise<{ readonly people: number; readonly posts: number }> {
  const people = await tx
    .updateTable('person')
    .set({ organisation_id: to })
    .where('organisation_id', '=', from)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  const posts = await tx
    .updateTable('post')
    .set({ organisation_id: to })
    .where('organisation_id', '=', from)
    .where('ended_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('post as same')
            .select('same.id')
            .where('same.organisation_id', '=', to)
            .where('same.ended_on', 'is', null)
            .whereRef('same.name', '=', 'post.name'),
        ),
      ),
    )
    .executeTakeFirst()
  return { people: Number(people.numUpdatedRows), posts: Number(posts.numUpdatedRows) }
}
