import { COUNT_WORDS, countOfWords } from './number-words.ts'
import type { Figure } from './read-figures.ts'

/** Words of a text that count children from 1 to 5, or leave so few out. */
export type SmallCount = {
  readonly text: string
  readonly count: number
  readonly kind: 'told' | 'left-over' | 'worked-out'
}

/** Counts from 1 to this are withheld wherever figures are shown. */
const MOST = 5

const CHILDREN =
  '(?:children|young (?:people|persons?|m[ae]n|wom[ae]n|parents?|mothers?|carers?)|pupils?|students?|learners?|girls?|boys?|babies|baby|infants?|toddlers?|teenagers?|adolescents?|youngsters?|minors?|siblings?|brothers?|sisters?|twins|care leavers?|cla|lac|uasc|unaccompanied (?:minors?|asylum seekers?)|victims?|famil(?:y|ies)|school leavers?|refugees?|child)'
/** Not "children's centres", "child protection plans", "pupil referral units": those are no children. */
const NOT_A_CHILD =
  "(?!(?:'s|’s|s'|s’|'|’)|[- ](?:protection|care (?:home|worker|order)|cent(?:re|er)|poverty|minder|health|centred|in need plan|referral|premium|parliament|council|support|hubs?|services?|workers?|panels?|homes?|focus|led|friendly|time|group conf|governors?|ambassadors? (?:scheme|programme)))"
const NOUN = new RegExp(
  `^[ -](?:(?!of\\b|and\\b|the\\b|or\\b|to\\b|in\\b|for\\b|schools?\\b|staff\\b|services?\\b|per\\b)[\\p{L}'’-]{1,20} ){0,3}?${CHILDREN}\\b${NOT_A_CHILD}`,
  'iu',
)
/** "4 were of pupils with SEN" */
const WERE_NOUN = new RegExp(
  `^ (?:is|are|was|were) (?:of |from |about |by )?(?:[\\p{L}'’-]{1,20} ){0,2}?${CHILDREN}\\b${NOT_A_CHILD}`,
  'iu',
)
const COUPLE = new RegExp(`\\b(?:a couple|a pair) of (?:[\\p{L}'’-]{1,20} ){0,3}?${CHILDREN}\\b${NOT_A_CHILD}`, 'giu')
const OF_NOUN = new RegExp(
  `^ (?:out )?of (?:the |our |these |those |its )?(?:(\\d{1,4})|(${COUNT_WORDS}))? ?(?:(?!by\\b|with\\b|for\\b|to\\b|from\\b)[\\p{L}'’-]{1,20} ){0,4}?${CHILDREN}\\b${NOT_A_CHILD}`,
  'iu',
)
const CONDITION =
  /^ (?:(?:is|are|was|were|being|of whom (?:is|was|are|were)) )?(?:a )?(?:looked[- ]after|care leavers?|on an? (?:cp|child|protection)|in (?:care|custody)|pregnant|excluded|trafficked|missing|adopted|died|hospitalised|detained|remanded|victims?)\b/i
/** "2 of them", where the sentence has counted children before. */
const OF_THEM = /^ (?:out )?of (?:them|these|those|whom)\b/i
const CASES = /^ (?:[\p{L}-]{1,20} ){0,2}cases? (?:of|where|in which|involving)\b/iu
const HARM =
  /\b(?:abuse|exploit|cse|cce|neglect|fgm|traffick|self-harm|suicid|missing|children|child|young people|pupils?)/i

const NOT_COUNTED_BEFORE =
  /\b(?:up to|no more than|fewer than|less than|more than|maximum(?: of)?|minimum(?: of)?|every|each|per|limit(?:ed)? (?:of|to)|ratio of|(?:groups?|classes|famil(?:y|ies)|households?) (?:of|with)|no|any|than|if|for each|capacity (?:for|of)|(?:\d|one|two|three|four|nine|ten) (?:in|out of)|key stage|ages?)(?: (?:only|just|about|the))?\s*$/i
const NOT_COUNTED_AFTER = /^ (?:or (?:more|fewer|less)|at a time|to one|per)\b/i
const SUPPOSED = /\b(?:would|could be|imagine|suppose|for example if)\b|\bif \p{L}+ (?:had|were)\b/iu

/** Finds counts of children from 1 to 5 in a sentence: told, left over ("all but one"), or worked out ("96% of 25 children"). */
export function smallCountsIn(text: string, figures: readonly Figure[]): SmallCount[] {
  if (SUPPOSED.test(text)) return []
  return [...figures.flatMap((figure) => countAt(text, figure, figures)), ...couples(text), ...allBut(text)]
}

function countAt(text: string, figure: Figure, figures: readonly Figure[]): SmallCount[] {
  const after = text.slice(figure.to, figure.to + 120)
  if (NOT_COUNTED_AFTER.test(after) || NOT_COUNTED_BEFORE.test(text.slice(Math.max(0, figure.from - 40), figure.from)))
    return []
  const ofSome = OF_NOUN.exec(after)
  const whole = ofSome ? wholeOf(ofSome) : null
  const end = (found: RegExpExecArray | null) => text.slice(figure.from, figure.to + (found?.[0].length ?? 0)).trim()
  if (figure.unit === 'percent') return ofPercent(figure, whole, end(ofSome))
  if (figure.unit !== 'count' || !Number.isInteger(figure.value)) return []
  if (figure.value >= 1 && figure.value <= MOST) {
    const noun =
      NOUN.exec(after) ??
      WERE_NOUN.exec(after) ??
      (isEllipsis(text, figure, figures) ? (CONDITION.exec(after) ?? OF_THEM.exec(after)) : null) ??
      (HARM.test(text) ? CASES.exec(after) : null)
    const found = noun && isNumbered(figure, noun[0]) ? noun : ofSome
    if (found) return [{ text: end(found), count: figure.value, kind: 'told' }]
  }
  const left = whole === null ? 0 : whole - figure.value
  return left >= 1 && left <= MOST && whole !== null && whole <= 200
    ? [{ text: end(ofSome), count: left, kind: 'left-over' }]
    : []
}

/** "1 looked after and 1 on a plan", "2 of them": another count of the sentence names the children. */
function isEllipsis(text: string, figure: Figure, figures: readonly Figure[]): boolean {
  return figures.some((other) => other !== figure && NOUN.test(text.slice(other.to, other.to + 80)))
}

/** "3 child" is no count of children: only one child is "child". */
function isNumbered(figure: Figure, noun: string): boolean {
  return figure.value === 1 || !/\bchild$/i.test(noun)
}

function wholeOf([, digits, words]: RegExpExecArray): number | null {
  return digits ? Number(digits) : words ? countOfWords(words) : null
}

function ofPercent(figure: Figure, whole: number | null, words: string): SmallCount[] {
  if (whole === null || whole > 100) return []
  const part = Math.round((figure.value * whole) / 100)
  const few = part >= 1 && part <= MOST ? part : whole - part
  return few >= 1 && few <= MOST ? [{ text: words, count: few, kind: 'worked-out' }] : []
}

function couples(text: string): SmallCount[] {
  return [...text.matchAll(COUPLE)].map(([words]) => ({ text: words, count: 2, kind: 'told' }))
}

const ALL_BUT =
  /\b(?:all|every(?:one|body)?|each)(?: \p{L}+){0,3} (?:but|except|apart from|bar) (?:for )?([1-5]|one|two|three|four|five)\b(?! of (?:the )?(?:school|ward|measure|action|indicator|target|objective|setting|cent))/giu

function allBut(text: string): SmallCount[] {
  return [...text.matchAll(ALL_BUT)].flatMap(({ 0: words, 1: few = '' }): SmallCount[] => {
    if (!new RegExp(CHILDREN, 'i').test(text)) return []
    return [{ text: words, count: /^\d/.test(few) ? Number(few) : (countOfWords(few) ?? 1), kind: 'left-over' }]
  })
}
