import { type Kysely, sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { BodyId, OrganisationId, PartnershipId, PersonId, PostId } from '../../kernel/id.ts'
import { type DB, inAccount, inScope, type Tx, wholePartnership } from '../../platform/database/index.ts'
import { today, type World } from '../../platform/world.ts'
import { standsInForPeople, standsInForPosts } from './deputies/deputy.store.ts'
import { type GivenRole, rolesInForce } from './roles.ts'
import { sightOf } from './sight.ts'
import { type Demand, type Demanded, NOTHING_DEMANDED } from './sign-in/demand/lacking.ts'
import type { Member } from './visitor.ts'

type Here = Pick<World, 'db' | 'now'>

/**
 * The person an account is today, which decides for whom they stand in; null when it belongs to no partnership, or they left. The
 * scope follows from what the account may see.
 */
export async function findMember(world: Here, accountId: string): Promise<Member | null> {
  return (await findSigner(world, accountId))?.member ?? null
}

/** Somebody by who they are, where no session says so: as they would see it, were they signed in; null for whoever cannot sign in. */
export async function findMemberOfPerson(
  world: Here,
  partnershipId: PartnershipId,
  personId: PersonId,
): Promise<Member | null> {
  const account = await inScope(world.db, wholePartnership(partnershipId), (tx) =>
    tx.selectFrom('person_account').select('account_id').where('person_id', '=', personId).executeTakeFirst(),
  )
  const member = account ? await findMember(world, account.account_id) : null
  return member?.partnershipId === partnershipId && member.person.id === personId ? member : null
}

/** Somebody signed in, and what their partnership demands of whoever signs in. */
export type Signer = { readonly member: Member; readonly demand: Demand }

/** As {@link findMember}, with what the partnership demands. */
export async function findSigner(world: Here, accountId: string): Promise<Signer | null> {
  return inAccount(world.db, accountId, async (tx) => {
    const known = await enterPartnership(tx, accountId)
    return known && findMemberInScope(tx, accountId, known, today(world))
  })
}

type Known = { readonly partnershipId: PartnershipId; readonly personId: PersonId }

/** Chooses the partnership of an account and gives the transaction its scope, in one question: they see themselves and what they lead. */
async function enterPartnership(tx: Tx, accountId: string): Promise<Known | null> {
  const { rows } = await sql<{ partnership_id: string; person_id: string }>`
    select known.*, set_config('trellis.partnership', known.partnership_id::text, true),
      set_config('trellis.person', known.person_id::text, true), set_config('trellis.sees', 'part', true)
    from (select partnership_id, person_id from person_account where account_id = ${accountId}
      order by partnership_id limit 1) known`.execute(tx)
  const [known] = rows
  return known ? { partnershipId: known.partnership_id as PartnershipId, personId: known.person_id as PersonId } : null
}

async function findMemberInScope(
  tx: Tx,
  accountId: string,
  { partnershipId, personId }: Known,
  on: Day,
): Promise<Signer | null> {
  const row = await tx
    .selectFrom('person')
    .innerJoin('partnership', 'partnership.partnership_id', 'person.partnership_id')
    .select((select) => [
      'person.name as name',
      'person.organisation_id',
      'partnership.name as partnership',
      select
        .selectFrom('role_grant')
        .select((of) => of.fn.agg<GivenRole[] | null>('array_agg', ['role']).as('roles'))
        .whereRef('role_grant.person_id', '=', 'person.id')
        .where('taken_at', 'is', null)
        .as('roles'),
      select
        .selectFrom('body_member')
        .select((of) => of.fn.agg<BodyId[] | null>('array_agg', ['body_id']).as('bodies'))
        .whereRef('body_member.person_id', '=', 'person.id')
        .where('seat', '=', 'chair')
        .where('ends_before', 'is', null)
        .as('chairs'),
      select
        .selectFrom('post_holding')
        .select((of) => of.fn.agg<PostId[] | null>('array_agg', ['post_id']).as('posts'))
        .whereRef('post_holding.person_id', '=', 'person.id')
        .where('ends_before', 'is', null)
        .as('posts'),
      standsInForPeople(personId, on).as('stands_in_for_people'),
      standsInForPosts(personId, on).as('stands_in_for_posts'),
      select.selectFrom('sign_in_demand').select('demands').orderBy('set_at', 'desc').limit(1).as('demands'),
      sql<
        string[] | null
      >`(select array_agg(distinct domain) from sign_on_provider provider, unnest(provider.domains) domain
        where is_vouched(provider.partnership_id, domain)
          and not exists (select from sign_on_provider_end ended where ended.provider_id = provider.id))`.as('domains'),
      sql<boolean>`exists (select readers_actions())`.as('is_lead'),
    ])
    .where('person.id', '=', personId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const chairs = row.chairs ?? []
  const posts = row.posts ?? []
  const standsInFor = { people: row.stands_in_for_people ?? [], posts: row.stands_in_for_posts ?? [] }
  const mayLead = [posts, standsInFor.people, standsInFor.posts].some((held) => held.length > 0)
  const roles = rolesInForce(row.roles ?? [], { isChair: chairs.length > 0, isLead: row.is_lead || mayLead })
  const demanded = row.demands as Demanded | null
  const demand = demanded ? { demanded, domains: row.domains ?? [] } : NOTHING_DEMANDED
  const member: Member = {
    kind: 'member',
    accountId,
    partnershipId,
    partnershipName: row.partnership,
    person: { id: personId, name: row.name },
    roles,
    sight: sightOf(
      { id: personId, organisationId: row.organisation_id as OrganisationId | null, posts, standsInFor },
      roles,
    ),
    chairs,
    posts,
    standsInFor,
  }
  return { member, demand }
}

export async function insertPartnership(
  tx: Tx,
  of: { id: PartnershipId; name: string; area: string; isDemo: boolean; createdAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('partnership')
    .values({
      partnership_id: of.id,
      name: of.name,
      area: of.area,
      is_demo: of.isDemo,
      created_at: of.createdAt.toString(),
    })
    .execute()
}

export async function insertPersonAccount(
  tx: Tx,
  partnershipId: PartnershipId,
  personId: PersonId,
  accountId: string,
): Promise<void> {
  await tx
    .insertInto('person_account')
    .values({ partnership_id: partnershipId, person_id: personId, account_id: accountId })
    .execute()
}

export type PartnershipNamed = { readonly id: PartnershipId; readonly name: string }

/** Every partnership of the installation: for the operator's command line, which asks as the database's owner. */
export async function findPartnerships(owner: Kysely<DB>): Promise<readonly PartnershipNamed[]> {
  const rows = await owner.selectFrom('partnership').select(['partnership_id', 'name']).orderBy('name').execute()
  return rows.map((row) => ({ id: row.partnership_id as PartnershipId, name: row.name }))
}

/** The name of the partnership whose scope the transaction has. */
export async function findPartnershipName(tx: Tx): Promise<string> {
  const { name } = await tx.selectFrom('partnership').select('name').executeTakeFirstOrThrow()
  return name
}
