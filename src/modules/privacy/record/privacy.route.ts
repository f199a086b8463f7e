import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findPeriods } from '../retention/retention.store.ts'
import { parseKind } from '../retention/retention.ts'
import { setPeriod } from '../retention/set-period.ts'
import { type PrivacyView, privacyPage } from './privacy.page.tsx'

const FLASHES: Readonly<Record<string, string>> = { kept: 'The period is changed. It is applied tonight' }

export function recordRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/privacy',
      access: may('keep-personal-data'),
      answer: (visit) => show(world, visit, null),
    }),
    route({
      method: 'POST',
      url: '/privacy/periods',
      access: may('keep-personal-data'),
      answer: (visit) => keep(world, visit),
    }),
  ]
}

async function show(world: World, { visitor, query }: Visit<Member>, problem: PrivacyView['problem']): Promise<Answer> {
  return inScope(world.db, visitor, async (tx) => {
    const view = { periods: await findPeriods(tx), problem, newKey: () => world.newId() }
    return page(privacyPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null), problem ? 422 : 200)
  })
}

async function keep(world: World, visit: Visit<Member>): Promise<Answer> {
  const kind = parseKind(words(visit.form, 'kind'))
  if (!kind) return notFound
  const typed = words(visit.form, `days-${kind}`)
  const kept = await setPeriod(world, visit.visitor, { kind, days: typed, formKey: formKey(visit.form) })
  if (kept.ok) return redirect('/privacy?done=kept')
  const message =
    kept.refusal.kind === 'not-days'
      ? 'Write whole days, from 1 to 36,500'
      : 'This form was open too long: send it again'
  return show(world, visit, { kind, typed, message })
}
