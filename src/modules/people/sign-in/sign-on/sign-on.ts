import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import type { AccountHolder } from '../../visitor.ts'
import { tellDoor } from '../door-log.ts'
import { askLibrary, type Doors, type Knock, waitAsked } from '../doors.ts'
import { signOut } from '../sign-in.ts'
import { type AdmitRefusal, admit } from './admit.ts'
import { readClaims } from './claims.ts'
import { findProviders, type Provider } from './provider.store.ts'
import { openProvider } from './provider-door.ts'

export type SetOutRefusal =
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number }

/** Where the browser goes to sign in at the provider, and the cookie by which it is known when it comes back. */
export type SetOut = { readonly to: string; readonly cookies: readonly string[] }

/** Sets out to the provider. */
export async function setOut(
  doors: Doors,
  knock: Knock,
  { provider, email, next }: { readonly provider: Provider; readonly email: string; readonly next: string },
): Promise<Result<SetOut, SetOutRefusal>> {
  const open = await openProvider(doors, knock, provider, async () => null)
  if (!open) return refuse({ kind: 'no-answer' })
  const response = await askLibrary(open, '/sign-in/social', knock, {
    provider: provider.id,
    callbackURL: next,
    errorCallbackURL: REFUSED,
    loginHint: email,
    disableRedirect: true,
  })
  if (response.status === 429) return refuse({ kind: 'too-many-tries', waitSeconds: waitAsked(response) })
  const to = urlIn(await response.json().catch(() => null))
  if (to === null)
    tellDoor(doors, knock, 'provider failed', { organisation: provider.organisation.id, why: 'no address to go to' })
  return to === null ? refuse({ kind: 'no-answer' }) : ok({ to, cookies: response.headers.getSetCookie() })
}

const REFUSED = '/sign-in/organisation?refused=yes'

/** `not-taken`: what came back was not an answer to what this browser had set out for, or the token was not good. */
export type ComeBackRefusal = AdmitRefusal | { readonly kind: 'not-taken' | 'no-answer' }
export type CameBack = { readonly cookies: readonly string[]; readonly next: string; readonly accountId: string }

/** Takes what the provider sent back with the browser, and signs in. */
export async function comeBack(
  doors: Doors,
  knock: Knock,
  { provider, query }: { readonly provider: Provider; readonly query: Readonly<Record<string, string>> },
): Promise<Result<CameBack, ComeBackRefusal>> {
  const said: { admitted: Result<string, AdmitRefusal> | null } = { admitted: null }
  const open = await openProvider(doors, knock, provider, async (profile) => {
    const claims = readClaims(profile)
    if (!claims) return null
    said.admitted = await admit(doors, provider, claims, knock.address)
    return said.admitted.ok ? claims.sub : null
  })
  if (!open) return refuse({ kind: 'no-answer' })
  const known = Object.entries(query).filter(([name]) => ['code', 'state', 'iss', 'error'].includes(name))
  const response = await askLibrary(open, `/callback/${provider.id}?${new URLSearchParams(known)}`, knock)
  const { admitted } = said
  const no = (why: string) =>
    tellDoor(doors, knock, 'sign-in refused', { way: 'single-sign-on', organisation: provider.organisation.id, why })
  if (admitted && !admitted.ok) {
    no(admitted.refusal.kind)
    return admitted
  }
  const cookies = response.headers.getSetCookie()
  const isIn = cookies.some((cookie) => /session_token=[^;]/.test(cookie))
  if (!admitted || !isIn) {
    no(`not taken: ${reasonIn(response.headers.get('location') ?? '')}`)
    return refuse({ kind: 'not-taken' })
  }
  tellDoor(doors, knock, 'signed in', { way: 'single-sign-on', account: admitted.value })
  await signOut(doors, knock)
  return ok({ cookies, next: response.headers.get('location') ?? '', accountId: admitted.value })
}

/** The code that the library, or the provider through it, gives for a no: `invalid_code` is what a client secret that ran out looks like. */
function reasonIn(location: string): string {
  const said = URL.parse(location, 'http://ours.example')?.searchParams.get('error') ?? ''
  return /^[a-z_]{1,60}$/i.test(said) ? said : 'no reason'
}

/** Ends the session; where it was come by through a provider that knows signing out, also the address to sign out there. */
export async function signOutEverywhere(
  doors: Doors,
  knock: Knock & { readonly visitor: AccountHolder | { readonly kind: 'anonymous' } },
): Promise<{
  readonly cookies: readonly string[]
  readonly there: { readonly to: string; readonly name: string } | null
}> {
  if (knock.visitor.kind !== 'anonymous') tellDoor(doors, knock, 'signed out', { account: knock.visitor.accountId })
  const provider = knock.visitor.kind === 'anonymous' ? null : await providerOf(doors, knock.visitor)
  const open = provider && (await openProvider(doors, knock, provider, async () => null))
  if (!provider || !open) return { cookies: await signOut(doors, knock), there: null }
  const response = await askLibrary(open, '/sign-out', knock, {
    callbackURL: `${doors.baseUrl}/sign-in`,
    disableRedirect: true,
  })
  const to = urlIn(await response.json().catch(() => null))
  return {
    cookies: response.headers.getSetCookie(),
    there: to === null ? null : { to, name: provider.organisation.name },
  }
}

async function providerOf({ world, accounts }: Doors, visitor: AccountHolder): Promise<Provider | null> {
  if (visitor.session?.way !== 'single-sign-on') return null
  const providers = await inScope(world.db, wholePartnership(visitor.partnershipId), findProviders)
  const credentials = await (await accounts.$context).internalAdapter.findAccounts(visitor.accountId)
  return providers.find(({ id }) => credentials.some(({ providerId }) => providerId === id)) ?? null
}

function urlIn(answer: unknown): string | null {
  return typeof answer === 'object' && answer !== null && 'url' in answer && typeof answer.url === 'string'
    ? answer.url
    : null
}
