import type { LintInput } from './lint-plan.ts'
import { type PlanText, textsOf } from './plan-texts.ts'
import { type Remark, remarkOn } from './remark.ts'

/** Letters that anybody in England reads as a word. */
const KNOWN = new Set(
  'NHS UK GP GPS EU UN USA US BBC IT ICT PDF TV HR AM PM OK ID CD DVD VAT PA CEO HQ QA FAQ FAQS AE AGM MP MPS PE BT PC PCS HIV AIDS DNA COVID RAG BRAG NB TBC TBA NA GCSE GCSES BA MA PHD ADHD OFSTED CSV XLSX APP SMS WC MAX MIN INC LTD PLC DR MR MRS MS ST RD ETC AKA DIY FM AV VE VIP CCTV MOT LGBT LGBTQ LGBTQIA BTEC NVQ NVQS ISO II III IV VI VII VIII IX XI XII KS RE PR QR AND THE FOR NOT ALL WITH OR OF TO IN ON WHAT WHEN WHO HOW WHY ARE IS WE OUR YOU DRAFT FINAL NEW JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER PLAN PART SMART NEW URL API'.split(
    ' ',
  ),
)
const LETTERS = /(?<![\w@./-])([A-Z][A-Z&]{1,5}[A-Z]|[A-Z]{2}|[A-Z][a-z]?[A-Z]{2,5})(?:s|'s|’s)?(?![\w@-])/g
/** As they stand where they are explained: capitals, with small letters among them, and perhaps an s. */
const ANY_LETTERS = /(?<![\w@./-])([A-Z][A-Za-z&]{1,6}?)s?(?![\w@-])/g
/** A line in capitals is a heading: its words are no letters that stand for something. */
const CAPITALS = 0.6
const LONGEST = 20_000
const WORD_LENGTH = 5
/** So much of the letters must begin words beside them: some letters stand for words in another order. */
const SPELLED = 0.6

/** One question for each set of letters that the plan uses and nowhere explains. */
export function lintAcronyms(input: LintInput): Remark[] {
  const texts = textsOf(input)
  const used = new Map<string, PlanText[]>()
  for (const text of texts) {
    for (const letters of lettersIn(text.text)) {
      const places = used.get(letters)
      if (!places) used.set(letters, [text])
      else if (places.at(-1) !== text) places.push(text)
    }
  }
  if (used.size === 0) return []
  for (const letters of wordsInCapitals(texts, used)) used.delete(letters)
  const explained = explainedIn(texts, new Set(used.keys()), input.glossary ?? [])
  return [...used].flatMap(([letters, places]) => (explained.has(letters.toUpperCase()) ? [] : ask(letters, places)))
}

/** "GROUP", "RATING": a word that the plan writes in small letters elsewhere stands for itself. */
function wordsInCapitals(texts: readonly PlanText[], used: ReadonlyMap<string, unknown>): string[] {
  const long = [...used.keys()].filter((letters) => letters.length >= WORD_LENGTH)
  if (long.length === 0) return []
  const small = new Set(
    texts
      .flatMap(({ text }) => text.slice(0, LONGEST).match(/\p{L}?\p{Ll}{3,}/gu) ?? [])
      .map((word) => word.toLowerCase()),
  )
  return long.filter((letters) => small.has(letters.toLowerCase()))
}

function ask(letters: string, places: readonly PlanText[]): Remark[] {
  const [first] = places
  if (!first) return []
  const often = places.length === 1 ? '' : ` in ${places.length} places`
  const message = `“${letters}” is used${often} and not spelled out. What does it stand for, and could the first use say so?`
  return [
    remarkOn(first.about, {
      code: 'acronym-not-defined',
      severity: 'advice',
      words: letters,
      message,
      where: first.where,
      ...(first.field && { field: first.field }),
    }),
  ]
}

function lettersIn(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .split(/\n/)
    .filter((line) => !isInCapitals(line))
    .flatMap((line) => [...line.matchAll(LETTERS)].map(([, letters = '']) => letters))
    .filter((letters) => !KNOWN.has(letters.replace(/&/g, '').toUpperCase()))
}

function isInCapitals(line: string): boolean {
  const words = line.match(/\p{L}{2,}/gu) ?? []
  const capital = words.filter((word) => word === word.toUpperCase()).length
  return words.length > 2 && capital > CAPITALS * words.length
}

/** "Local Safeguarding Children Board (LSCB)", "LSCB (Local …)", "LSCB – Local …", a line of its own before its words, or the glossary. */
function explainedIn(
  texts: readonly PlanText[],
  used: ReadonlySet<string>,
  glossary: NonNullable<LintInput['glossary']>,
): Set<string> {
  const wanted = new Set([...used].map((letters) => letters.toUpperCase()))
  const explained = new Set(
    glossary.flatMap(({ term }) => term.split(/[^\p{L}&]+/u)).map((letters) => letters.toUpperCase()),
  )
  for (const [at, { text }] of texts.entries()) {
    const alone = text.trim().toUpperCase()
    if (wanted.has(alone) && spells(alone, texts[at + 1]?.text ?? '', 'start')) explained.add(alone)
    for (const { 0: all, 1: found = '', index } of text.slice(0, LONGEST).matchAll(ANY_LETTERS)) {
      const letters = found.toUpperCase()
      if (!wanted.has(letters) || explained.has(letters)) continue
      const before = text.slice(Math.max(0, index - 120), index)
      const after = text.slice(index + all.length, index + all.length + 120)
      const isAfterWords = /[(‘'“"–-]\s?$/.test(before) && spells(letters, before, 'end')
      const isBeforeWords = /^\s?(?:[(:=–-]|stands for|means)/.test(after) && spells(letters, after, 'start')
      if (isAfterWords || isBeforeWords) explained.add(letters)
    }
  }
  return explained
}

/** Whether words beside the letters begin with them, small words left out: "Child and Adolescent Mental Health Service" for CAMHS. */
function spells(letters: string, words: string, end: 'start' | 'end'): boolean {
  const initials = (words.match(/\p{L}[\p{L}'’]*/gu) ?? []).map((word) => word.charAt(0).toUpperCase())
  const wanted = letters.replace(/&/g, '').toUpperCase()
  const near = end === 'end' ? initials.slice(-(wanted.length + 4)) : initials.slice(0, wanted.length + 4)
  let found = 0
  for (const initial of near) if (initial === wanted[found]) found++
  return found >= Math.max(2, Math.ceil(SPELLED * wanted.length))
}
