import type { Problem } from '../../../../design/index.ts'
import { type ComparisonId, parseId } from '../../../../kernel/id.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { holds, type Member, may, type Visitor } from '../../../people/index.ts'
import { isLost, soon } from '../../background/background.ts'
import { findPlans } from '../../plan.store.ts'
import type { Comparison } from '../comparison.store.ts'
import { runComparison } from '../run-comparison.ts'
import { findSeenOfPlan, type SeenComparison, seeComparison } from '../see-comparison.ts'
import { comparisonPage } from './comparison.page.tsx'
import { linesWanted } from './comparison-href.ts'
import { comparisonView } from './comparison-view.ts'
import { promisesPage } from './promises.page.tsx'
import { watchComparisonPage } from './watch-comparison.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  paired: 'The two rows are paired, and the account follows',
  unpaired: 'The two rows are no longer a pair, and the account follows',
  undone: 'The correction is taken back',
}

export function viewComparisonRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/comparisons/:comparisonId',
      access: may('read-whole-plans'),
      answer: async (visit) => {
        const seen = await find(world, visit)
        if (!seen) return notFound
        const { visitor, query } = visit
        const { plan, comparison, compared } = seen
        if (!compared) return page(watchComparisonPage(visitor, plan, comparison), statusOf(comparison))
        const view = comparisonView(
          { ...seen, compared, mayCorrect: holds(visitor, 'compare-plans') },
          linesWanted(query),
        )
        return page(comparisonPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null))
      },
    }),
    route({
      method: 'GET',
      url: '/comparisons/:comparisonId/progress',
      access: may('read-whole-plans'),
      answer: async (visit): Promise<Answer> => {
        const seen = await find(world, visit)
        return seen ? { kind: 'data', value: progressOf(seen.comparison) } : notFound
      },
    }),
    route({
      method: 'GET',
      url: '/comparisons/:comparisonId/promises',
      access: may('read-whole-plans'),
      answer: async ({ visitor, params }) => {
        const id = parseId<'comparison'>(params.comparisonId ?? '')
        return id ? promisesAnswer(world, visitor, id, []) : notFound
      },
    }),
  ]
}

/** The page of promises; with problems, what was wrong with the form on it. */
export async function promisesAnswer(
  world: World,
  visitor: Member,
  id: ComparisonId,
  problems: readonly Problem[],
): Promise<Answer> {
  const seen = await seeComparison(world, visitor, id)
  if (!seen) return notFound
  const { compared, plan } = seen
  if (!compared) return redirect(`/comparisons/${id}`)
  const view = comparisonView({ ...seen, compared, mayCorrect: holds(visitor, 'compare-plans') }, linesWanted({}))
  const [comparisons, plans] = await inScope(world.db, visitor, async (tx) => [
    await findSeenOfPlan(tx, visitor, plan.id),
    await findPlans(tx),
  ])
  const onwards = comparisons.filter(({ ofComparisonId }) => ofComparisonId === id)
  const others = plans.filter((other) => other.id !== plan.id)
  return page(
    promisesPage(visitor, { view, onwards, others, once: world.newId(), problems }),
    problems.length > 0 ? 422 : 200,
  )
}

/** What a lost worker left is taken up again in the manager's name, never in that of somebody who only looks. */
async function find(world: World, { visitor, params }: Visit<Member>): Promise<SeenComparison | null> {
  const id = parseId<'comparison'>(params.comparisonId ?? '')
  const seen = id && (await seeComparison(world, visitor, id))
  if (!id || !seen || !holds(visitor, 'compare-plans') || !isLost(seen.comparison, world.now())) return seen
  await soon(runComparison(world, visitor, id))
  return seeComparison(world, visitor, id)
}

function statusOf({ outcome }: Comparison): 200 | 422 {
  return outcome.kind === 'refused' ? 422 : 200
}

function progressOf({ id, stage, fraction, outcome }: Comparison) {
  return { label: stage, fraction, next: outcome.kind === 'unfinished' ? null : `/comparisons/${id}` }
}
