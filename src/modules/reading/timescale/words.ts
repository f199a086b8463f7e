const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/** 9, from "Sept" or "September". */
export function monthNumber(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

/** How often a word says something comes, in times a year; `months` is the step between two. */
export type Rhythm = {
  readonly words: string
  readonly timesAYear: number
  readonly months: number
  readonly isAmbiguous: boolean
}

const RHYTHMS: readonly {
  readonly pattern: RegExp
  readonly timesAYear: number
  readonly months: number
  readonly isAmbiguous?: true
}[] = [
  { pattern: /\bbi-?\s?-?month(?:ly)?\b/i, timesAYear: 6, months: 2, isAmbiguous: true },
  {
    pattern: /\b(?:bi-?\s?-?ann?ual(?:ly)?|bi-?\s?-?year(?:ly)?|biennial(?:ly)?)\b/i,
    timesAYear: 2,
    months: 6,
    isAmbiguous: true,
  },
  {
    pattern:
      /\b(?:twice|two times|2 times|2x) (?:an?|per|each|every)? ?(?:annual(?:ly)?|year(?:ly)?)\b|\btwice annual(?:ly)?\b|\b(?:half|six|6)-?\s?(?:year|month)ly\b|\bsix-monthly\b/i,
    timesAYear: 2,
    months: 6,
  },
  { pattern: /\bquarterly\b|\b(?:per|each|every|a) quarter\b|\bevery (?:3|three) months\b/i, timesAYear: 4, months: 3 },
  { pattern: /\btermly\b|\b(?:each|every|per) term\b|\bthree times a year\b/i, timesAYear: 3, months: 4 },
  { pattern: /\bevery (?:24 months|(?:2|two|second) years?)\b/i, timesAYear: 0.5, months: 24 },
  { pattern: /\bevery (?:6|six) months\b/i, timesAYear: 2, months: 6 },
  { pattern: /\bevery (?:2|two) months\b|\balternate months\b/i, timesAYear: 6, months: 2 },
  { pattern: /\bfortnightly\b/i, timesAYear: 26, months: 0 },
  { pattern: /\bweekly\b|\b(?:each|every|per) week\b/i, timesAYear: 52, months: 0 },
  { pattern: /\bdaily\b/i, timesAYear: 260, months: 0 },
  { pattern: /\bmonthly\b|\b(?:each|every|per) month\b/i, timesAYear: 12, months: 1 },
  { pattern: /\bannual(?:ly)?\b|\byearly\b|\b(?:each|every|per) year\b|\bonce a year\b/i, timesAYear: 1, months: 12 },
]

/** The rhythm a text names, and the text without it. */
export function takeRhythm(text: string): { rhythm: Rhythm | null; rest: string } {
  for (const { pattern, timesAYear, months, isAmbiguous } of RHYTHMS) {
    const found = pattern.exec(text)
    if (!found) continue
    const rest = text.replace(pattern, ' ')
    return {
      rhythm: { words: found[0].trim().toLowerCase(), timesAYear, months, isAmbiguous: isAmbiguous ?? false },
      rest,
    }
  }
  return { rhythm: null, rest: text }
}

export const ONGOING =
  /\bon-?\s?going\b|\bcontinu(?:ous(?:ly)?|ing|es?)\b|\bonwards?\b|\bthroughout\b|\bcommenced\b|\bas (?:and when )?required\b|\bad[- ]hoc\b|\bin place\b/i
export const UNDECIDED =
  /\btb[acd]\b|\bto be (?:confirmed|agreed|determined|decided)\b|\bnot (?:known|set)\b|^[?\s-]+$|\bn\/a\b/i
export const STATUS = /^\W*(?:complete[d]?|in progress|underway|achieved|done|not started|started|delayed|overdue)\W*$/i
export const RELATIVE =
  /\b(?:following|depend(?:ent|ing|s) (?:up)?on|subject to|once|upon|pending|prior to|\d+ (?:days|weeks|months) (?:after|of|before)|within \w+ (?:days|weeks|months) of|after)\b/i
export const BEGINS_ONLY = /^\W*start(?:s|ing)?\b|\bcommenc(?:e|es|ing)\b|\bfrom\b/i
