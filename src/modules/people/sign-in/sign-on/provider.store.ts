import { type Kysely, sql } from 'kysely'
import type { OrganisationId, PartnershipId, PersonId } from '../../../../kernel/id.ts'
import {
  type DB,
  inAccount,
  inScope,
  instantFrom,
  type Tx,
  wholePartnership,
} from '../../../../platform/database/index.ts'

/** How the people of one organisation sign in: its OpenID provider. */
export type Provider = {
  readonly id: string
  readonly partnershipId: PartnershipId
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
  readonly issuer: string
  readonly clientId: string
  readonly sealedSecret: string
  /** of the domains named, those that the operator vouches for: theirs alone come in by it */
  readonly domains: readonly string[]
  /** every domain that whoever set it up named */
  readonly named: readonly string[]
  readonly setUpAt: Temporal.Instant
  readonly setUpBy: string
}

function providers(tx: Tx) {
  return tx
    .selectFrom('sign_on_provider as provider')
    .innerJoin('organisation', (on) =>
      on
        .onRef('organisation.partnership_id', '=', 'provider.partnership_id')
        .onRef('organisation.id', '=', 'provider.organisation_id'),
    )
    .innerJoin('person', (on) =>
      on.onRef('person.partnership_id', '=', 'provider.partnership_id').onRef('person.id', '=', 'provider.set_up_by'),
    )
    .selectAll('provider')
    .select([
      'organisation.name as organisation',
      'person.name as by',
      sql<string[] | null>`(select array_agg(domain order by domain) from unnest(provider.domains) domain
        where is_vouched(provider.partnership_id, domain))`.as('vouched'),
    ])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('sign_on_provider_end').select('provider_id').whereRef('provider_id', '=', 'provider.id'))),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof providers>['execute']>>[number]

function asProvider(row: Row): Provider {
  return {
    id: row.id,
    partnershipId: row.partnership_id as PartnershipId,
    organisation: { id: row.organisation_id as OrganisationId, name: row.organisation },
    issuer: row.issuer,
    clientId: row.client_id,
    sealedSecret: row.client_secret,
    domains: row.vouched ?? [],
    named: row.domains,
    setUpAt: instantFrom(row.set_up_at),
    setUpBy: row.by,
  }
}

/** The partnership's providers of now, by organisation. */
export async function findProviders(tx: Tx): Promise<readonly Provider[]> {
  return (await providers(tx).orderBy('organisation.name').limit(500).execute()).map(asProvider)
}

export async function findProviderOf(tx: Tx, organisationId: OrganisationId): Promise<Provider | null> {
  const row = await providers(tx).where('provider.organisation_id', '=', organisationId).executeTakeFirst()
  return row ? asProvider(row) : null
}

/** The provider that a domain of mail, or an organisation, leads to, in whichever partnership; null when it leads to none. */
export async function findProviderFor(
  db: Kysely<DB>,
  by: { readonly domain: string } | { readonly organisationId: OrganisationId },
): Promise<Provider | null> {
  const domain = 'domain' in by ? by.domain : null
  const organisation = 'organisationId' in by ? by.organisationId : null
  const { rows } = await sql<{ partnership_id: string; provider_id: string }>`
    select * from sign_on_by(${domain}::text, ${organisation}::uuid)`.execute(db)
  const [found] = rows
  if (!found) return null
  return inScope(db, wholePartnership(found.partnership_id as PartnershipId), async (tx) => {
    const row = await providers(tx).where('provider.id', '=', found.provider_id).executeTakeFirst()
    return row ? asProvider(row) : null
  })
}

export async function insertProvider(
  tx: Tx,
  of: Omit<Provider, 'organisation' | 'setUpBy' | 'domains'> & {
    readonly organisationId: OrganisationId
    readonly setUpBy: PersonId
  },
): Promise<void> {
  await tx
    .insertInto('sign_on_provider')
    .values({
      partnership_id: of.partnershipId,
      id: of.id,
      organisation_id: of.organisationId,
      issuer: of.issuer,
      client_id: of.clientId,
      client_secret: of.sealedSecret,
      domains: [...of.named],
      set_up_at: of.setUpAt.toString(),
      set_up_by: of.setUpBy,
    })
    .execute()
}

/** From now on nobody comes in by it. */
export async function endProvider(
  tx: Tx,
  of: {
    readonly partnershipId: PartnershipId
    readonly id: string
    readonly by: PersonId
    readonly at: Temporal.Instant
  },
): Promise<void> {
  await tx
    .insertInto('sign_on_provider_end')
    .values({ partnership_id: of.partnershipId, provider_id: of.id, at: of.at.toString(), ended_by: of.by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Somebody of the directory whose address it is, and the account they have. */
export type Addressed = { readonly id: PersonId; readonly name: string; readonly accountId: string | null }

export async function findByAddress(tx: Tx, email: string): Promise<readonly Addressed[]> {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('person_account', (on) =>
      on
        .onRef('person_account.partnership_id', '=', 'person.partnership_id')
        .onRef('person_account.person_id', '=', 'person.id'),
    )
    .select(['person.id as id', 'person.name as name', 'person_account.account_id as account'])
    .where(sql<string>`lower(person.email)`, '=', email)
    .where('left_on', 'is', null)
    .limit(2)
    .execute()
  return rows.map(({ id, name, account }) => ({ id: id as PersonId, name, accountId: account }))
}

/** The partnerships in which an account is somebody. */
export async function findPartnershipsOf(db: Kysely<DB>, accountId: string): Promise<readonly string[]> {
  const rows = await inAccount(db, accountId, (tx) =>
    tx.selectFrom('person_account').select('partnership_id').where('account_id', '=', accountId).execute(),
  )
  return rows.map(({ partnership_id }) => partnership_id)
}
