import type { Problem } from '../../../../design/index.ts'
import { type PlanId, parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
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
import { soon } from '../../background/background.ts'
import { findPlan, findPlans } from '../../plan.store.ts'
import { isAdopted } from '../../plan.ts'
import { LARGEST_DOCUMENT } from '../../upload-document/upload-document.route.ts'
import { runComparison } from '../run-comparison.ts'
import { findSeenOfPlan } from '../see-comparison.ts'
import { promisesAnswer } from '../view-comparison/view-comparison.route.ts'
import { type AskComparison, type AskRefusal, askComparison } from './ask-comparison.ts'
import { type ComparisonsView, comparisonsPage } from './comparisons.page.tsx'

export function askComparisonRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/comparisons',
      access: may('read-whole-plans'),
      answer: async ({ visitor, params }) => {
        const view = await findView(world, visitor, parseId<'plan'>(params.planId ?? ''), [])
        return view ? page(comparisonsPage(visitor, view)) : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/plans/:planId/comparisons',
      access: may('compare-plans'),
      filesUpTo: LARGEST_DOCUMENT,
      answer: async (visit) => {
        const planId = parseId<'plan'>(visit.params.planId ?? '')
        if (!planId) return notFound
        return askAndRun(world, visit, { planId }, async (problems) => {
          const view = await findView(world, visit.visitor, planId, problems)
          return view ? page(comparisonsPage(visit.visitor, view), 422) : notFound
        })
      },
    }),
    route({
      method: 'POST',
      url: '/comparisons/:comparisonId/next',
      access: may('compare-plans'),
      filesUpTo: LARGEST_DOCUMENT,
      answer: async (visit) => {
        const comparisonId = parseId<'comparison'>(visit.params.comparisonId ?? '')
        if (!comparisonId) return notFound
        return askAndRun(world, visit, { comparisonId }, (problems) =>
          promisesAnswer(world, visit.visitor, comparisonId, problems),
        )
      },
    }),
  ]
}

async function askAndRun(
  world: World,
  { visitor, form }: Visit<Member>,
  earlier: AskComparison['earlier'],
  again: (problems: readonly Problem[]) => Promise<Answer>,
): Promise<Answer> {
  if (form.tooLarge) return again([{ field: 'document', message: TOO_LARGE }])
  if (form.several) return again([{ field: 'document', message: SEVERAL }])
  const asked = await askComparison(world, visitor, {
    earlier,
    file: form.files.document ?? null,
    otherPlanId: parseId<'plan'>(words(form, 'otherPlan')),
    formKey: formKey(form),
  })
  if (!asked.ok) return asked.refusal.kind === 'not-found' ? notFound : again([problemWith(asked.refusal)])
  await soon(runComparison(world, visitor, asked.value))
  return redirect(`/comparisons/${asked.value}`)
}

const SEVERAL = 'That was more than one file. A plan is compared with one document at a time: choose one of them'

const TOO_LARGE = 'The file is larger than 20 MB. Save the document without its pictures and try again'

function problemWith(refusal: Exclude<AskRefusal, { kind: 'not-found' }>): Problem {
  switch (refusal.kind) {
    case 'file-refused':
      return { field: 'document', message: refusal.message }
    case 'nothing-chosen':
      return { field: 'document', message: 'Choose the file to compare with, or a plan that is here' }
    case 'two-chosen':
      return { field: 'document', message: 'Choose a file or a plan that is here, not both' }
    case 'same-plan':
      return { field: 'otherPlan', message: 'Choose another plan: this one cannot be compared with itself' }
    case 'form-expired':
      return { field: 'document', message: 'The page was open for too long. Choose the file again and send it' }
  }
}

async function findView(
  world: World,
  visitor: Member,
  planId: PlanId | null,
  problems: readonly Problem[],
): Promise<ComparisonsView | null> {
  if (!planId) return null
  return inScope(world.db, visitor, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan || !(isAdopted(plan) || holds(visitor, 'read-drafts'))) return null
    const others = (await findPlans(tx)).filter(({ id }) => id !== planId)
    return { plan, comparisons: await findSeenOfPlan(tx, visitor, planId), others, once: world.newId(), problems }
  })
}
