import type { Case } from './access-cases.ts'

const EVERYONE: Case['mayUse'] = ['viewer', 'lead', 'chair', 'manager']

/** One request or more for each route of somebody's own account: it is there for everybody who is signed in. */
export function accountCases(): readonly Case[] {
  const looked = [
    '/account',
    '/account/password',
    '/account/second-factor',
    '/account/passkeys',
    '/account/sessions',
    '/account/text-messages',
  ]
  const sent: readonly (readonly [string, Record<string, string>])[] = [
    ['/account/password', { present: '', chosen: '' }],
    ['/account/second-factor', { password: 'not theirs' }],
    ['/account/second-factor/confirmation', { code: '' }],
    ['/account/second-factor/codes', { 'codes-password': 'not theirs' }],
    ['/account/second-factor/end', { 'end-password': 'not theirs' }],
    ['/account/passkeys/options', {}],
    ['/account/passkeys', { name: '', answer: '' }],
    ['/account/passkeys/name', { passkey: 'nobody’s', name: 'Mine' }],
    ['/account/passkeys/removal', { passkey: 'nobody’s' }],
    ['/account/text-messages', { mobile: '' }],
    ['/account/text-messages/end', {}],
    ['/account/sessions/end', { session: 'nobody’s' }],
    ['/account/sessions/end-others', {}],
  ]
  return [
    { route: 'GET /invitations', url: '/invitations', mayUse: ['manager'] },
    { route: 'POST /invitations', url: '/invitations', fields: { person: '' }, mayUse: ['manager'] },
    {
      route: 'POST /invitations/revocation',
      url: '/invitations/revocation',
      fields: { invitation: 'none' },
      mayUse: ['manager'],
    },
    { route: 'GET /ways-in', url: '/ways-in', mayUse: ['manager'] },
    { route: 'POST /ways-in', url: '/ways-in', fields: { demanded: '' }, mayUse: ['manager'] },
    ...looked.map((url) => ({ route: `GET ${url}`, url, mayUse: EVERYONE })),
    ...sent.map(([url, fields]) => ({ route: `POST ${url}`, url, fields, mayUse: EVERYONE })),
  ]
}
