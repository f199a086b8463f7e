import type { Figure } from './read-figures.ts'
import type { Sentence } from './statement.ts'

/** A part, the whole it is of, and the per cent it is said to be. */
export type Share = { readonly part: Figure; readonly whole: Figure; readonly percent: Figure }

type Way = (text: string, counts: readonly Figure[], percent: Figure) => Omit<Share, 'percent'> | null

const OF = /^ ?(?:\p{L}+ ){0,3}(?:out )?of (?:the |our |these |all |a total of |\p{L}+ )?$/iu
const TOTAL = '(?:total |whole |local |overall )?(?:population|total|cohort|all|roll|whole)\\b'
const IS_OF_WHOLE = new RegExp(`^ ?(?:of|in) (?:the |its |our )?${TOTAL}`, 'i')
const WHOLE_NEXT = new RegExp(`^ ?of (?:the |its |our )?${TOTAL}[^.;\\d%]{0,20}\\bof $`, 'i')

/** Every share of a sentence whose three figures stand in it. */
export function sharesIn({ text, figures }: Sentence): Share[] {
  const counts = figures.filter(({ unit }) => unit === 'count')
  return figures.flatMap((percent): Share[] => {
    if (percent.unit !== 'percent' || percent.role === 'difference' || percent.role === 'gap') return []
    for (const way of WAYS) {
      const found = way(text, counts, percent)
      if (found) return [{ ...found, percent }]
    }
    return []
  })
}

const WAYS: readonly Way[] = [
  // "12 of the 40 staff (30%)"
  (text, counts, percent) => {
    const whole = nearBefore(text, counts, percent)
    const part = whole && counts[counts.indexOf(whole) - 1]
    const isOf = part && OF.test(text.slice(part.to, whole.from)) && leadsTo(text.slice(whole.to, percent.from))
    return isOf ? { part, whole } : null
  },
  // "30% (12 of 40)"
  (text, counts, percent) => {
    const [part, whole] = counts.filter(({ from }) => from >= percent.to && from - percent.to <= 20)
    const isIn =
      part && whole && /^ ?\($/.test(text.slice(percent.to, part.from)) && OF.test(text.slice(part.to, whole.from))
    return isIn ? { part, whole } : null
  },
  // "a population of 157,700 … 42,800 children (26.8% of the population)"
  (text, counts, percent) => {
    const part = nearBefore(text, counts, percent)
    if (!part || !IS_OF_WHOLE.test(text.slice(percent.to))) return null
    const whole = counts.find(
      ({ from, to }) =>
        to <= part.from && new RegExp(`\\b${TOTAL}[^.;\\d]{0,20}$`, 'i').test(text.slice(Math.max(0, from - 50), from)),
    )
    return whole ? { part, whole } : null
  },
  // "38,400 residents, which is 24.6% of its population of 156,000"
  (text, counts, percent) => {
    const part = nearBefore(text, counts, percent)
    const whole = counts.find(({ from }) => from >= percent.to)
    return part && whole && WHOLE_NEXT.test(text.slice(percent.to, whole.from)) ? { part, whole } : null
  },
  // "Of 212 calls, 180 were answered in time (85%)"
  (text, counts, percent) => {
    const part = nearBefore(text, counts, percent)
    const whole = part && counts[counts.indexOf(part) - 1]
    if (!part || !whole || !/\($/.test(text.slice(part.to, percent.from).trimEnd())) return null
    const isOf = /(?:^|[.;:,] ?)of (?:the |our |these |all )?$/i.test(
      text.slice(Math.max(0, whole.from - 20), whole.from),
    )
    return isOf && /^[^.;]{1,40}, ?(?:\p{L}+ ){0,2}$/u.test(text.slice(whole.to, part.from)) ? { part, whole } : null
  },
]

/** The count nearest before a per cent, with nothing closed between them. */
function nearBefore(text: string, counts: readonly Figure[], percent: Figure): Figure | null {
  return (
    counts.findLast(
      ({ to }) => to <= percent.from && percent.from - to <= 60 && !/[.;)]/.test(text.slice(to, percent.from)),
    ) ?? null
  )
}

function leadsTo(between: string): boolean {
  return between.length <= 50 && /\(\s?$|,\s?$|\bor\s?$|[–-]\s?$|\bis\s?$|=\s?$/.test(between)
}
