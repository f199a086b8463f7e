import type { ActionReading, PlanReading } from '../../src/modules/reading/index.ts'
import { type Expected, type ExpectedAction, fold, foldLines } from './expected.ts'

const FIELDS = ['ref', 'text', 'measure', 'timescale', 'lead', 'progress', 'impact', 'part'] as const
export type Field = (typeof FIELDS)[number]

export type Share = { readonly right: number; readonly all: number }
export type Score = {
  readonly name: string
  readonly layout: Expected['layout']
  /** of the actions looked for, those that were read */
  readonly found: Share
  /** actions that were read and are none */
  readonly invented: number
  readonly fields: Readonly<Record<Field, Share>>
  /** what was wrong, in words, for whoever mends it */
  readonly misses: readonly string[]
}

/** Holds a reading against what a person says the document holds: which actions it has, and which of their fields are exact. */
export function scoreReading(expected: Expected, reading: PlanReading): Score {
  const pairs = pairUp(expected.actions, reading.actions)
  const titles = new Map(reading.parts.map((part) => [part.id, part.title]))
  const results = pairs.flatMap(({ wanted, read }) =>
    read ? compare(wanted, read, titles, expected.marksLines ? foldLines : fold) : [],
  )
  const labelled = pairs.filter(({ read }) => read !== null).length
  const isWhole = expected.actions.length === expected.count
  const missing = pairs.filter(({ read }) => read === null).map(({ wanted }) => `not found: ${wanted.text}`)
  return {
    name: expected.name,
    layout: expected.layout,
    found: isWhole
      ? { right: labelled, all: expected.count }
      : { right: Math.max(0, Math.min(expected.count, reading.actions.length) - missing.length), all: expected.count },
    invented: Math.max(0, reading.actions.length - (isWhole ? labelled : expected.count)),
    fields: Object.fromEntries(
      FIELDS.map((field) => [field, shareOf(results.filter((each) => each.field === field))]),
    ) as Score['fields'],
    misses: [...missing, ...results.flatMap((each) => (each.miss === null ? [] : [each.miss]))],
  }
}

/** All fields together. */
export function allFields({ fields }: Score): Share {
  return addShares(FIELDS.map((field) => fields[field]))
}

export function addShares(shares: readonly Share[]): Share {
  return { right: sum(shares.map(({ right }) => right)), all: sum(shares.map(({ all }) => all)) }
}

type Pair = { readonly wanted: ExpectedAction; readonly read: ActionReading | null }

/** Each wanted action with the one that was read with the same words, else with the most alike that nobody took. */
function pairUp(wanted: readonly ExpectedAction[], read: readonly ActionReading[]): Pair[] {
  const free = new Set(read)
  const take = (action: ActionReading | undefined) => {
    if (action) free.delete(action)
    return action ?? null
  }
  const exact = wanted.map((action) => take([...free].find((each) => isSame(action, each))))
  return wanted.map((action, index) => ({ wanted: action, read: exact[index] ?? take(mostAlike(action, [...free])) }))
}

function isSame(wanted: ExpectedAction, read: ActionReading): boolean {
  const sameRef = wanted.ref == null || fold(read.ref) === fold(wanted.ref)
  return sameRef && fold(wanted.text) === fold(read.text)
}

function mostAlike(wanted: ExpectedAction, read: readonly ActionReading[]): ActionReading | undefined {
  const likeness = read.map((each) => ({ each, share: sharedWords(wanted.text, each.text) }))
  const best = likeness.reduce<(typeof likeness)[number] | null>(
    (top, next) => (next.share > (top?.share ?? 0) ? next : top),
    null,
  )
  return best && best.share >= 0.6 ? best.each : undefined
}

/** The share of two texts' words that both have: Dice's coefficient. */
function sharedWords(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(fold(text).toLowerCase().split(' ')))
  if (!left || !right) return 0
  return (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size)
}

type Compared = { readonly field: Field; readonly isRight: boolean; readonly miss: string | null }

function compare(
  wanted: ExpectedAction,
  read: ActionReading,
  titles: ReadonlyMap<string, string>,
  folded: typeof fold,
): Compared[] {
  const got: Record<Field, string | null | undefined> = {
    ref: read.ref,
    text: read.text,
    measure: read.measure,
    timescale: read.timescale?.text,
    lead: read.leadWords,
    progress: read.progressRating?.text,
    impact: read.impactRating?.text,
    part: read.part === null ? null : titles.get(read.part),
  }
  return FIELDS.flatMap((field): Compared[] => {
    const asked = wanted[field]
    if (asked === undefined) return []
    const isRight = folded(asked) === folded(got[field])
    const miss = `${wanted.ref ?? wanted.text.slice(0, 40)}: ${field} is "${fold(got[field])}" and not "${fold(asked)}"`
    return [{ field, isRight, miss: isRight ? null : miss }]
  })
}

function shareOf(results: readonly Compared[]): Share {
  return { right: results.filter((each) => each.isRight).length, all: results.length }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
