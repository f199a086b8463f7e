import { plainWords } from './words.ts'

/** A run of words that both texts have, that only the first has, or that only the second has. */
export type WordChange = { readonly kind: 'same' | 'cut' | 'added'; readonly words: string }

/** Longer texts are told apart whole: nobody reads a difference of a thousand words word by word. */
const MOST_WORDS = 600

/**
 * What was changed between two texts, word by word: all of the first is in `same` and `cut`, all of the second in `same` and `added`,
 * each in its order. Words that differ in manner only (case, a comma) are the same, and shown as the second has them.
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const one = splitWords(before)
  const two = splitWords(after)
  if (one.length > MOST_WORDS || two.length > MOST_WORDS) return joined(whole(one, 'cut'), whole(two, 'added'))
  const [keysOne, keysTwo] = [one.map(keyOf), two.map(keyOf)]
  const common = commonLengths(keysOne, keysTwo)
  const width = two.length + 1
  const steps: WordChange[] = []
  let [a, b] = [0, 0]
  while (a < one.length || b < two.length) {
    if (a < one.length && b < two.length && keysOne[a] === keysTwo[b]) {
      steps.push({ kind: 'same', words: two[b] ?? '' })
      a += 1
      b += 1
    } else if (
      b >= two.length ||
      (a < one.length && (common[(a + 1) * width + b] ?? 0) >= (common[a * width + b + 1] ?? 0))
    ) {
      steps.push({ kind: 'cut', words: one[a] ?? '' })
      a += 1
    } else {
      steps.push({ kind: 'added', words: two[b] ?? '' })
      b += 1
    }
  }
  return joined(steps, [])
}

/** The changes alone, in one line: 'cut "improve"; added "change"'. Empty when there is none. */
export function changesInWords(changes: readonly WordChange[]): string {
  return changes
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, words }) => `${kind} “${words}”`)
    .join('; ')
}

function splitWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** A mark alone keeps itself as key: a dash is not every other dash's change. */
function keyOf(word: string): string {
  return plainWords(word).join(' ')
}

/** For each two places, how many words the rests of both texts have in common, in order. */
function commonLengths(one: readonly string[], two: readonly string[]): Uint16Array {
  const width = two.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  for (let a = one.length - 1; a >= 0; a--) {
    for (let b = two.length - 1; b >= 0; b--) {
      const same = one[a] === two[b] ? 1 + (lengths[(a + 1) * width + b + 1] ?? 0) : 0
      lengths[a * width + b] = Math.max(same, lengths[(a + 1) * width + b] ?? 0, lengths[a * width + b + 1] ?? 0)
    }
  }
  return lengths
}

function whole(words: readonly string[], kind: 'cut' | 'added'): readonly WordChange[] {
  return words.length === 0 ? [] : [{ kind, words: words.join(' ') }]
}

/** Neighbours of one kind as one run; between two runs that are the same, what was cut comes before what was added. */
function joined(some: readonly WordChange[], more: readonly WordChange[]): readonly WordChange[] {
  const runs: WordChange[] = []
  for (const step of [...some, ...more]) {
    const last = runs.at(-1)
    const before = runs.at(-2)
    if (last?.kind === step.kind) {
      runs[runs.length - 1] = { kind: step.kind, words: `${last.words} ${step.words}` }
    } else if (last?.kind === 'added' && step.kind === 'cut' && before?.kind === 'cut') {
      runs[runs.length - 2] = { kind: 'cut', words: `${before.words} ${step.words}` }
    } else runs.push(step)
  }
  return runs
}
