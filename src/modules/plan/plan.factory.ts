import { type Day, longDay } from '../../kernel/day.ts'
import type { PlanId } from '../../kernel/id.ts'
import { type Period, period } from '../../kernel/period.ts'
import { inScope } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import type { World } from '../../platform/world.ts'
import type { Member } from '../people/index.ts'
import type { TimescaleReading } from '../reading/index.ts'
import { insertActions } from './action-versions.store.ts'
import { adoptPlan } from './adopt-plan/adopt-plan.ts'
import type { Announcements } from './announcements.ts'
import { insertParts, insertPlan } from './plan.store.ts'
import { type Action, type Lead, NOTHING_SAID, type Part, type Plan, UNTIED } from './plan.ts'
import { ensureRatingScheme } from './schemes/rating-scheme.store.ts'

/** The year most tests' plans run for. */
export const PLAN_YEAR: Period = period('2014-04-01', '2015-04-01')

/** A timescale that names these days; none: words without a date. */
export function aTimescale(...days: readonly Day[]): TimescaleReading {
  return {
    text: days.length > 0 ? days.map(longDay).join(', ') : 'When it can be done',
    kind: days.length === 0 ? 'unknown' : days.length === 1 ? 'once' : 'recurring',
    due: days.map((on) => ({ on: on.toString(), precision: 'day' })),
    confidence: 'sure',
    notes: [],
  }
}

/** A person as an action's lead. */
export function ledBy({ person }: Pick<Member, 'person'>): Lead {
  return { text: person.name, kind: 'person', ...UNTIED, personId: person.id }
}

/** An action; `dueOn` makes its timescale, `lead` its leads and the words for them. */
export function anAction(
  overrides: Partial<Action> & { readonly dueOn?: Day | readonly Day[]; readonly lead?: Pick<Member, 'person'> } = {},
): Action {
  const { dueOn, lead, ...said } = overrides
  const leads = lead ? [ledBy(lead)] : []
  return {
    id: newId<'action'>(),
    partId: null,
    version: 1,
    ref: '1.1',
    text: 'Open a family hub in every ward',
    measure: 'Number of hubs open',
    timescale: dueOn === undefined ? null : aTimescale(...[dueOn].flat()),
    leadWords: leads.map(({ text }) => text).join(', ') || null,
    leadGroupId: null,
    leads,
    said: NOTHING_SAID,
    source: null,
    ...said,
  }
}

export function aPart(overrides: Partial<Part> = {}): Part {
  return {
    id: newId<'part'>(),
    parentId: null,
    level: 0,
    ref: '1',
    title: 'A good start',
    why: null,
    success: null,
    points: [],
    leadWords: null,
    alignedPlans: [],
    ...overrides,
  }
}

type PlanWords = Partial<Pick<Plan, 'title' | 'period' | 'levelNames'>> & {
  readonly parts?: readonly Part[]
  readonly actions?: readonly Action[]
}

/** A draft plan of the person's partnership, with one action unless told otherwise. */
export async function aDraftPlan(world: World, by: Member, words: PlanWords = {}): Promise<PlanId> {
  const { parts = [], actions = [anAction()], ...said } = words
  const id = world.newId<'plan'>()
  await inScope(world.db, by, async (tx) => {
    const ratingSchemeId = await ensureRatingScheme(tx, by.partnershipId, world.newId)
    const plan = { id, title: 'Delivery plan', period: PLAN_YEAR, levelNames: ['Aim'], ratingSchemeId, ...said }
    await insertPlan(tx, by.partnershipId, plan, world.now())
    await insertParts(tx, by.partnershipId, id, parts)
    await insertActions(tx, by.partnershipId, id, actions, by.person.id, world.now())
  })
  return id
}

/** As {@link aDraftPlan}, and adopted. */
export async function anAdoptedPlan(
  { world, announce }: { readonly world: World; readonly announce: Announcements },
  by: Member,
  words: PlanWords = {},
): Promise<PlanId> {
  const id = await aDraftPlan(world, by, words)
  const adopted = await adoptPlan(world, by, announce, id)
  if (!adopted.ok) throw new Error(`The plan was not adopted: ${adopted.refusal.kind}`)
  return id
}
