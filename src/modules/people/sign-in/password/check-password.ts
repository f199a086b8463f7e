import { valueAt } from '../../../../kernel/value-at.ts'

/** What somebody might build a password from that whoever knows them would guess. */
export type KnownOfThem = readonly string[]

export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'about-you' | 'one-thing-repeated'

export const SHORTEST = 10
export const LONGEST = 200

/**
 * What is wrong with a password that somebody chose; null when nothing is. No kinds of characters are demanded: length and
 * not being guessed are what count.
 *
 * @param known  words about whoever chooses it: their names, their address, their partnership
 * @param isCommon  whether a list of common or breached passwords has these exact words
 * @see NIST SP 800-63B, section 3.1.1.2
 */
export async function passwordProblem(
  password: string,
  known: KnownOfThem,
  isCommon: (password: string) => Promise<boolean>,
): Promise<PasswordProblem | null> {
  const letters = [...password]
  if (letters.length < SHORTEST) return 'too-short'
  if (password.length > LONGEST) return 'too-long'
  if (new Set(letters).size < 4 || isRun(letters)) return 'one-thing-repeated'
  const bare = bareForm(password)
  const core = withoutEnds(bare)
  const mine = known.flatMap(wordsOf)
  if ([password.toLowerCase(), bare].some((form) => isBuiltOf(form, mine))) return 'about-you'
  for (const form of new Set([password, password.toLowerCase(), bare, core])) if (await isCommon(form)) return 'common'
  return null
}

const STANDS_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** In small letters, with the usual signs put back to the letters they stand for: "P@ssw0rd" is "password". */
export function bareForm(password: string): string {
  const small = password.normalize('NFKC').toLowerCase()
  const [, start = '', core = small, end = ''] = /^([\d\W_]*)(.*?)([\d\W_]*)$/s.exec(small) ?? []
  return `${start}${[...core].map((sign) => valueAt(STANDS_FOR, sign) ?? sign).join('')}${end}`
}

/** Without the digits and signs that people put before and after a word. */
function withoutEnds(bare: string): string {
  return bare.replace(/^[\d\W_]+/, '').replace(/[\d\W_]+$/, '')
}

function wordsOf(known: string): readonly string[] {
  const small = known.normalize('NFKC').toLowerCase()
  return [small.replaceAll(/[^\p{L}\d]/gu, ''), ...small.split(/[^\p{L}\d]+/u)].filter((word) => word.length >= 4)
}

/** Whether words account for a password but for some digits, some signs and a letter or three. */
function isBuiltOf(form: string, words: readonly string[]): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  const whole = form.replaceAll(/[^\p{L}\d]/gu, '')
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), whole)
  return rest.length < whole.length && rest.replaceAll(/\d/g, '').length < 4
}

/** Each sign one after, or before, the one before it: "1234567890". */
function isRun(letters: readonly string[]): boolean {
  const codes = letters.map((sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}
