import type { Figure } from './read-figures.ts'
import type { Sentence } from './statement.ts'

const FROM = /\bfrom (?:about |around |just |over |nearly |a |an |\w+ )?$/i
const TO = /\b(?:to|and is now|, now)(?: (?:about|around|just|over|nearly|only|below|under))*\s*$/i
const TO_FIRST = /\bto (?:about |around |just |over )?$/i
const FROM_THEN = /^[^,]{0,20}\bfrom (?:about |around |just )?$/i
const AGAINST =
  /\b(?:against|compar(?:ed|es) (?:to|with)|versus|vs\.?|up from|down from) (?:about |around |just |only )?$/i
const EARLIER =
  /^\)?,? ?(?:in |for |at |during )?(?:(?:the )?(?:same \w+ )?(?:last|previous|preceding|prior) (?:year|quarter|term|month|period)|(?:a|one) year (?:ago|before|earlier)|(?:the )?(?:year|quarter|term) before|(?:19|20)\d\d)\b/i

/** The earlier and the later figure of "from A to B", "to B from A", "B against A last year"; null when nothing moves. */
export function moveIn({ text, figures }: Sentence): readonly [Figure, Figure] | null {
  for (const [at, first] of figures.entries()) {
    const second = figures[at + 1]
    if (!second || second.unit !== first.unit) continue
    const lead = text.slice(Math.max(0, first.from - 24), first.from)
    const between = text.slice(first.to, second.from)
    if (between.length > 90 || /[.;]/.test(between)) continue
    if (FROM.test(lead) && TO.test(between)) return [first, second]
    if (TO_FIRST.test(lead) && FROM_THEN.test(between)) return [second, first]
    if (AGAINST.test(between) && EARLIER.test(text.slice(second.to))) return [second, first]
  }
  return null
}
