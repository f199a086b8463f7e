import type { Case } from './access-cases.ts'

const EVERYONE: Case['mayUse'] = ['viewer', 'lead', 'chair', 'manager']

/** One request or more for each route of somebody's own account: it is there for everybody who is signed in. */
export function accountCases(): readonly Case[] {
  const looked = ['/account', '/account/password', '/account/sessions']
  const sent: readonly (readonly [string, Record<string, string>])[] = [
    ['/account/password', { present: '', chosen: '' }],
    ['/account/sessions/end', { session: 'nobody’s' }],
    ['/account/sessions/end-others', {}],
  ]
  return [
    ...looked.map((url) => ({ route: `GET ${url}`, url, mayUse: EVERYONE })),
    ...sent.map(([url, fields]) => ({ route: `POST ${url}`, url, fields, mayUse: EVERYONE })),
  ]
}
