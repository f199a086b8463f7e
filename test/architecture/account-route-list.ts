import type { RightName } from '../../src/modules/people/rights.ts'

/** What a route may ask for: a right of the table, or one of the three that everybody has who comes or signs in. */
export type Asks = Readonly<Record<string, RightName | 'public' | 'account' | 'signed-in'>>

/** The routes of somebody's own account, as `route-list.ts` has the others. */
export const ACCOUNT_ROUTES: Asks = {
  'GET /account': 'account',
  'GET /account/second-factor': 'account',
  'POST /account/second-factor': 'account',
  'POST /account/second-factor/confirmation': 'account',
  'POST /account/second-factor/codes': 'account',
  'POST /account/second-factor/end': 'account',
  'GET /account/passkeys': 'account',
  'POST /account/passkeys/options': 'account',
  'POST /account/passkeys': 'account',
  'POST /account/passkeys/name': 'account',
  'POST /account/passkeys/removal': 'account',
  'GET /account/password': 'account',
  'POST /account/password': 'account',
  'GET /account/sessions': 'account',
  'POST /account/sessions/end': 'account',
  'POST /account/sessions/end-others': 'account',
}
