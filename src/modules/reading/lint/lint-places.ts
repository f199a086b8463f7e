import { AUTHORITIES } from './english-authorities.ts'
import type { LintInput } from './lint-plan.ts'
import { type PlanText, textsOf } from './plan-texts.ts'
import { type Remark, remarkOn } from './remark.ts'

const REGION_OF = new Map(Object.entries(AUTHORITIES).flatMap(([region, names]) => names.map((name) => [name, region])))
const LONGER_FIRST = [...REGION_OF.keys()].sort((a, b) => b.length - a.length)
const NAME = new RegExp(`(?<![\\w-])(?=[A-Z])(${LONGER_FIRST.join('|')})(?![\\w-])`, 'g')
const OURS =
  '(?:children|young people|schools?|families|residents|pupils|communities|population|practitioners|parents|carers|borough|partnership|workforce|services|system)'
/** Said as a plan says it of its own place: "across the Hampshire school system", "Kent's children". */
const AS_OURS = new RegExp(`^(?:'s|’s)? (?:\\p{L}+ )?${OURS}\\b`, 'iu')
/** Somebody else's, named rightly. */
const THEIRS_BEFORE =
  /\b(?:with|from|and|by|university of|like|unlike|visit(?:ed)? (?:to)?|model (?:of|in)|learning (?:from|in)|than|to|partners? in|neighbouring|neighbours?|,)\s(?:the )?$/i
/** Named so often, it belongs here. */
const OFTEN = 3

/** Another authority's name where a plan speaks of its own place: a passage may have come from that authority's plan. */
export function lintPlaces(input: LintInput): Remark[] {
  const texts = textsOf(input)
  const named = texts.flatMap((text) =>
    [...text.text.slice(0, 20_000).matchAll(NAME)].map((found) => ({ text, name: found[1] ?? '', at: found.index })),
  )
  const counts = new Map<string, number>()
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1)
  const own = ownPlace(texts, counts)
  if (own === null) return []
  return named.flatMap(({ text, name, at }) => {
    const before = text.text.slice(Math.max(0, at - 40), at)
    const after = text.text.slice(at + name.length, at + name.length + 60)
    const isKnownHere = (counts.get(name) ?? 0) >= OFTEN || REGION_OF.get(name) === REGION_OF.get(own)
    if (name === own || isKnownHere || !AS_OURS.test(after) || THEIRS_BEFORE.test(before)) return []
    return [ask(text, name, own, `${name}${/^.{0,40}\b/.exec(after)?.[0] ?? ''}`)]
  })
}

/** The authority in the title, else the one named far more than any other. */
function ownPlace([title]: readonly PlanText[], counts: ReadonlyMap<string, number>): string | null {
  const inTitle = title && [...title.text.slice(0, 200).matchAll(NAME)].map(([, name]) => name)
  if (inTitle?.length === 1 && inTitle[0]) return inTitle[0]
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] >= OFTEN && most[1] >= 2 * (next?.[1] ?? 0) ? most[0] : null
}

function ask({ about, field, where }: PlanText, name: string, own: string, words: string): Remark {
  return remarkOn(about, {
    code: 'place-elsewhere',
    severity: 'question',
    words: words.trim(),
    message: `“${words.trim()}” speaks of ${name} in a plan of ${own}. Is ${name} meant, or did the passage come from another plan?`,
    where,
    ...(field && { field }),
  })
}
