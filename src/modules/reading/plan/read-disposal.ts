import type { ActionReading, DisposalKind } from '../plan-reading.ts'
import { DISPOSAL_WORDS } from './disposal-words.ts'

/** How an action ended, as pages, papers and files name it. */
export const DISPOSAL_NAMES: Readonly<Record<DisposalKind, string>> = {
  completed: 'Completed',
  'carried-forward': 'Carried forward',
  merged: 'Merged with another',
  stopped: 'Stopped',
  transferred: 'Transferred',
  'in-progress': 'Still in progress',
  'not-reported': 'Not reported',
}

/** The ending that such a name stands for; null for other words. */
export function disposalNamed(name: string): DisposalKind | null {
  return DISPOSAL_KINDS.find((kind) => DISPOSAL_NAMES[kind].toLowerCase() === name.trim().toLowerCase()) ?? null
}

/** Every way an action may end, in the order they are offered. */
export const DISPOSAL_KINDS = [
  'completed',
  'in-progress',
  'carried-forward',
  'merged',
  'transferred',
  'stopped',
  'not-reported',
] as const satisfies readonly DisposalKind[]

type Disposal = NonNullable<ActionReading['disposal']>

/** One ending that a narrative states, with the words that state it and where in the narrative they begin. */
export type StatedEnding = Disposal & { readonly from: number }

const LONGEST = 5_000

/** How an action ended, by its narrative, with the words that say so; null when none do. Of several endings, the strongest. */
export function readDisposal(narrative: string | null): Disposal | null {
  const [first] = readEndings(narrative)
  return first ? { kind: first.kind, words: first.words } : null
}

/**
 * How an action ended as a person told it, with the words of its narrative that say so; the words are empty where none do.
 *
 * @param kind  null for an action that has not ended, whatever its words say
 */
export function disposalMeant(narrative: string | null, kind: DisposalKind | null): Disposal | null {
  return kind && { kind, words: readEndings(narrative).find((ending) => ending.kind === kind)?.words ?? '' }
}

/**
 * Every ending that a narrative states, the strongest first, one for each kind: more than one is a question to its author. Words that
 * have stated one ending state no other, so that "the draft has been completed" is not also complete; what is denied, or
 * still to come, is not an ending.
 */
export function readEndings(narrative: string | null): readonly StatedEnding[] {
  if (narrative === null) return []
  let text = narrative.slice(0, LONGEST).toWellFormed()
  const endings: StatedEnding[] = []
  for (const [kind, pattern] of DISPOSAL_WORDS) {
    for (const found of text.matchAll(pattern)) {
      const words = found[0].trim()
      const from = found.index
      if (isDenied(text, from, kind)) continue
      if (!endings.some((ending) => ending.kind === kind)) endings.push({ kind, words, from })
      text = text.slice(0, from) + '\u0001'.repeat(found[0].length) + text.slice(from + found[0].length)
    }
  }
  return endings
}

const DENIAL =
  /\b(?:not|never|cannot|rather than|instead of|without|if|unless)(?: (?:be|being|been|have|has|to|yet))*\s*$/i
const STILL_TO_COME =
  /\b(?:once|when|until|before|awaiting|after|to be|will|should be|due to|whether)(?: (?:the|this|a|all|final|be|have|been))*\s*$/i

/** A carried action is always still to come; the other endings are not endings before they happen. */
function isDenied(text: string, from: number, kind: DisposalKind): boolean {
  const before = text.slice(Math.max(0, from - 40), from)
  if (kind === 'in-progress' || kind === 'not-reported') return false
  return DENIAL.test(before) || (kind === 'completed' && STILL_TO_COME.test(before))
}
