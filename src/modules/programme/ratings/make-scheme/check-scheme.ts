import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { RatingMeaning, RatingRule, RatingShape, RecoveryFor } from '../../../plan/index.ts'
import type { RatingKey } from '../../../reading/index.ts'
import { MEANINGS, RECOVERIES } from '../scheme-words.ts'

/** One colour of a scheme, as it was typed. */
export type TypedColour = {
  readonly key: RatingKey
  readonly isUsed: boolean
  readonly name: string
  readonly letter: string
  readonly shape: string
  readonly meaning: string
  readonly needsEvidence: boolean
  readonly recoveryFor: string
  readonly processRule: string
  readonly impactRule: string
  readonly performanceRule: string
}
export type TypedScheme = { readonly name: string; readonly colours: readonly TypedColour[] }
export type SchemeProblem = { readonly field: string; readonly message: string }
export type CheckedScheme = { readonly name: string; readonly ratings: readonly RatingRule[] }

export const SHAPES: readonly { readonly value: RatingShape; readonly text: string }[] = [
  { value: 'square', text: 'Square' },
  { value: 'circle', text: 'Circle' },
  { value: 'triangle', text: 'Triangle' },
  { value: 'diamond', text: 'Diamond' },
  { value: 'ring', text: 'Ring' },
]

export const COLOUR_NAMES: Readonly<Record<RatingKey, string>> = {
  red: 'Red',
  amber: 'Amber',
  grey: 'Grey',
  green: 'Green',
  blue: 'Blue',
}

const LONGEST_NAME = 40
const LONGEST_RULE = 500
const NOTHING_TO_BRING_BACK: readonly RatingMeaning[] = ['on-track', 'complete', 'not-due', 'unknown']

/**
 * A scheme by which a plan can be rated: its colours worst first. Each problem is one sentence beside its field. The colours
 * themselves are the house's five, measured to stay apart in grey and in every colour blindness; letters and shapes must differ too.
 */
export function checkScheme({
  name,
  colours,
}: TypedScheme): Result<CheckedScheme, { readonly kind: 'problems'; readonly problems: readonly SchemeProblem[] }> {
  const used = colours.filter(({ isUsed }) => isUsed)
  const problems = [
    ...(name === '' ? [{ field: 'name', message: 'Give the scheme a name' }] : []),
    ...(name.length > 80 ? [{ field: 'name', message: 'Shorten the name to 80 characters' }] : []),
    ...used.flatMap(problemsOf),
    ...shared(used, 'letter', ({ letter }) => letter.toUpperCase()),
    ...shared(used, 'name', (colour) => colour.name.toLowerCase()),
    ...shared(used, 'shape', ({ shape }) => shape),
    ...problemsOfWhole(used),
  ]
  if (problems.length > 0) return refuse({ kind: 'problems', problems })
  const ratings = used.flatMap(ruleOf).sort((a, b) => rankOf(a.meaning) - rankOf(b.meaning))
  return ok({ name, ratings })
}

function problemsOf(colour: TypedColour): readonly SchemeProblem[] {
  const { key, name, letter, meaning, recoveryFor } = colour
  const word = COLOUR_NAMES[key]
  const problems: SchemeProblem[] = []
  const hold = (isWrong: boolean, field: string, message: string) => {
    if (isWrong) problems.push({ field: `${key}-${field}`, message })
  }
  hold(name === '', 'name', `Give ${word} a name`)
  hold(name.length > LONGEST_NAME, 'name', `Shorten the name of ${word} to 40 characters`)
  hold(!/^[\p{L}\p{N}]$/u.test(letter), 'letter', `Give ${word} one letter or figure`)
  hold(!SHAPES.some(({ value }) => value === colour.shape), 'shape', `Choose a shape for ${word}`)
  hold(meaningOf(meaning) === null, 'meaning', `Choose what ${word} means`)
  hold(recoveryOf(recoveryFor) === null, 'recovery', `Choose when ${word} calls for a way back`)
  hold(colour.processRule === '', 'process', `Say when ${word} is right for progress`)
  hold(colour.impactRule === '', 'impact', `Say when ${word} is right for impact`)
  hold(colour.performanceRule === '', 'performance', `Say when ${word} is right for a figure`)
  const longest = Math.max(colour.processRule.length, colour.impactRule.length, colour.performanceRule.length)
  hold(longest > LONGEST_RULE, 'process', `Shorten the rules of ${word} to 500 characters each`)
  hold(meaning === 'complete' && !colour.needsEvidence, 'evidence', `${word} closes an action, so it needs evidence`)
  const isEmpty = meaning === 'unknown' || meaning === 'not-due'
  hold(
    key === 'green' && isEmpty,
    'meaning',
    'Green cannot stand for nothing known or not begun: no data is never green',
  )
  const isSettled = NOTHING_TO_BRING_BACK.some((of) => of === meaning)
  hold(
    isSettled && recoveryFor !== 'none',
    'recovery',
    `${word} leaves nothing to bring back, so it calls for no way back`,
  )
  return problems
}

function problemsOfWhole(used: readonly TypedColour[]): readonly SchemeProblem[] {
  if (used.length < 2) return [{ field: 'red-used', message: 'Use at least two colours' }]
  const field = `${used[0]?.key ?? 'red'}-meaning`
  const has = (meaning: RatingMeaning) => used.some((colour) => colour.meaning === meaning)
  return [
    ...(has('off-track')
      ? []
      : [{ field, message: 'One colour must mean off track: without it no board would be shown an exception' }]),
    ...(has('on-track') ? [] : [{ field, message: 'One colour must mean on track: most work is, most of the time' }]),
  ]
}

/** What two colours have alike that nobody could then tell them apart by. */
function shared(
  used: readonly TypedColour[],
  field: 'letter' | 'name' | 'shape',
  wordOf: (colour: TypedColour) => string,
): readonly SchemeProblem[] {
  return used.flatMap((colour, at) => {
    const other = used.slice(0, at).find((before) => wordOf(before) !== '' && wordOf(before) === wordOf(colour))
    if (!other) return []
    const both = `${COLOUR_NAMES[other.key]} and ${COLOUR_NAMES[colour.key]}`
    return [{ field: `${colour.key}-${field}`, message: `${both} have the same ${field}: give each its own` }]
  })
}

function ruleOf(colour: TypedColour): readonly RatingRule[] {
  const meaning = meaningOf(colour.meaning)
  const recoveryFor = recoveryOf(colour.recoveryFor)
  const shape = SHAPES.find(({ value }) => value === colour.shape)?.value
  if (!meaning || !recoveryFor || !shape) return []
  const { key, name, letter, needsEvidence, processRule, impactRule, performanceRule } = colour
  return [{ key, name, letter, shape, meaning, needsEvidence, recoveryFor, processRule, impactRule, performanceRule }]
}

function meaningOf(text: string): RatingMeaning | null {
  return MEANINGS.find(({ value }) => value === text)?.value ?? null
}

function recoveryOf(text: string): RecoveryFor | null {
  return RECOVERIES.find(({ value }) => value === text)?.value ?? null
}

function rankOf(meaning: RatingMeaning): number {
  return MEANINGS.findIndex(({ value }) => value === meaning)
}
