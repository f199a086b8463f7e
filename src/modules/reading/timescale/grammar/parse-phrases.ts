import type { Phrase, Said } from '../phrase.ts'
import { type Token, tokenise, weekdayNumber } from '../tokens.ts'
import { CUES, JOINS, LENGTHS, PARTS } from './cues.ts'
import { DAYS } from './days.ts'
import { mayBegin } from './known-words.ts'
import { MONTHS } from './months.ts'
import { isMatter, isPlain } from './plain-words.ts'
import { QUARTERS } from './quarters.ts'
import { RHYTHMS } from './rhythms.ts'
import type { DayOrder, Rule } from './rule.ts'
import { TERMS_AND_SEASONS } from './terms.ts'
import { YEARS } from './years.ts'

const TIMES: readonly Rule[] = [...DAYS, ...QUARTERS, ...TERMS_AND_SEASONS, ...MONTHS, ...YEARS]
/** What stands earlier is tried first: "every quarter" before "quarter", "1-2 years" before a day of the month. */
const WHOLE = aGrammar([...RHYTHMS, ...TIMES, ...LENGTHS, ...PARTS, ...CUES, ...JOINS])
const TIMES_ALONE = aGrammar(TIMES)

type Grammar = { readonly rules: readonly Rule[]; readonly begins: (form: string) => boolean }

/**
 * Reads a text as phrases, from left to right, each as long as its rule allows. Every token is in one; what no rule knows is `other`.
 * Positions are those of the text.
 */
export function parsePhrases(text: string, order: DayOrder): Phrase[] {
  return parse(text, order, WHOLE)
}

/** The times alone, for prose. */
export function parseTimes(text: string, order: DayOrder): Phrase[] {
  return parse(text, order, TIMES_ALONE).filter(({ is }) => is === 'time')
}

function aGrammar(rules: readonly Rule[]): Grammar {
  return { rules, begins: mayBegin(rules) }
}

function parse(text: string, order: DayOrder, { rules, begins }: Grammar): Phrase[] {
  const tokens = tokenise(text)
  const starts: number[] = []
  let line = ''
  for (const { form } of tokens) {
    starts.push(line.length)
    line += `${form} `
  }
  line = line.trimEnd()
  const phrases: Phrase[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = begins(tokens[at]?.form ?? '') ? readAt(line, starts[at] ?? 0, rules, order) : null
    const { said, ends } = found ?? { said: aWord(tokens[at]), ends: -1 }
    let next = at + 1
    while (next < tokens.length && (starts[next] ?? 0) < ends) next++
    const [from, to] = [tokens[at]?.from ?? 0, tokens[next - 1]?.to ?? 0]
    const words = text.slice(from, to)
    phrases.push({ ...withWords(said, words, tokens.slice(at, next)), from, to, words })
    at = next
  }
  return phrases
}

function readAt(line: string, at: number, grammar: readonly Rule[], order: DayOrder) {
  for (const { pattern, read } of grammar) {
    pattern.lastIndex = at
    const found = pattern.exec(line)
    if (!found || found[0] === '') continue
    const said = read(found.groups ?? {}, order)
    if (said) return { said, ends: at + found[0].length }
  }
  return null
}

function aWord(token: Token | undefined): Said {
  const form = token?.form ?? ''
  if (isPlain(form)) return { is: 'plain' }
  return isMatter(form) ? { is: 'matter' } : { is: 'other' }
}

function withWords(said: Said, words: string, tokens: readonly Token[]): Said {
  if (said.is === 'rhythm') return { is: 'rhythm', rhythm: { ...said.rhythm, words: words.toLowerCase() } }
  if (said.is !== 'time') return said
  const weekday = tokens[0]?.form === 'weekday' ? weekdayNumber(words) : null
  const doubts = [...said.time.doubts]
  if (tokens.some(({ misspelt }) => misspelt))
    doubts.push({ words: `“${words}” is read as a misspelt month.`, makes: 'likely' })
  return { is: 'time', time: { ...said.time, weekday, doubts } }
}
