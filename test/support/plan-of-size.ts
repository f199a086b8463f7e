import { day } from '../../src/kernel/day.ts'
import type { ActionId, BodyId, PartId, PartnershipId, PersonId, PlanId } from '../../src/kernel/id.ts'
import { period } from '../../src/kernel/period.ts'
import {
  accountsOf,
  ensureAccount,
  insertBody,
  insertOrganisation,
  insertPartnership,
  insertPerson,
  insertPersonAccount,
  insertRole,
  type Member,
  sightOf,
} from '../../src/modules/people/index.ts'
import {
  type Action,
  adoptPlan,
  ensureRatingScheme,
  insertActions,
  insertParts,
  insertPlan,
  NOTHING_SAID,
  type Part,
  UNTIED,
} from '../../src/modules/plan/index.ts'
import { makePointsOfPlan } from '../../src/modules/programme/index.ts'
import { type Database, inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { World } from '../../src/platform/world.ts'

export type PlanOfSize = {
  readonly partnershipId: PartnershipId
  readonly planId: PlanId
  readonly actionIds: readonly ActionId[]
  readonly manager: Member
  readonly signIn: { readonly email: string; readonly password: string }
}

export type Size = {
  readonly actions: number
  readonly datesPerAction: number
  /** people who lead the actions in turn; without a number the manager leads them all */
  readonly leads?: number
}

const STARTS = day('2026-04-01')
const ACTIONS_PER_PART = 14

/**
 * A partnership whose manager can sign in, and one adopted plan of so many actions, each with so many dated duties:
 * made through the same stores as a plan that was read from a document.
 */
export async function makePlanOfSize(
  database: Database,
  { actions, datesPerAction, leads = 0 }: Size,
): Promise<PlanOfSize> {
  const now = () => Temporal.Instant.from('2026-04-01T09:00:00Z')
  const world: World = { db: database.app, now, newId, origin: 'http://localhost:3000', mostStoredBytes: 5_000_000_000 }
  const { manager, groupId, signIn } = await makePartnership(database, world, actions)
  const { partnershipId } = manager
  const planId = newId<'plan'>()
  const parts = partsFor(actions)
  const people = await makeLeads(world, partnershipId, leads)
  const leadOf = (at: number) => people[at % people.length] ?? manager.person.id
  const rows = Array.from({ length: actions }, (_, at) => anAction(at, parts, leadOf(at), groupId, datesPerAction))
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    const plan = {
      id: planId,
      title: `Delivery plan of ${actions} actions`,
      period: period('2026-04-01', '2027-04-01'),
      levelNames: ['Strategic aim', 'Objective'],
      ratingSchemeId: await ensureRatingScheme(tx, partnershipId, newId),
    }
    await insertPlan(tx, partnershipId, plan, world.now())
    await insertParts(tx, partnershipId, planId, parts)
    await insertActions(tx, partnershipId, planId, rows, manager.person.id, world.now())
  })
  const adopted = await adoptPlan(
    world,
    manager,
    {
      planAdopted: makePointsOfPlan,
      actionChanged: async () => undefined,
      actionSplit: async () => undefined,
      whyClosed: async () => null,
    },
    planId,
  )
  if (!adopted.ok) throw new Error(`The plan was not adopted: ${adopted.refusal.kind}`)
  return { partnershipId, planId, actionIds: rows.map(({ id }) => id), manager, signIn }
}

async function makePartnership(database: Database, world: World, size: number) {
  const partnershipId = newId<'partnership'>()
  const personId = newId<'person'>()
  const groupId = newId<'body'>()
  const signIn = { email: `manager.${size}@partnership.example`, password: 'a-long-enough-password' }
  const name = 'Rosalind Achterberg'
  const accounts = accountsOf({ pool: database.signIn, secret: 'only-makes-accounts', baseUrl: 'http://localhost' })
  const accountId = await ensureAccount(accounts, { name, ...signIn })
  const partnershipName = `Partnership with a plan of ${size} actions`
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    await insertPartnership(tx, {
      id: partnershipId,
      name: partnershipName,
      area: 'Measuring',
      isDemo: false,
      createdAt: world.now(),
    })
    const organisationId = newId<'organisation'>()
    await insertOrganisation(tx, partnershipId, { id: organisationId, name: 'The Council', kind: 'council' })
    await insertPerson(tx, partnershipId, { id: personId, name, email: signIn.email, organisationId })
    await insertBody(tx, partnershipId, {
      id: groupId,
      name: 'Learning and Inclusion Group',
      shortName: null,
      kind: 'lead-group',
    })
    await insertRole(
      tx,
      partnershipId,
      { id: world.newId<'role-grant'>(), personId, role: 'manager' },
      { at: world.now(), by: null, reason: 'They run the plan' },
    )
    await insertPersonAccount(tx, partnershipId, personId, accountId)
  })
  const manager: Member = {
    kind: 'member',
    accountId,
    partnershipId,
    partnershipName,
    person: { id: personId, name },
    roles: ['manager'],
    sight: sightOf({ id: personId, organisationId: null }, ['manager']),
    chairs: [],
    posts: [],
    standsInFor: { people: [], posts: [] },
  }
  return { manager, groupId, signIn }
}

async function makeLeads(world: World, partnershipId: PartnershipId, count: number): Promise<readonly PersonId[]> {
  const ids = Array.from({ length: count }, () => newId<'person'>())
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    for (const [at, id] of ids.entries()) {
      const email = `lead.${at + 1}@partnership.example`
      await insertPerson(tx, partnershipId, { id, name: `Lead ${at + 1}`, email, organisationId: null })
    }
  })
  return ids
}

/** Five aims, and under them as many objectives as hold fourteen actions each. */
function partsFor(actions: number): readonly Part[] {
  const nothing = { why: null, success: null, points: [], leadWords: null, alignedPlans: [] }
  const aims = Array.from({ length: 5 }, (_, at) => ({
    id: newId<'part'>(),
    parentId: null,
    level: 0,
    ref: String(at + 1),
    title: `Children are safe, well and heard, aim ${at + 1}`,
    ...nothing,
  }))
  const objectives = Array.from({ length: Math.max(5, Math.ceil(actions / ACTIONS_PER_PART)) }, (_, at) => ({
    id: newId<'part'>(),
    parentId: aims[at % 5]?.id ?? null,
    level: 1,
    ref: `${(at % 5) + 1}.${Math.floor(at / 5) + 1}`,
    title: `Every family gets help early, objective ${at + 1}`,
    ...nothing,
  }))
  return [...aims, ...objectives]
}

function anAction(at: number, parts: readonly Part[], personId: PersonId, groupId: BodyId, dates: number): Action {
  const objectives = parts.filter(({ level }) => level === 1)
  const partId: PartId | null = objectives[Math.floor(at / ACTIONS_PER_PART)]?.id ?? null
  const apart = Math.max(1, Math.floor(360 / dates))
  const due = Array.from({ length: dates }, (_, date) => ({
    on: STARTS.add({ days: (date + 1) * apart - 1 }).toString(),
    precision: 'day' as const,
  }))
  return {
    id: newId<'action'>(),
    partId,
    version: 1,
    ref: `${at + 1}`,
    text: `Agree and carry out a shared programme of work with schools, health and the police for families, number ${at + 1}`,
    measure: `Report ${at + 1} shows that more children are seen within five days`,
    timescale: { text: 'As the forward plan says', kind: 'recurring', due, confidence: 'sure', notes: [] },
    leadWords: 'Rosalind Achterberg',
    leadGroupId: groupId,
    leads: [{ text: 'Rosalind Achterberg', kind: 'person', ...UNTIED, personId }],
    said: NOTHING_SAID,
    source: null,
  }
}
