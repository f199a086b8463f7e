import type { Facts } from './facts.ts'
import { doubtsOf, type Meaning, note, startOf, unknownTime, unsure } from './meaning.ts'
import type { Length } from './phrase.ts'
import { isDue, readLength, readOnce, readStart } from './read-once.ts'
import { readRecurring } from './read-recurring.ts'
import { findSpan, readSpan } from './read-span.ts'
import { runsUntil } from './roles.ts'

const CODES = /^[SML](?:\s?[/,&-]\s?[SML]){0,2}$/

/** Decides what the words of one cell mean, the plainest sign first: a rhythm, a stretch, a date, work with no end, a length. */
export function decideMeaning(facts: Facts): Meaning {
  const { live, phrases, rhythms, times, cues, length } = facts
  if (live === '') return unknownTime('There are no words for when.')
  if (CODES.test(live)) return readCodes(live)
  const [rhythm] = rhythms
  if (rhythm) return readRecurring(facts, rhythm)
  const hangs = cues.has('depends') || cues.has('after') || cues.has('before') || cues.has('then')
  const isFromEvent = hangs || phrases.some(({ is, words }) => is === 'cue' && /^from$/i.test(words))
  if (length && isFromEvent && times.length === 0) return dependsOnAnother()
  if (length && times.length > 0 && (hangs || cues.has('starts'))) return countedFromDate(facts, length)
  const span = findSpan(facts)
  if (span) return readSpan(facts, span)
  if (times.some(isDue)) return readDated(facts)
  if (times.some(({ role }) => role === 'starts' || role === 'started' || role === 'onwards')) return readStart(facts)
  if (times.length > 0) return readUndue(facts)
  return readUndated(
    facts,
    hangs,
    phrases.some(({ is }) => is === 'terms'),
  )
}

/** A date stands; words such as "ongoing" or "TBC" beside it are doubts. */
function readDated(facts: Facts): Meaning {
  const { cues } = facts
  const once = readOnce(facts)
  if (!cues.has('ongoing')) return once
  if (once.kind === 'window' && once.due.length > 0) return once
  if (facts.times.length === 1 && runsUntil(facts.times[0]?.roleWords ?? ''))
    return {
      ...once,
      kind: 'window',
      doubts: [...once.doubts, unsure('It goes on until the day named; no start is named.')],
    }
  return { ...once, doubts: [...once.doubts, unsure('It goes on after the date named.')] }
}

/** The dates are those of something else: a position, something finished, an event that comes before. */
function readUndue({ times, cues }: Facts): Meaning {
  if (times.some(({ role }) => role === 'as-at'))
    return unknownTime('“As at” says when the figure was taken, not when the action is due.')
  if (times.some(({ role }) => role === 'done'))
    return unknownTime('It says when something was finished, not when the action is due.')
  if (cues.has('after')) return dependsOnAnother()
  return unknownTime('The date named is not when the action is due.')
}

function readUndated(facts: Facts, hangs: boolean, namesTerms: boolean): Meaning {
  const { cues, length, live } = facts
  if (namesTerms && !length)
    return {
      kind: 'window',
      due: [],
      doubts: [unsure('Short, medium and long term are lengths; the document’s key says how long each is.')],
    }
  if (cues.has('see')) return unknownTime('It points to another place for the date.')
  if (cues.has('undecided')) return unknownTime('The plan has not settled when.')
  if (length) return readLength(facts)
  if (hangs) return dependsOnAnother()
  if (cues.has('ongoing') || cues.has('onwards'))
    return { kind: 'ongoing', due: [], doubts: [note('No end is named: it is reported at the plan’s usual rhythm.')] }
  if (cues.has('done') || cues.has('under-way') || cues.has('started'))
    return unknownTime(`“${live}” says how it stands, not when it is due.`)
  if (cues.has('urgent')) return unknownTime('It says that it is urgent, not by which day.')
  return unknownTime('No date, rhythm or length of time was found in these words.')
}

/** Single letters that stand for short, medium and long term: all three are the whole time. */
function readCodes(live: string): Meaning {
  const all = ['S', 'M', 'L'].every((letter) => live.includes(letter))
  const words = 'These letters stand for short, medium and long term; the document’s key says how long each is.'
  return { kind: all ? 'ongoing' : 'window', due: [], doubts: [unsure(words)] }
}

function dependsOnAnother(): Meaning {
  return { kind: 'relative', due: [], doubts: [unsure('It depends on another event; the date must be set by hand.')] }
}

/** "12 months from April 2015": the length is counted from the day named; "before" it, nobody can say. */
function countedFromDate({ times, cues }: Facts, length: Length): Meaning {
  const [first] = times
  const doubts = [...doubtsOf(times), unsure('A length of time is counted from the date named.')]
  if (!first?.resolved || times.length > 1 || length.least !== null || cues.has('before') || cues.has('depends'))
    return { kind: 'relative', ...startOf(first), due: [], doubts }
  const from = cues.has('after') ? first.resolved.on : first.resolved.first.subtract({ days: 1 })
  const on = from.add({ [length.unit]: length.most })
  return {
    kind: 'once',
    ...startOf(first),
    due: [{ on: on.toString(), precision: length.unit === 'days' || length.unit === 'weeks' ? 'day' : 'month' }],
    doubts,
  }
}
