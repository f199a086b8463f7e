import type { Pool } from 'pg'
import type { World } from '../../../platform/world.ts'
import { type Accounts, ADDRESS_HEADER } from './accounts.ts'
import { type DoorLog, SILENT } from './door-log.ts'
import { type SecretNow, understoodHeaders } from './keyring.ts'

export { SILENT }

/** What every way in needs. */
export type Doors = SecretNow & {
  readonly accounts: Accounts
  readonly world: World
  readonly baseUrl: string
  /** the sign-in library's tables */
  readonly pool: Pool
  /** whether a list of common or breached passwords has it */
  readonly isCommon: (password: string) => Promise<boolean>
  /** who came in, and who did not */
  readonly log: DoorLog
  /** does work when the answer is on its way, so that its pace tells nothing of it */
  readonly afterwards: (work: () => Promise<void>) => void
}

/** Whoever knocks: their cookies, and where they come from. */
export type Knock = { readonly headers: Headers; readonly address: string }

/** Goes through better-auth's own door, so that its rate limit and its checks hold. With a body it is a POST. */
export async function askLibrary(doors: Doors, path: string, knock: Knock, body?: object): Promise<Response> {
  const { baseUrl, accounts } = doors
  const headers = new Headers({ origin: new URL(baseUrl).origin })
  const understood = await understoodHeaders(knock.headers, doors)
  for (const name of ['cookie', 'user-agent']) {
    const value = understood.get(name)
    if (value) headers.set(name, value)
  }
  headers.set(ADDRESS_HEADER, knock.address)
  if (body) headers.set('content-type', 'application/json')
  const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { method: 'GET', headers }
  return accounts.handler(new Request(`${baseUrl}/account${path}`, sent))
}

/** Seconds to wait after too many requests from one address; 60 where the library does not say. */
export function waitAsked(response: Response): number {
  return Number(response.headers.get('x-retry-after') ?? 60)
}
