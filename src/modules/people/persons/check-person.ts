import { LONGEST_NAME } from '../../../kernel/longest-name.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

export type Problems = {
  readonly kind: 'problems'
  readonly problems: readonly { readonly field: string; readonly message: string }[]
}

/**
 * What a form or a list says of a person, put in order: spaces out of a number, a British 07 as +447. Every problem is told.
 *
 * @returns null for what was left empty
 */
export function checkPerson(typed: {
  readonly name: string
  readonly email: string
  readonly mobile: string
}): Result<{ readonly name: string; readonly email: string | null; readonly mobile: string | null }, Problems> {
  const problems = []
  const name = typed.name.replaceAll(/\s+/g, ' ').trim()
  if (name === '') problems.push({ field: 'name', message: 'Give their name' })
  if (name.length > LONGEST_NAME)
    problems.push({ field: 'name', message: `Give a name of at most ${LONGEST_NAME} characters` })
  const email = typed.email.trim()
  if (email !== '' && !isMailAddress(email))
    problems.push({ field: 'email', message: 'Write the address like name@council.gov.uk' })
  const mobile = checkMobile(typed.mobile)
  if (mobile === undefined) problems.push({ field: 'mobile', message: 'Write the number like +44 7700 900123' })
  if (problems.length > 0) return refuse({ kind: 'problems', problems })
  return ok({ name, email: email || null, mobile: mobile ?? null })
}

/** Whether words have the shape of one address of mail. */
export function isMailAddress(address: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(address)
}

/**
 * A number as the messages need it, such as +447700900123.
 *
 * @returns null for what was left empty, undefined for what is no number
 */
export function checkMobile(typed: string): string | null | undefined {
  const digits = typed.replaceAll(/[\s().-]/g, '').replace(/^00/, '+')
  if (digits === '') return null
  const international = digits.replace(/^0(?=7\d{9}$)/, '+44').replace(/^\+440(?=7)/, '+44')
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : undefined
}
