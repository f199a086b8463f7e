/** A place where a line may break and nothing is drawn. */
export const BREAK_HERE = '\u200b'

/** English words up to this length are left whole, so that they can be searched for and copied. */
const LONGEST_WORD = 16

/**
 * Lets a line break inside what no dictionary can hyphenate: addresses, codes, a key held down.
 *
 * @param text  printable text
 * @param fits  how many characters fit a line of the place it goes to, from 1
 * @returns the same text with `BREAK_HERE` between the characters of each run too long for its line
 */
export function breakLongWords(text: string, fits: number): string {
  return text.replace(/\S+/gu, (run) => (mayOverflow(run, fits) ? [...run].join(BREAK_HERE) : run))
}

/** Typst breaks these itself, and without a mark, so that they can be copied. */
const ADDRESS = /^https?:\/\/[\w!#$%&*+,\-./:;=?@~']+$/

function mayOverflow(run: string, fits: number): boolean {
  if (run.length <= fits || ADDRESS.test(run)) return false
  return run.length > LONGEST_WORD || !/^\p{L}+\p{P}?$/u.test(run)
}
