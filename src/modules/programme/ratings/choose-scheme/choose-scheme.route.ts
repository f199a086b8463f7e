import type { Problem } from '../../../../design/index.ts'
import { type PlanId, parseId } from '../../../../kernel/id.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import {
  findKnownSchemes,
  findPlan,
  findRatingScheme,
  type KnownScheme,
  PRESET_KINDS,
  RATING_PRESETS,
} from '../../../plan/index.ts'
import { chooseSchemePage, type SchemeOffer } from './choose-scheme.page.tsx'
import { chooseScheme } from './choose-scheme.ts'

const DONE: Readonly<Record<string, string>> = {
  chosen: 'The plan is rated by this scheme from now on',
  made: 'Your scheme is made. Choose it below to rate this plan by it',
}

export function chooseSchemeRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/plans/:planId/rating-scheme'
  const access = may('keep-rating-schemes')
  return [
    route({
      method: 'GET',
      url,
      access,
      answer: async ({ visitor, params, query }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        return planId ? show(world, visitor, planId, [], valueAt(DONE, query.done ?? '') ?? null) : notFound
      },
    }),
    route({
      method: 'POST',
      url,
      access,
      answer: async ({ visitor, params, form }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        const scheme = words(form, 'scheme')
        const chosen = await chooseScheme(world, visitor, { planId, scheme, formKey: formKey(form) })
        if (chosen.ok) return redirect(`/plans/${planId}/rating-scheme?done=chosen`)
        switch (chosen.refusal.kind) {
          case 'not-found':
            return notFound
          case 'no-such-scheme':
            return show(world, visitor, planId, [{ field: 'scheme', message: 'Choose one of these schemes' }])
          case 'form-expired':
            return show(world, visitor, planId, [
              { field: 'scheme', message: 'The page was open for too long. Choose once more' },
            ])
        }
      },
    }),
  ]
}

async function show(
  world: World,
  visitor: Member,
  planId: PlanId,
  problems: readonly Problem[],
  flash: string | null = null,
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan) return notFound
    const now = await findRatingScheme(tx, plan.ratingSchemeId)
    const offers = schemeOffers(await findKnownSchemes(tx))
    const chosen = offers.find(({ id }) => id === now.id)?.choice ?? ''
    const html = chooseSchemePage(visitor, { plan, now, offers, chosen }, { once: world.newId(), problems, flash })
    return page(html, problems.length > 0 ? 422 : 200)
  })
}

/** The presets, as the partnership has them where it used them before, and then its own. */
export function schemeOffers(known: readonly KnownScheme[]): readonly SchemeOffer[] {
  const presets = PRESET_KINDS.map((kind) => {
    const used = known.find((scheme) => scheme.kind === kind)
    return { id: used?.id ?? kind, ...RATING_PRESETS[kind], choice: kind, isOwn: false, version: 1 }
  })
  const own = known.filter(({ kind }) => kind === 'own')
  return [...presets, ...own.map((scheme) => ({ ...scheme, choice: scheme.id, isOwn: true }))]
}
