import { endOfDay } from '../../../../kernel/day.ts'
import { parseId } from '../../../../kernel/id.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { type SheetFormat, writeSheet } from '../../../papers/index.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findActions, findPlan, isAdopted, type Plan } from '../../../plan/index.ts'
import { markFormula } from '../../../reading/index.ts'
import { askedDay } from '../../plan-pages/as-at/known-at.ts'
import { findSteps } from '../step.store.ts'
import { findWaits } from '../wait.store.ts'
import { chainsView } from './chains-view.ts'
import { chainsPage } from './view-chains.page.tsx'
import { stepsSheet, waitsSheet } from './waiting-sheets.ts'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** What waits for what over a whole plan, today or as at a past day; as a page, and to take away. */
export function chainsRoutes(world: World): readonly Route<Visitor>[] {
  const access = may('read-whole-plans')
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/chains',
      access,
      answer: (visit) =>
        onPlan(world, visit, async (tx, plan, { asked, on, at }) => {
          const waits = await findWaits(tx, { planId: plan.id }, at)
          const view = chainsView(plan, waits, on, asked.asAt)
          return page(chainsPage(visit.visitor, view, { asked, latest: today(world) }), asked.problem ? 422 : 200)
        }),
    }),
    route({
      method: 'GET',
      url: '/plans/:planId/chains/:file',
      access,
      isCostly: true,
      answer: (visit) => {
        const [what, format = ''] = (visit.params.file ?? '').split('.')
        if ((what !== 'steps' && what !== 'waits') || (format !== 'xlsx' && format !== 'csv'))
          return Promise.resolve(notFound)
        return onPlan(world, visit, async (tx, plan, { on, at }) => {
          const sheet =
            what === 'steps'
              ? stepsSheet(plan.title, await findActions(tx, plan.id), await findSteps(tx, { planId: plan.id }, at))
              : waitsSheet(plan.title, await findWaits(tx, { planId: plan.id }, at), on)
          return fileOf(`${what}.${format}`, format, await writeSheet(sheet, format, markFormula))
        })
      },
    }),
  ]
}

type Moment = {
  readonly asked: ReturnType<typeof askedDay>
  readonly on: ReturnType<typeof today>
  readonly at: Temporal.Instant
}

async function onPlan(
  world: World,
  { visitor, params, query }: Visit<Member>,
  answer: (tx: Tx, plan: Plan, moment: Moment) => Promise<Answer>,
): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return notFound
    const asked = askedDay(query['as-at'], today(world), plan.adoptedAt)
    const on = asked.asAt ?? today(world)
    return answer(tx, plan, { asked, on, at: asked.asAt ? endOfDay(asked.asAt) : world.now() })
  })
}

function fileOf(name: string, format: Extract<SheetFormat, keyof typeof TYPES>, content: Uint8Array): Answer {
  return { kind: 'file', name, type: TYPES[format], content }
}
