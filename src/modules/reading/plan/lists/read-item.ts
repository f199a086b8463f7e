import { isGroupOrPost } from '../../leads/lead-words.ts'
import { looksLikeTime } from '../../tables/column-content.ts'
import { knownColumn } from '../../tables/known-columns.ts'
import { type FieldRole, isFieldRole, NO_FIELDS } from '../../tables/read-row.ts'
import { splitFields } from './split-fields.ts'

/** An item of a list as an action: its own words, and lead, date and measure where it clearly says them. */
export type ReadItem = {
  readonly fields: Readonly<Record<FieldRole, string>>
  /** words that only name a field: "Lead", "by" */
  readonly labels: readonly string[]
  readonly others: readonly { readonly column: string; readonly text: string }[]
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const DATE_IN_SENTENCE = new RegExp(
  String.raw`\b(?:by|before|no later than)\s+(?:the\s+)?((?:end\s+of\s+)?(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTH})\s+(?:19|20)\d\d|(?:the\s+)?(?:spring|summer|autumn|winter)(?:\s+term)?\s+(?:19|20)\d\d|q[1-4]\s+(?:19|20)\d\d(?:\/\d\d)?|(?:19|20)\d\d(?:\/\d\d)?))\s*[.;]?\s*$`,
  'i',
)
/** What a bracket names that says where a figure comes from: "(ONS, March 2024)". */
const SOURCE =
  /\b(?:ons|ofsted|dfe|phe|ohid|nomis|census|survey|data|figures?|report|source|study|et al|figure|table|page)\b/i
const LONGEST = 3_000
const LAST_BRACKET = /\s*[([]([^()[\]]{2,160})[)\]]\s*[.;]?\s*$/

/** Reads an item. A bracket at its end is cut off when all in it is a lead or a date; a date inside the sentence stays in it too. */
export function readItem(text: string): ReadItem {
  const bracket = text.length > LONGEST ? null : LAST_BRACKET.exec(text)
  const inBracket = bracket ? readBracket(bracket[1] ?? '') : null
  const { head, fields } = inBracket
    ? { head: text.slice(0, bracket?.index), fields: inBracket.fields }
    : splitFields(text)
  const read = { ...NO_FIELDS, action: (head === '' ? text : head).trim() }
  const labels: string[] = inBracket ? [...inBracket.labels] : []
  const others: { column: string; text: string }[] = []
  for (const { label, value } of head === '' ? [] : fields) {
    if (!inBracket) labels.push(label)
    const role = roleOf(label)
    if (role && read[role] === '') read[role] = value
    else others.push({ column: label, text: value })
  }
  const dated = read.timescale === '' && text.length <= LONGEST ? DATE_IN_SENTENCE.exec(read.action) : null
  if (dated) read.timescale = dated[1] ?? ''
  return { fields: read, labels, others }
}

type Bracket = {
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly labels: readonly string[]
}

/** "Lead: Head of Care; by: March 2026", "Head of Care, March 2026"; null when a part of it is neither. */
function readBracket(inside: string): Bracket | null {
  const named = splitFields(inside)
  if (named.fields.length > 0 && named.head === '') {
    return {
      fields: named.fields.map(({ label, value }) => ({ label, value })),
      labels: named.fields.map(({ label }) => label),
    }
  }
  const led = /^(led by|lead)\s+(.+)$/i.exec(inside)
  if (led && !looksLikeTime(inside)) return { fields: [{ label: 'lead', value: led[2] ?? '' }], labels: [led[1] ?? ''] }
  const fields = inside.split(/\s*[;,]\s*|\s[–—-]\s/).map((segment) => {
    const isTime = looksLikeTime(segment) && segment.length <= 40
    return {
      label: isTime ? 'when' : isGroupOrPost(segment) && !/^[A-Z]{2,8}$/.test(segment) ? 'lead' : '',
      value: segment.replace(/^by\s+/i, ''),
    }
  })
  const [last] = fields.slice(-1)
  const isSigned = last?.label === 'when' && !/^(?:19|20)\d\d$/.test(last.value) && !SOURCE.test(inside)
  for (const field of isSigned ? fields : []) {
    if (field.label === '' && /^\p{Lu}/u.test(field.value) && field.value.length <= 60) field.label = 'lead'
  }
  if (fields.some((field) => field.label === '')) return null
  const leads = fields.filter((field) => field.label === 'lead').map((field) => field.value)
  const times = fields.filter((field) => field.label === 'when').map((field) => field.value)
  if (leads.length === 0 && !/^by\b/i.test(inside)) return null
  return {
    fields: [
      ...(leads.length > 0 ? [{ label: 'lead', value: leads.join(', ') }] : []),
      ...(times.length > 0 ? [{ label: 'when', value: times.join(', ') }] : []),
    ],
    labels: /\bby\b/i.test(inside) ? ['by'] : [],
  }
}

export function roleOf(label: string): FieldRole | null {
  const known = knownColumn(label)?.known
  if (known === 'outcome') return 'measure'
  return known !== undefined && known !== 'action' && isFieldRole(known) ? known : null
}
