import { parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { renderPdf } from '../../../papers/index.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findPlan } from '../../../plan/index.ts'
import { recordPaper } from '../record.paper.ts'
import { seeRecord } from './see-record.ts'
import { type RecordView, viewRecordPage } from './view-record.page.tsx'

export function viewRecordRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/reporting',
      access: may('read-whole-plans'),
      answer: async (visit) => {
        const view = await findRecord(world, visit)
        return view ? page(viewRecordPage(visit.visitor, view)) : notFound
      },
    }),
    route({
      method: 'GET',
      url: '/plans/:planId/reporting.pdf',
      isCostly: true,
      access: may('read-whole-plans'),
      answer: (visit) => print(world, visit),
    }),
  ]
}

async function print(world: World, visit: Visit<Member>): Promise<Answer> {
  const view = await findRecord(world, visit)
  if (!view) return notFound
  const paper = recordPaper({ ...view, partnership: visit.visitor.partnershipName })
  const content = await renderPdf(paper, world.now())
  return { kind: 'file', name: `${view.plan.title} - how reporting went.pdf`, type: 'application/pdf', content }
}

async function findRecord(world: World, { visitor, params }: Visit<Member>): Promise<RecordView | null> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return null
  return inScope(world.db, visitor, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan?.adoptedAt) return null
    const now = today(world)
    return { plan, today: now, ...(await seeRecord(tx, { ...plan, adoptedAt: plan.adoptedAt }, now)) }
  })
}
