import { knownColumn } from '../../tables/known-columns.ts'

/** A field named inside a text: "Lead: Ann Lee". */
export type NamedField = { readonly label: string; readonly value: string }
export type SplitText = { readonly head: string; readonly fields: readonly NamedField[] }

const LONGEST = 3_000

/**
 * Cuts a text at the fields it names: "Open a hub. Lead: Ann Lee / By when: May 2026" has a head and two fields. A label counts at the
 * text's start, or after a stop, a stroke or a bracket. The head, labels and values hold every word, in order.
 */
export function splitFields(text: string): SplitText {
  if (text.length > LONGEST) return { head: text, fields: [] }
  const found = [
    ...text.matchAll(/(?:^|[.;,!?)\]/|–—(-]\s*|\s{2,}|\s)(\p{Lu}[\p{L}’' ]{1,38}?|by|lead|when)\s*(:)\s*/gu),
  ].flatMap((match) => {
    const whole = match[1] ?? ''
    const label = fieldAtEnd(whole)
    const from = match.index + match[0].lastIndexOf(label)
    const opens = from === 0 || /[.;,!?)\]/|–—(-]\s*$|\s{2}$/.test(text.slice(0, from)) || /^\p{Lu}/u.test(label)
    const cut = { label, from, to: match.index + match[0].length, isWhole: label === whole }
    return opens && isFieldName(label) ? [cut] : []
  })
  // One capital in the middle of a sentence may be a name ("a safeguarding Lead: …"); two are fields.
  const cuts = found.length > 1 || found[0]?.isWhole ? found : []
  const head = trimEnds(text.slice(0, cuts[0]?.from ?? text.length))
  return {
    head,
    fields: cuts.map(({ label, to }, index) => ({
      label,
      value: trimEnds(text.slice(to, cuts[index + 1]?.from ?? text.length)),
    })),
  }
}

/** Of "a yearly check Owner", "Owner": the words before it are the end of what was said before. */
function fieldAtEnd(label: string): string {
  const words = label.split(' ')
  const at = words.findIndex((word, index) => /^\p{Lu}/u.test(word) && isFieldName(words.slice(index).join(' ')))
  return at === -1 ? label : words.slice(at).join(' ')
}

/** Whether words name a field of an action, and not only open a sentence. */
export function isFieldName(label: string): boolean {
  const known = knownColumn(label)?.known
  return known !== undefined && known !== 'part' && known !== 'finding' && known !== 'recommendation'
}

function trimEnds(text: string): string {
  return text.trim().replace(/^[\s/|;–—-]+|[\s/|;,–—(-]+$/g, '')
}
