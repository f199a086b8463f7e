import type { LintAction } from './lint-plan.ts'
import { type Remark, remarkOn } from './remark.ts'

/** Above this many actions only those with the very same words are found: comparing each with each would keep a reader waiting. */
const COMPARED = 400
/** So much of their words in common, and two actions may be one. */
const ALIKE = 0.8
const FEWEST_WORDS = 5
const SMALL = new Set('the a an and or of to in for on with by is are be at from as that their our all its'.split(' '))

/** Pairs of actions that say the same, or nearly. */
export function alikeActions(actions: readonly LintAction[]): Remark[] {
  const seen = new Map<string, LintAction>()
  const remarks: Remark[] = []
  const compared = actions
    .map((action) => ({ action, words: wordsOf(action.text) }))
    .filter(({ words }) => words.size >= FEWEST_WORDS)
  for (const [at, { action, words }] of compared.entries()) {
    const same = [...words].sort().join(' ')
    const twin =
      seen.get(same) ??
      (compared.length <= COMPARED
        ? compared.slice(0, at).find((other) => areAlike(other.words, words))?.action
        : undefined)
    if (twin) remarks.push(ask(action, twin))
    else seen.set(same, action)
  }
  return remarks
}

function wordsOf(text: string): Set<string> {
  const words =
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !SMALL.has(word)))
}

/** Alike, but for a year or a number: what differs by one figure is two steps of one thing. */
function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (Math.min(a.size, b.size) < ALIKE * Math.max(a.size, b.size)) return false
  const shared = [...a].filter((word) => b.has(word)).length
  const onlyOne = [...a, ...b].filter((word) => a.has(word) !== b.has(word))
  return shared / (a.size + b.size - shared) >= ALIKE && !onlyOne.some((word) => /\d/.test(word))
}

function ask(action: LintAction, twin: LintAction): Remark {
  const which = twin.ref ? `action ${twin.ref}` : 'another action'
  return remarkOn(action, {
    code: 'actions-alike',
    severity: 'question',
    field: 'text',
    words: action.text,
    message: `This says nearly the same as ${which}: “${twin.text.slice(0, 120)}”. Is one of them enough, or what tells them apart?`,
    among: [action, twin],
  })
}
