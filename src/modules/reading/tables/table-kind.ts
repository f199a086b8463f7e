import { filledCells, type TableRow } from '../blocks.ts'
import type { TableKind } from '../plan-reading.ts'
import { isReference } from './column-content.ts'
import { plainName } from './known-columns.ts'
import { isAmount } from './read-amount.ts'

type Sign = {
  readonly kind: TableKind
  readonly needs: readonly RegExp[]
  readonly not?: RegExp
  readonly columns?: number
}

const DOING =
  /^(?:key |agreed |improvement )?(?:actions?|milestones?|activit(?:y|ies)|what we will do|recommendations?)(?: required| agreed)?$/

/** By which names a table that is no plan gives itself away: each pattern must fit some name of its columns. */
const SIGNS: readonly Sign[] = [
  {
    kind: 'risk-register',
    needs: [
      /^(?:key |strategic |potential |identified |corporate )?(?:risks?|hazards?)\b(?! rag| rating)|what could go wrong/,
      /likelihood|probability|mitigat|^controls?|existing controls|residual|inherent|risk (?:score|rating|level|owner)|^score$|severity|consequence/,
    ],
  },
  { kind: 'risk-register', needs: [/^likelihood|^probability/, /^impact|^severity|^consequence/] },
  {
    kind: 'version-control',
    needs: [
      /^(?:version|revision|issue)(?: no| number)?$/,
      /\b(?:date|author|changes?|amendments?|status|approved|reviewed|reason)\b/,
    ],
    not: DOING,
  },
  {
    kind: 'glossary',
    needs: [
      /^(?:terms?|acronyms?|abbreviations?|words?(?: or phrase)?|phrase|initials|jargon)(?: used)?$/,
      /^(?:meanings?|definitions?|explanations?|descriptions?|stands for|full (?:name|term|title)|what it (?:means|stands for)|in full|what this means)$/,
    ],
  },
  {
    kind: 'communication-plan',
    needs: [
      /\b(?:audiences?|stakeholders?|who (?:needs|we need) to (?:know|tell))\b/,
      /\b(?:messages?|channels?|methods?|medium|format|how (?:we|to) communicate|communication)\b/,
    ],
    not: /^(?:success|measures?|kpis?)\b/,
  },
  {
    kind: 'consultation',
    needs: [
      /^(?:you said|what (?:you|people|children|young people|they) (?:said|told us)|what we heard|feedback|comments? received|consultees?|respondents?|issue raised|consultation (?:question|response|activity)|question)\b/,
      /^(?:we did|our response|response|responses|what we (?:did|have done|will do)|we will|number of responses|outcome of consultation|change made|changes made|agree)\b/,
    ],
  },
  {
    kind: 'indicators',
    needs: [
      /\b(?:objectively verifiable|indicators?|performance measures?|pis?|kpis?|measures?|metrics?)\b/,
      /\b(?:baseline|means of verification|sources? of verification|assumptions|numerator|denominator|polarity|actual|outturn|performance|data source|national average|statistical neighbours?|england|good is|(?:19|20)\d\d)\b/,
    ],
    not: DOING,
  },
  {
    kind: 'contacts',
    needs: [
      /\b(?:names?|contacts?|organisation|service|agency)\b/,
      /\b(?:e ?mail|telephone|tel|phone|website|contact (?:details|number)|address)\b/,
    ],
    not: DOING,
  },
  {
    kind: 'membership',
    needs: [
      /^(?:names?|members?|board members?|membership|representative)$/,
      /^(?:roles?|job titles?|titles?|organisations?|agency|representing|designation|positions?|posts?|partner|voting.*|body|attend(?:ed|ance))$/,
    ],
    not: /\b(?:actions?|by when|timescale|deadline|due date)\b/,
    columns: 5,
  },
  {
    kind: 'contents',
    needs: [/^(?:contents?|sections?|chapters?|titles?)$/, /^(?:pages?|page (?:no|number))$/],
    columns: 3,
  },
]

/** What a table's title says it is, for one whose columns do not say it. */
const TITLES: readonly (readonly [TableKind, RegExp])[] = [
  ['risk-register', /\brisks?\b(?! assessment)/i],
  ['glossary', /\b(?:glossary|abbreviations|acronyms|jargon|definitions)\b/i],
  ['communication-plan', /\bcommunications? (?:and engagement )?(?:plan|strategy)\b/i],
  ['version-control', /\b(?:version|document) (?:control|history)\b|\brevision history\b/i],
  ['contents', /^(?:table of )?contents$/i],
  ['membership', /\bmember(?:s|ship)\b|\battend(?:ees|ance)\b|\bterms of reference\b/i],
  ['contacts', /\bcontacts?\b/i],
  ['consultation', /\b(?:consultation|you said)\b/i],
]

const MONEY =
  /\b(?:fund(?:s|ing|ed)?|budgets?|spend(?:ing)?|expenditure|income|grants?|costs?|resources?|finances?|financial|allocations?|investment)\b|[£€$]/i
/** A heading that is a year, a quarter or "Total"; two figures alone are a reference or a count. */
const PERIOD =
  /^(?:fy ?)?(?:(?:19|20)\d\d|(?:19|20)?\d\d\s?[/–-]\s?(?:19|20)?\d\d)$|^(?:year|yr) ?\d$|^q[1-4]\b.*$|^total\b|^(?:actual|target|baseline|outturn|forecast|budget|amount|cost|value|number|percentage|%)\b.*|[£€$%]/i

/**
 * What a table is whose names begin at a row, when it is no plan of actions; null when nothing says so.
 *
 * @param below  the rows under it
 * @param title  the words before the table, or ''
 */
export function kindOfTable(row: TableRow, below: readonly TableRow[], title: string): TableKind | null {
  const cells = filledCells(row)
  if (cells.length < 2 || cells.some((cell) => cell.text.length > 90 || isFigure(cell.text))) return null
  const names = cells.map((cell) => plainName(cell.text))
  const fits = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const sign = SIGNS.find(
    ({ needs, not, columns = 99 }) => cells.length <= columns && fitDifferentNames(names, needs) && !(not && fits(not)),
  )
  if (sign) return sign.kind
  if (fits(DOING)) return null
  return kindOfFigures(row, below, title)
}

/** What a table's title says it is, for one that has no row of names. */
export function kindByTitle(title: string): TableKind | null {
  return title.length > 90 ? null : (TITLES.find(([, pattern]) => pattern.test(title))?.[0] ?? null)
}

/** A reference or an amount, which no name of a column is; a year may be one. */
function isFigure(text: string): boolean {
  return /\d/.test(text) && (isReference(text) || isAmount(text)) && !/^(?:19|20)\d\d$/.test(text)
}

function fitDifferentNames(names: readonly string[], needs: readonly RegExp[]): boolean {
  const [first, second] = needs
  if (!first || !second) return false
  return names.some((name, at) => first.test(name) && names.some((other, index) => index !== at && second.test(other)))
}

/** A table of figures under years: of money, or of results. */
function kindOfFigures(row: TableRow, below: readonly TableRow[], title: string): TableKind | null {
  const periods = filledCells(row).filter((cell) => PERIOD.test(cell.text.trim()))
  if (periods.length < 1 || below.length < 2) return null
  const figures = below.flatMap((each) =>
    each.cells.filter((cell) => cell.text !== '' && periods.some((period) => period.column === cell.column)),
  )
  const amounts = figures.filter((cell) => isAmount(cell.text))
  if (figures.length < 3 || amounts.length < 0.6 * figures.length) return null
  const words = [title, ...filledCells(row).map((cell) => cell.text)].join(' ')
  const isPercent = figures.some((cell) => cell.text.includes('%'))
  const isLarge = amounts.filter((cell) => /\d{1,3}(?:,\d{3})+|[£€$]/.test(cell.text)).length >= 0.5 * amounts.length
  if (!isPercent && (isLarge || (MONEY.test(words) && periods.length > 0))) return 'funding'
  return periods.length > 1 ? 'results' : null
}
