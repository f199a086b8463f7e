import type { Problem } from '../../../../design/index.ts'
import { type ComparisonId, parseId } from '../../../../kernel/id.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { reconciliationOf, sidesOf } from '../../../reading/index.ts'
import { correctionsInForce } from '../corrections-in-force.ts'
import { seeComparison } from '../see-comparison.ts'
import { correctPairPage } from './correct-pair.page.tsx'
import { type CorrectionRefusal, correctPair, undoCorrection } from './correct-pair.ts'
import { pairView } from './pair-view.ts'

export function correctPairRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/comparisons/:comparisonId/pair',
      access: may('compare-plans'),
      answer: async ({ visitor, params, query }) => {
        const id = parseId<'comparison'>(params.comparisonId ?? '')
        return id ? show(world, visitor, id, { plan: query.plan ?? '', report: query.report ?? '' }, []) : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/comparisons/:comparisonId/corrections',
      access: may('compare-plans'),
      answer: async ({ visitor, params, form }) => {
        const id = parseId<'comparison'>(params.comparisonId ?? '')
        if (!id) return notFound
        const kind = words(form, 'kind') === 'unpair' ? 'unpair' : 'pair'
        const [planRow, reportRow] = [words(form, 'plan'), words(form, 'report')]
        const corrected = await correctPair(world, visitor, id, { kind, planRow, reportRow, formKey: formKey(form) })
        if (corrected.ok) return redirect(`/comparisons/${id}?done=${kind === 'pair' ? 'paired' : 'unpaired'}`)
        if (corrected.refusal.kind === 'not-found') return notFound
        const asked = { plan: planRow, report: reportRow }
        return show(world, visitor, id, asked, [problemWith(corrected.refusal, planRow === '' ? 'plan' : 'report')])
      },
    }),
    route({
      method: 'POST',
      url: '/comparisons/:comparisonId/corrections/:correctionId/undo',
      access: may('compare-plans'),
      answer: async ({ visitor, params }) => {
        const id = parseId<'comparison'>(params.comparisonId ?? '')
        const correctionId = parseId<'pair-correction'>(params.correctionId ?? '')
        if (!id || !correctionId) return notFound
        const undone = await undoCorrection(world, visitor, id, correctionId)
        return undone.ok ? redirect(`/comparisons/${id}?done=undone`) : notFound
      },
    }),
  ]
}

function problemWith({ kind }: Exclude<CorrectionRefusal, { kind: 'not-found' }>, field: string): Problem {
  switch (kind) {
    case 'row-missing':
      return { field, message: 'Choose the row that it is paired with' }
    case 'no-change':
      return { field, message: 'These rows stand so already: somebody else may have corrected them' }
    case 'form-expired':
      return { field, message: 'The page was open for too long. Choose again and send it' }
  }
}

async function show(
  world: World,
  visitor: Member,
  id: ComparisonId,
  asked: { readonly plan: string; readonly report: string },
  problems: readonly Problem[],
): Promise<Answer> {
  const seen = await seeComparison(world, visitor, id)
  if (!seen?.compared) return notFound
  const result = reconciliationOf(seen.compared, correctionsInForce(seen.corrections))
  const view = pairView(result, asked)
  if (!view) return notFound
  const { comparison } = seen
  const html = correctPairPage(visitor, { comparison, view, sides: sidesOf(result), once: world.newId(), problems })
  return page(html, problems.length > 0 ? 422 : 200)
}
