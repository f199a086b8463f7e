import { measureOf } from './ask-comparison.ts'
import { roundingOf } from './ask-difference.ts'
import { moveIn } from './moves.ts'
import { fractionsIn } from './number-words.ts'
import { plainNumber } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Asker, type Passage, questionOn, type Sentence } from './statement.ts'

type Way = 'up' | 'down' | 'improved' | 'worsened' | 'doubled' | 'trebled' | 'halved'
const WAYS: readonly (readonly [Way, RegExp])[] = [
  ['doubled', /\bdoubl(?:ed|ing)\b/i],
  ['trebled', /\b(?:trebl|tripl)(?:ed|ing)\b/i],
  ['halved', /\bhalv(?:ed|ing)\b/i],
  ['improved', /\bimprov(?:ed?|es|ing|ement)\b/i],
  ['worsened', /\b(?:worsen(?:ed|ing)?|deteriorat(?:ed|ion|ing))\b/i],
  ['up', /\b(?:increas(?:ed?|es|ing)|r[io]se[ns]?|rising|gr[eo]w[ns]?|growth|widen(?:ed|s|ing)?|climb(?:ed|s)?|up)\b/i],
  [
    'down',
    /\b(?:decreas(?:ed?|es|ing)|f[ae]ll(?:en|s|ing)?|dropp?(?:ed|s|ing)?|reduc(?:ed?|es|ing|tion)|declin(?:ed?|es|ing)|narrow(?:ed|s|ing)?|cut|shr[au]nk|lower(?:ed)?|down)\b/i,
  ],
]
const RATIOS = { doubled: 2, trebled: 3, halved: 0.5 } as const

/** "from A to B": the way it went, and by how much, against the words around it. */
export const askChange: Asker = (sentence, passage) => {
  const move = moveIn(sentence)
  if (!move) return []
  const [before, after] = move
  const way = wayOf(sentence, before, after)
  const said = sizeIn(sentence, before, after)
  const doubt = (way && wayDoubt(way, before, after, sentence, passage)) ?? (said && sizeDoubt(said, before, after))
  if (!doubt) return []
  return [
    questionOn(sentence, {
      code: 'statement-change',
      figures: [before.text, after.text, ...(said ? [said.text] : [])],
      arithmetic: doubt,
      message: `The figures go from ${before.text} to ${after.text}: ${doubt}. Which is right, the words or the figures?`,
    }),
  ]
}

/** How much it is said to have changed: "by 12 points", "a fall of 33%", "by a third". */
function sizeIn({ text, figures }: Sentence, before: Figure, after: Figure): Figure | null {
  const isNear = (from: number, to: number) =>
    (from >= Math.max(before.to, after.to) && from - Math.max(before.to, after.to) <= 60) ||
    Math.abs(Math.min(before.from, after.from) - to) <= 40
  const figure = figures.find(
    (each) => each.role === 'difference' && each !== before && each !== after && isNear(each.from, each.to),
  )
  if (figure) return figure
  const part = fractionsIn(text).find(
    ({ from, to }) => isNear(from, to) && /\bby (?:about |around |over |nearly |almost )?$/i.test(text.slice(0, from)),
  )
  return part
    ? {
        value: part.percent,
        unit: 'percent',
        text: part.text,
        from: part.from,
        to: part.to,
        step: 1,
        isAbout: true,
        role: 'difference',
      }
    : null
}

/** The word of change nearest before "from", else right after. */
function wayOf({ text }: Sentence, before: Figure, after: Figure): Way | null {
  const lead = text.slice(Math.max(0, Math.min(before.from, after.from) - 90), Math.min(before.from, after.from))
  const tail = text.slice(Math.max(before.to, after.to), Math.max(before.to, after.to) + 50)
  let nearest: { way: Way; at: number } | null = null
  for (const [way, pattern] of WAYS) {
    for (const { index } of lead.matchAll(new RegExp(pattern, 'gi'))) {
      if (!nearest || index > nearest.at) nearest = { way, at: index }
    }
  }
  if (nearest) return nearest.way
  return WAYS.find(([, pattern]) => pattern.test(tail))?.[0] ?? null
}

function wayDoubt(way: Way, before: Figure, after: Figure, sentence: Sentence, passage: Passage): string | null {
  const rose = after.value - before.value
  if (way === 'up')
    return rose > 0 ? null : `that is ${rose === 0 ? 'no change' : 'a fall'}, and the words say it went up`
  if (way === 'down')
    return rose < 0 ? null : `that is ${rose === 0 ? 'no change' : 'a rise'}, and the words say it went down`
  if (way === 'improved' || way === 'worsened') {
    const measure = measureOf(sentence, sentence, passage)
    if (!measure || measure.better === 'context') return null
    const isBetter = (measure.better === 'high') === rose > 0 && rose !== 0
    if (isBetter === (way === 'improved')) return null
    return `for ${measure.name} ${measure.better === 'high' ? 'higher' : 'lower'} is usually better, and the words say it ${way}`
  }
  return ratioDoubt(way, before, after, sentence)
}

function ratioDoubt(way: keyof typeof RATIOS, before: Figure, after: Figure, { text }: Sentence): string | null {
  if (before.value === 0) return null
  const ratio = after.value / before.value
  const said = RATIOS[way]
  const isMore = /\bmore than (?:doubl|trebl|tripl|halv)/i.test(text)
  const isNearly = /\b(?:almost|nearly|just under|about|around|roughly)\b.{0,10}(?:doubl|trebl|tripl|halv)/i.test(text)
  const far = isNearly ? 0.2 : 0.1
  if (isMore ? (way === 'halved' ? ratio < said : ratio > said) : Math.abs(ratio - said) <= far * said) return null
  return `that is ${plainNumber(ratio)} times as much, and the words say it ${way}`
}

/** "a fall of 33%", "by 12 points": the size, in points or as a part of the first figure. */
function sizeDoubt(said: Figure, before: Figure, after: Figure): string | null {
  const points = Math.abs(after.value - before.value)
  const part = before.value === 0 ? null : (100 * points) / before.value
  const room = roundingOf([before, after, said])
  const isShare = said.unit === 'percent' || said.unit === 'points'
  const fitsPoints =
    Math.abs(points - said.value) <= room &&
    (said.unit === before.unit || said.unit === 'points' || before.unit === 'percent')
  const fitsPart =
    said.unit === 'percent' &&
    part !== null &&
    Math.abs(part - said.value) <= Math.max(said.step / 2 + 1e-9, said.isAbout ? 3 : 0.5)
  if (fitsPoints || fitsPart || (!isShare && said.unit !== before.unit)) return null
  const asPart =
    part === null || said.unit !== 'percent'
      ? ''
      : `, which is ${plainNumber(part, 1)}% of ${plainNumber(before.value)}`
  return `the difference is ${plainNumber(points)}${asPart}, and the words say ${said.text}`
}
