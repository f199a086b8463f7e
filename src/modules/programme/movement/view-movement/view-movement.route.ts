import { type Day, dayOf, endOfDay, isAfter, isBefore, parseDay } from '../../../../kernel/day.ts'
import { parseId } from '../../../../kernel/id.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findParts, findPlan, type Plan, trailOf } from '../../../plan/index.ts'
import { findPeriods } from '../../periods/period.store.ts'
import { sheetFile, sheetFormat } from '../../sheet-file.ts'
import { findMovement } from '../find-movement.ts'
import { type Movement, parseMove } from '../movement.ts'
import { movementSheet } from './movement-sheet.ts'
import { viewMovementPage } from './view-movement.page.tsx'

export function viewMovementRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/plans/:planId/movement'
  return [
    route({
      method: 'GET',
      url,
      access: may('read-whole-plans'),
      answer: (visit) => showMovement(world, visit),
    }),
    route({
      method: 'GET',
      url: `${url}/:format`,
      isCostly: true,
      access: may('read-whole-plans'),
      answer: (visit) => takeMovement(world, visit),
    }),
  ]
}

type Between = { readonly from: Day; readonly to: Day; readonly problem: string | null }

/** The days asked for; from adoption to today where none are, or where they cannot be, and then it says so. */
function askedDays({ query }: Visit<Member>, adoptedAt: Temporal.Instant, now: Day): Between {
  const adoptedOn = dayOf(adoptedAt)
  const whole = { from: adoptedOn, to: now }
  if (!query.from && !query.to) return { ...whole, problem: null }
  const from = query.from ? parseDay(query.from) : adoptedOn
  const to = query.to ? parseDay(query.to) : now
  if (!from || !to) return { ...whole, problem: 'Enter two days, such as 1 April 2026 and 30 June 2026' }
  if (isAfter(to, now)) return { ...whole, problem: 'The last day has not come yet: this is to the end of today' }
  if (!isBefore(from, to)) return { ...whole, problem: 'Choose a first day before the last' }
  return { from: isBefore(from, adoptedOn) ? adoptedOn : from, to, problem: null }
}

/** What moved from the end of one day to the end of another; from the day of its adoption, since the moment of it. */
async function movementBetween(
  tx: Tx,
  plan: Plan,
  adoptedAt: Temporal.Instant,
  { from, to }: Between,
): Promise<Movement> {
  const parts = await findParts(tx, plan.id)
  const since = from.equals(dayOf(adoptedAt)) ? adoptedAt : endOfDay(from)
  return findMovement(tx, plan.id, { since, until: endOfDay(to) }, (partId) => trailOf(parts, partId).join(' › '))
}

async function showMovement(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, query } = visit
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan?.adoptedAt) return notFound
    const asked = askedDays(visit, plan.adoptedAt, today(world))
    const html = viewMovementPage(visitor, {
      plan,
      ...asked,
      earliest: dayOf(plan.adoptedAt),
      latest: today(world),
      movement: await movementBetween(tx, plan, plan.adoptedAt, asked),
      shown: parseMove(query.show ?? ''),
      periods: await findPeriods(tx, planId),
    })
    return page(html, asked.problem ? 422 : 200)
  })
}

async function takeMovement(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params } = visit
  const planId = parseId<'plan'>(params.planId ?? '')
  const format = sheetFormat(params.format ?? '')
  if (!planId || !format) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan?.adoptedAt) return notFound
    const asked = askedDays(visit, plan.adoptedAt, today(world))
    const movement = await movementBetween(tx, plan, plan.adoptedAt, asked)
    const sheet = movementSheet(plan.title, asked, movement)
    return sheetFile(sheet, format, `${plan.title} - what moved ${asked.from} to ${asked.to}`)
  })
}
