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
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findKnownSchemes, findPlan, isPresetKind, RATING_PRESETS } from '../../../plan/index.ts'
import type { TypedScheme } from './check-scheme.ts'
import { makeSchemePage } from './make-scheme.page.tsx'
import { makeScheme } from './make-scheme.ts'
import { typedFrom, typedOf } from './scheme-form.ts'

export function makeSchemeRoutes(world: World): readonly Route<Visitor>[] {
  const access = may('keep-rating-schemes')
  return [
    route({
      method: 'GET',
      url: '/rating-schemes/new',
      access,
      answer: async ({ visitor, query }) => {
        const planId = parseId<'plan'>(query.plan ?? '')
        return planId ? show(world, visitor, { planId, from: query.from ?? '' }) : notFound
      },
    }),
    route({ method: 'POST', url: '/rating-schemes', access, answer: (visit) => make(world, visit) }),
  ]
}

async function make(world: World, { visitor, form }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(words(form, 'plan'))
  if (!planId) return notFound
  const from = words(form, 'follows')
  const typed = typedFrom(form)
  if (words(form, 'step') === 'preview') return show(world, visitor, { planId, from, typed })
  const made = await makeScheme(world, visitor, { typed, follows: from || null, formKey: formKey(form) })
  if (made.ok) return redirect(`/plans/${planId}/rating-scheme?done=made`)
  switch (made.refusal.kind) {
    case 'problems':
      return show(world, visitor, { planId, from, typed, problems: made.refusal.problems })
    case 'no-such-scheme': {
      const message = 'Somebody made a later version meanwhile. Begin from that one'
      return show(world, visitor, { planId, from: '', typed, problems: [{ field: 'name', message }] })
    }
    case 'form-expired': {
      const message = 'The page was open for too long. Your words are below: send them again'
      return show(world, visitor, { planId, from, typed, problems: [{ field: 'name', message }] })
    }
  }
}

type Asked = {
  readonly planId: PlanId
  /** a preset, or the own scheme that it follows */
  readonly from: string
  readonly typed?: TypedScheme
  readonly problems?: readonly Problem[]
}

async function show(world: World, visitor: Member, { planId, from, typed, problems = [] }: Asked): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    if (!(await findPlan(tx, planId))) return notFound
    const own = (await findKnownSchemes(tx)).find(({ id, kind }) => id === from && kind === 'own') ?? null
    const begun = own ?? { ...RATING_PRESETS[isPresetKind(from) ? from : 'five-colours'], name: '' }
    const view = { typed: typed ?? typedOf(begun), follows: own, planId, once: world.newId(), problems }
    return page(makeSchemePage(visitor, view), problems.length > 0 ? 422 : 200)
  })
}
