import { parseId } from '../../../kernel/id.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { exportPlanPage } from './export-plan.page.tsx'
import { exportPlan } from './export-plan.ts'
import { EXPORT_TYPES, exportFormat, exportName, writePlan } from './write-plan.ts'

export function exportPlanRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/export',
      access: may('read-whole-plans'),
      answer: (visit) => showFormats(world, visit),
    }),
    route({
      method: 'GET',
      url: '/plans/:planId/export/:format',
      isCostly: true,
      access: may('read-whole-plans'),
      answer: (visit) => takeOut(world, visit),
    }),
  ]
}

async function showFormats(world: World, { visitor, params }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const exported = planId && (await exportPlan(world, visitor, planId))
  return exported ? page(exportPlanPage(visitor, exported)) : notFound
}

/** The file, as a download: never shown by our pages. */
async function takeOut(world: World, { visitor, params }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const format = exportFormat(params.format ?? '')
  const exported = planId && format && (await exportPlan(world, visitor, planId))
  if (!exported) return notFound
  const asAt = today(world)
  const content = await writePlan(exported.content, format, asAt, exported.trail)
  return { kind: 'file', name: exportName(exported.plan.title, format, asAt), type: EXPORT_TYPES[format], content }
}
