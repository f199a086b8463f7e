import type { Day } from '../src/kernel/day.ts'
import type { PlanId } from '../src/kernel/id.ts'
import { type Accounts, ensureAccount, findMemberByEmail, type Member } from '../src/modules/people/index.ts'
import {
  type Announcements,
  adoptPlan,
  findReading,
  runReading,
  setPlanDetails,
  uploadDocument,
} from '../src/modules/plan/index.ts'
import { inScope } from '../src/platform/database/index.ts'
import { today, type World } from '../src/platform/world.ts'
import { demoAccounts, demoPeople } from './borough.ts'
import { DEMO_PLAN_NAME, demoPlan } from './plan.ts'
import { done, memberAs, morningOf, on, type Town } from './seed/as-person.ts'
import { linkAccounts, seedTown } from './seed/seed-town.ts'
import { tellStory } from './seed/tell-story.ts'
import { tellWaits } from './seed/tell-waits.ts'

export type DemoSignIn = { readonly email: string; readonly password: string; readonly comesFor: string }
type Tell = (what: string) => void

/** The plan year begins ten whole months before this one, so that its eleventh month is under way. */
const MONTHS_GONE = 10

/**
 * Gives an empty installation the invented borough, by the same doors a real one comes in: its plan is read from a
 * document, adopted, and reported on. Its sign-ins are tied on last, so a demo half made is never seen.
 *
 * @returns the demo's sign-ins
 */
export async function seedDemo(
  world: World,
  accounts: Accounts,
  announce: Announcements,
  tell: Tell,
): Promise<readonly DemoSignIn[]> {
  const signIns = demoAccounts.map(({ person, password, comesFor }) => ({
    email: demoPeople.get(person)?.email ?? person,
    password,
    comesFor,
  }))
  if (await findMemberByEmail(world, accounts, signIns[0]?.email ?? '')) return signIns

  tell('Making the demo partnership (once, about ten seconds)')
  const starts = today(world).with({ day: 1 }).subtract({ months: MONTHS_GONE })
  const town = await seedTown(on(world, starts.subtract({ days: 30 })))
  const planId = await readAndAdopt(world, announce, town, starts)
  await tellStory(world, town, planId, starts)
  await tellWaits(world, town, planId, starts)
  const accountIds = []
  for (const [at, { email, password }] of signIns.entries()) {
    const key = demoAccounts[at]?.person
    const name = (key && demoPeople.get(key)?.name) ?? email
    if (key) accountIds.push({ key, accountId: await ensureAccount(accounts, { name, email, password }) })
  }
  await linkAccounts(world, town, accountIds)
  return signIns
}

/** The manager uploads the plan two weeks before it begins, and it is adopted on its first day. */
async function readAndAdopt(world: World, announce: Announcements, town: Town, starts: Day): Promise<PlanId> {
  const manager = memberAs(town, 'imogen-adeyemi')
  const content = new TextEncoder().encode(demoPlan(starts))
  const before = on(world, starts.subtract({ days: 14 }))
  const file = { name: DEMO_PLAN_NAME, type: 'text/markdown', content }
  const readingId = done(await uploadDocument(before, manager, { file, formKey: world.newId() }))
  await runReading(before, manager, readingId)
  const planId = await planOfReading(before, manager, readingId)
  const first = { ...world, now: () => morningOf(starts) }
  const ends = starts.add({ years: 1 }).subtract({ days: 1 })
  const title =
    starts.year === ends.year ? `Delivery plan ${starts.year}` : `Delivery plan ${starts.year} to ${ends.year}`
  done(await setPlanDetails(before, manager, { planId, title, starts: `${starts}`, ends: `${ends}` }))
  return done(await adoptPlan(first, manager, announce, planId))
}

async function planOfReading(
  world: World,
  manager: Member,
  readingId: Parameters<typeof findReading>[1],
): Promise<PlanId> {
  const reading = await inScope(world.db, manager, (tx) => findReading(tx, readingId))
  if (reading?.outcome.kind !== 'read') throw new Error(`The demo plan could not be read: ${JSON.stringify(reading)}`)
  return reading.outcome.planId
}
