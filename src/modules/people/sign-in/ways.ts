import { valueAt } from '../../../kernel/value-at.ts'

/** How somebody came in. */
export type Way = 'password' | 'link' | 'passkey' | 'second-factor' | 'single-sign-on'

const WAY_BY_DOOR: Readonly<Record<string, Way>> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'link',
  '/passkey/verify-authentication': 'passkey',
  '/two-factor/verify-totp': 'second-factor',
  '/two-factor/verify-backup-code': 'second-factor',
  '/two-factor/disable': 'password',
  '/callback/:id': 'single-sign-on',
}

/**
 * How a session is come by.
 *
 * @param door  the sign-in library's path that makes the session
 * @param before  the way of the session it takes the place of, which stays where the door says nothing: a change of password
 */
export function wayThrough(door: string, before: string | null): string | null {
  return valueAt(WAY_BY_DOOR, door) ?? before
}

/** Whether a way shows two things at once: what somebody knows or is, and what they hold. */
export function isStrong(way: string | null): boolean {
  return way === 'passkey' || way === 'second-factor' || way === 'single-sign-on'
}

const IN_WORDS: Readonly<Record<string, string>> = {
  password: 'with your password',
  link: 'by a link in a mail',
  passkey: 'with a passkey',
  'second-factor': 'with a code from your phone',
  'single-sign-on': 'through your organisation',
}

/** "with a passkey"; nothing for a session that does not say. */
export function wayInWords(way: string | null): string {
  return valueAt(IN_WORDS, way ?? '') ?? ''
}
