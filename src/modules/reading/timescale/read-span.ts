import { isAfter } from '../../../kernel/day.ts'
import type { Facts, SaidTime } from './facts.ts'
import { doubtsOf, dueOf, likely, type Meaning, note, startOf, unsure } from './meaning.ts'
import type { Doubt, Phrase } from './phrase.ts'
import { runsUntil } from './roles.ts'

export type Span = { readonly from: SaidTime; readonly to: SaidTime }

/** "September 2018 to March 2019", "between May and July", or a start and an end each named so; null when the words hold no span. */
export function findSpan(facts: Facts): Span | null {
  for (const [index, from] of facts.times.entries()) {
    const to = facts.times[index + 1]
    if (to && isSpan(facts, from, to)) return { from, to }
  }
  return null
}

function isSpan(facts: Facts, from: SaidTime, to: SaidTime): boolean {
  const between = facts.phrases.slice(from.at + 1, to.at).filter(({ is }) => is !== 'part' && is !== 'plain')
  const isJoined = between.some((each) => each.is === 'join' && each.by === 'to') || between.some(isUntil)
  const areOnlyJoins = between.every((each) => each.is === 'join' || isUntil(each))
  if (
    isJoined &&
    areOnlyJoins &&
    between.length > 0 &&
    (to.role === null || to.role === 'until' || to.role === from.role)
  )
    return true
  if (from.role === 'between') return areOnlyJoins && between.length === 1
  const starts = from.role === 'starts' || from.role === 'started'
  return (
    starts && (to.role === 'ends' || to.role === 'until' || to.time.named === 'plan-end') && facts.times.length === 2
  )
}

function isUntil(phrase: Phrase): boolean {
  return phrase.is === 'cue' && phrase.cue === 'until' && runsUntil(phrase.words)
}

/** A stretch with a start and an end, at whose end it falls due. */
export function readSpan(facts: Facts, { from, to }: Span): Meaning {
  const others = facts.times.filter((time) => time !== from && time !== to)
  const doubts: Doubt[] = doubtsOf(facts.times)
  if (!from.resolved || !to.resolved)
    return {
      kind: 'window',
      ...startOf(from),
      due: dueOf(to.resolved ? [to.resolved] : []),
      doubts: [...doubts, unsure('The start or the end has no date.')],
    }
  if (isAfter(from.resolved.first, to.resolved.on)) {
    const due = dueOf([from.resolved, to.resolved])
    return { kind: 'once', due, doubts: [...doubts, unsure('The end lies before the start; both days are kept.')] }
  }
  if (from.time.named === 'year' || to.time.named === 'year')
    doubts.push(unsure('Two years are named: this may be calendar years or financial years.'))
  const later = others.filter(
    ({ resolved, at }) => resolved && at > to.at && isAfter(resolved.on, from.resolved?.on ?? resolved.on),
  )
  if (others.length > 0)
    doubts.push(unsure('More than a start and an end are named; the last day is taken as the end.'))
  const end = later.at(-1)?.resolved ?? to.resolved
  if (from.time.named === 'month' && to.time.named === 'month' && from.resolved.first.equals(to.resolved.first))
    doubts.push(likely('The start and the end are the same month.'))
  return {
    kind: 'window',
    ...startOf(from),
    due: dueOf([end]),
    doubts: [...doubts, note('It falls due at the end of the stretch named.')],
  }
}
