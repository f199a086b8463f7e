import { comparisonsIn } from './comparisons.ts'
import { plainNumber, quote } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Asker, questionOn } from './statement.ts'

/** "2% below the national average of 15%": the difference is subtracted again. */
export const askDifference: Asker = (sentence, passage) =>
  comparisonsIn(sentence, passage).flatMap(({ direction, own, other }) => {
    const said = sentence.figures.find(
      ({ role, to }) => role === 'difference' && to <= direction.from && direction.from - to <= 12,
    )
    if (!said || !own || !other || own.unit !== other.unit || own.unit === 'count') return []
    const real = Math.abs(own.value - other.value)
    if (Math.abs(real - said.value) <= roundingOf([own, other, said])) return []
    const arithmetic = `${plainNumber(own.value)} − ${plainNumber(other.value)} = ${plainNumber(own.value - other.value)}`
    return [
      questionOn(sentence, {
        code: 'statement-difference',
        figures: [said.text, own.text, other.text],
        arithmetic,
        message: `The sentence says ${quote(`${said.text} ${direction.text}`)}; the figures read ${own.text} and ${other.text}: ${arithmetic}. Which of the three is right?`,
      }),
    ]
  })

/** How far figures may be apart because each was rounded: half of each one's last digit. */
export function roundingOf(figures: readonly Figure[]): number {
  return (
    figures.reduce((sum, { step, isAbout, value }) => sum + (isAbout ? Math.max(step, value * 0.05) : step / 2), 0) +
    1e-9
  )
}
