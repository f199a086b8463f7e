import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../../platform/http/route.ts'
import { may } from '../../access.ts'
import type { Member, Visitor } from '../../visitor.ts'
import { findStanding } from '../account/standing.ts'
import type { Doors } from '../doors.ts'
import { findProviders } from '../sign-on/provider.store.ts'
import { demandPage } from './demand.page.tsx'
import { findDemand, findSigners, findWithoutFactor } from './demand.store.ts'
import { type DemandRefusal, setDemand } from './demand.ts'
import { DEMANDS } from './lacking.ts'

type Problems = readonly { readonly field: string; readonly message: string }[]

/** What a partnership demands of whoever signs in. */
export function demandRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: '/ways-in', access: may('keep-ways-in'), answer: (visit) => show(doors, visit, []) }),
    route({ method: 'POST', url: '/ways-in', access: may('keep-ways-in'), answer: (visit) => keep(doors, visit) }),
  ]
}

async function show({ world, pool }: Doors, visit: Visit<Member>, problems: Problems): Promise<Answer> {
  const { visitor, form, query } = visit
  const { demand, signers, providers } = await inScope(
    world.db,
    wholePartnership(visitor.partnershipId),
    async (tx) => ({
      demand: await findDemand(tx),
      signers: await findSigners(tx),
      providers: await findProviders(tx),
    }),
  )
  const without = await findWithoutFactor(
    pool,
    signers.map(({ accountId }) => accountId),
  )
  const html = demandPage(visitor, {
    demand,
    providers,
    signers: signers.length,
    without: signers.filter(({ accountId }) => without.has(accountId)),
    chosen: DEMANDS.find((each) => each === words(form, 'demanded')) ?? demand?.demanded ?? 'nothing',
    problems,
    once: world.newId(),
    isDone: query.done === 'set',
  })
  return page(html, problems.length > 0 ? 422 : 200)
}

async function keep(doors: Doors, visit: Visit<Member>): Promise<Answer> {
  const { visitor, form } = visit
  const tell = (message: string) => show(doors, visit, [{ field: 'demanded', message }])
  const demanded = DEMANDS.find((each) => each === words(form, 'demanded'))
  if (!demanded) return tell('Choose what signing in asks for')
  const { email } = await findStanding(doors.accounts, visitor.accountId)
  const kept = await setDemand(doors.world, visitor, { demanded, email, key: formKey(form) })
  return kept.ok ? redirect('/ways-in?done=set') : tell(inWords(kept.refusal))
}

function inWords({ kind }: DemandRefusal): string {
  if (kind === 'just-now') return 'Somebody set this at the same moment. Look at what it says now'
  return kind === 'no-provider'
    ? 'No organisation has single sign-on yet. Set one up first'
    : 'You did not sign in by this yourself. Set it up under “Your account”, sign in by it, and come back'
}
