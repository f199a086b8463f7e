import { tellingWords } from './words.ts'

/** A text as a set of weighted features: its words, and its pairs of neighbouring words at half the weight. */
export type Weighed = {
  readonly features: ReadonlyMap<string, number>
  readonly total: number
  /** how many different telling words it has */
  readonly wordCount: number
}

export type Weigh = (text: string) => Weighed

/**
 * Weighs words by their rarity over all these texts: a word in few of them tells more than "report", which is in most.
 *
 * @param texts  the rows of both documents
 * @returns a function that weighs any text; a word in none of the texts weighs as one in a single text
 */
export function weighBy(texts: readonly string[]): Weigh {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(tellingWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const rarity = (word: string) => Math.log(1 + texts.length / (counts.get(word) ?? 1)) + 0.1
  return (text) => {
    const words = tellingWords(text)
    const features = new Map<string, number>()
    for (const word of words) features.set(word, rarity(word))
    for (const [at, word] of words.entries()) {
      const next = words[at + 1]
      if (next !== undefined) features.set(`${word} ${next}`, (rarity(word) + rarity(next)) / 4)
    }
    let total = 0
    for (const weight of features.values()) total += weight
    return { features, total, wordCount: new Set(words).size }
  }
}

/** How much of their joint weight two texts share, from 0 to 1; `null` when either has no words. */
export function shareOf(a: Weighed, b: Weighed): number | null {
  if (a.total === 0 || b.total === 0) return null
  return likeness(sharedWeight(a, b), a, b)
}

/** The weight of the words that stand in both, from 0. */
export function sharedWeight(a: Weighed, b: Weighed): number {
  const [few, many] = a.features.size <= b.features.size ? [a, b] : [b, a]
  let shared = 0
  for (const [feature, weight] of few.features) if (many.features.has(feature)) shared += weight
  return shared
}

/**
 * As {@link sharedWeight}, of one text with each of many at once: it looks only where a word is shared.
 *
 * @returns a function that gives the shared weights in the order of `texts`, in an array that the next call uses again
 */
export function sharedWithEach(texts: readonly Weighed[]): (own: Weighed) => Float64Array {
  const holders = new Map<string, number[]>()
  for (const [at, { features }] of texts.entries()) {
    for (const feature of features.keys()) {
      const known = holders.get(feature)
      if (known) known.push(at)
      else holders.set(feature, [at])
    }
  }
  const shared = new Float64Array(texts.length)
  return (own) => {
    shared.fill(0)
    for (const [feature, weight] of own.features) {
      for (const holder of holders.get(feature) ?? []) shared[holder] = (shared[holder] ?? 0) + weight
    }
    return shared
  }
}

const CONTAINED = 0.85
const FEWEST_CONTAINED = 3

/**
 * Likeness of two texts by the weight they share: of both together, or, when one is the other cut short or spun out, of the shorter
 * one (a little less, for much may hide in what was left out).
 */
export function likeness(shared: number, a: Weighed, b: Weighed): number {
  const both = (2 * shared) / (a.total + b.total)
  const least = Math.min(a.total, b.total)
  const canBeContained =
    Math.min(a.wordCount, b.wordCount) >= FEWEST_CONTAINED && least * 4 >= Math.max(a.total, b.total)
  return canBeContained ? Math.max(both, (CONTAINED * shared) / least) : both
}
