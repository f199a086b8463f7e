import { isBefore, longDay } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { TimescaleReading } from '../plan-reading.ts'
import type { CleanWords } from './clean-words.ts'
import type { Facts } from './facts.ts'
import { likely, type Meaning, note, unsure } from './meaning.ts'
import type { Doubt, Phrase } from './phrase.ts'

/** Adds what a careful reader would doubt in the whole cell, and says how sure that leaves the reading. */
export function addDoubts(meaning: Meaning, facts: Facts, clean: CleanWords): Omit<TimescaleReading, 'text'> {
  const doubts = [
    ...meaning.doubts,
    ...outsidePlan(meaning, facts.plan),
    ...wordsLeft(facts),
    ...cuesLeft(meaning, facts),
  ]
  if (clean.hasStruck) doubts.push(note('Struck-out words are left aside.'))
  if (clean.isCut) doubts.push(unsure('The cell is so long that its end was not read.'))
  const byWeight = (['unsure', 'likely', 'sure'] as const).flatMap((weight) =>
    doubts.filter(({ makes }) => makes === weight),
  )
  const notes = [...new Set(byWeight.map(({ words }) => words))]
  const confidence = doubts.some(({ makes }) => makes === 'unsure')
    ? 'unsure'
    : doubts.some(({ makes }) => makes === 'likely')
      ? 'likely'
      : 'sure'
  const { kind, starts, due } = meaning
  return { kind, ...(starts === undefined ? {} : { starts }), due, confidence, notes }
}

/** Words the grammar does not know may change everything; words of the trade say what is due. */
function wordsLeft({ phrases }: Facts): Doubt[] {
  const unknown = phrases.filter(({ is }) => is === 'other').map(({ words }) => words)
  if (unknown.length > 0) {
    const shown = unknown.slice(0, 4).join(' ').slice(0, 60)
    return [unsure(`Some of the words were not understood: “${shown}${unknown.length > 4 ? ' …' : ''}”.`)]
  }
  if (phrases.some((_, at) => mayBeDone(phrases, at)))
    return [unsure('The words may say what was done then, not what is due.')]
  return phrases.some(({ is }) => is === 'matter')
    ? [likely('The words beside the time are taken to say what falls due.')]
    : []
}

/** "Approved June 2024" may be over; "to be approved June 2024" and "approved by June 2024" are not. */
function mayBeDone(phrases: readonly Phrase[], at: number): boolean {
  const [phrase, next, before] = [phrases[at], phrases[at + 1], phrases[at - 1]]
  if (phrase?.is !== 'matter' || !/ed$/i.test(phrase.words) || /^be$/i.test(before?.words ?? '')) return false
  return !(next?.is === 'cue' && next.cue === 'until')
}

function cuesLeft({ due, kind }: Meaning, { cues, rhythms, phrases, length, times }: Facts): Doubt[] {
  if (due.length === 0 && kind !== 'ongoing') return []
  const doubts: Doubt[] = []
  if (cues.has('undecided') || cues.has('not-firm')) doubts.push(unsure('The words say the date is not firm.'))
  if (cues.has('depends') || (cues.has('after') && times.length > 0))
    doubts.push(unsure('It also hangs on another event.'))
  if (cues.has('done') || cues.has('under-way') || cues.has('urgent'))
    doubts.push(unsure('The words also say how it stands.'))
  if (cues.has('see')) doubts.push(unsure('The words also point to another place.'))
  if (cues.has('ongoing') && kind === 'recurring') doubts.push(likely('The words also say that it goes on.'))
  if (new Set(rhythms.map(({ timesAYear }) => timesAYear)).size > 1)
    doubts.push(unsure('More than one rhythm is named; the first is used.'))
  if (
    phrases.some(
      ({ is, words }, at) =>
        is === 'rhythm' && /^annual$/i.test(words) && ['matter', 'other'].includes(phrases[at + 1]?.is ?? ''),
    )
  )
    doubts.push(unsure('“Annual” may be part of a name.'))
  if (length && times.length > 0) doubts.push(unsure('A length of time stands beside the date.'))
  if (phrases.some(({ is }) => is === 'terms')) doubts.push(unsure('A short, medium or long term is named as well.'))
  return doubts
}

function outsidePlan(meaning: Meaning, plan: Period | null): Doubt[] {
  if (!plan) return []
  return meaning.due.flatMap(({ on }) => {
    const due = Temporal.PlainDate.from(on)
    if (includes(plan, due)) return []
    const isFar = isBefore(due, plan.starts.subtract({ years: 3 })) || isBefore(plan.endsBefore.add({ years: 5 }), due)
    const words = isBefore(due, plan.starts)
      ? `${longDay(due)} is before the plan starts, ${longDay(plan.starts)}.`
      : `${longDay(due)} is after the plan ends, ${longDay(lastDay(plan))}.`
    return [isFar ? unsure(`${words} Is the year right?`) : likely(words)]
  })
}
