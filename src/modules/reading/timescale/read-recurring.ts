import { type Day, isAfter, isBefore, lastDayOfMonth } from '../../../kernel/day.ts'
import { lastDay, type Period } from '../../../kernel/period.ts'
import type { DatePrecision, DueDate } from '../plan-reading.ts'
import type { Facts, SaidTime } from './facts.ts'
import { doubtsOf, dueOf, likely, type Meaning, note, resolvedOf, startOf, unsure } from './meaning.ts'
import type { Doubt, Rhythm } from './phrase.ts'
import { findSpan } from './read-span.ts'
import { runsUntil } from './roles.ts'
import { everyTerm, stepFrom } from './steps.ts'

/** A timescale with a rhythm. Named months win over the rhythm's word, and where the two disagree that is noted. */
export function readRecurring(facts: Facts, rhythm: Rhythm): Meaning {
  const { times, plan, cues } = facts
  const hangs = cues.has('depends') || cues.has('after') || cues.has('before')
  if (times.length === 0)
    return hangs
      ? undated('It comes round, but depends on another event; the dates must be set by hand.')
      : rhythmAlone(rhythm, plan)
  const span = findSpan(facts)
  if (span?.from.resolved && span.to.resolved && isAfter(span.to.resolved.on, span.from.resolved.on)) {
    const between = {
      first: endOfFirstStep(rhythm, span.from.resolved.first, span.from.resolved.precision),
      last: span.to.resolved.on,
    }
    return repeated(rhythm, between, times, span.from, `Repeated ${rhythm.words} from the start to the end named.`)
  }
  const [only] = times
  const first = times.length === 1 ? only : undefined
  const begins =
    first && (first.role === 'starts' || first.role === 'started' || first.role === 'onwards' || cues.has('then'))
  if (first?.resolved && begins && plan) return fromFirst(rhythm, first, plan)
  if (first?.resolved && first.role === 'until' && isLimit(first) && plan)
    return repeated(
      rhythm,
      { first: firstStep(rhythm, plan), last: first.resolved.on },
      times,
      undefined,
      `Repeated ${rhythm.words} until the day named.`,
    )
  return namedMonths(times, rhythm, plan)
}

function isLimit({ roleWords }: SaidTime): boolean {
  return runsUntil(roleWords)
}

function fromFirst(rhythm: Rhythm, first: SaidTime, plan: Period): Meaning {
  const on = first.resolved?.on ?? plan.starts
  if (rhythm.isAmbiguous) {
    const end = lastDayOfMonth(on.year, 12)
    const last = isBefore(end, lastDay(plan)) ? end : lastDay(plan)
    const words = `“${rhythm.words}” can mean two things: it is taken as every ${rhythm.months} months, and dated for the first year alone.`
    return repeated(rhythm, { first: on, last }, [first], first, words, 'unsure')
  }
  return repeated(
    rhythm,
    { first: on, last: lastDay(plan) },
    [first],
    first,
    `Repeated ${rhythm.words} from the first date to the plan’s end.`,
  )
}

function repeated(
  rhythm: Rhythm,
  { first, last }: { readonly first: Day; readonly last: Day },
  times: readonly SaidTime[],
  start: SaidTime | undefined,
  words: string,
  makes: Doubt['makes'] = 'likely',
): Meaning {
  const precision = times[0]?.resolved?.precision ?? 'month'
  const days = rhythm.by === 'months' ? stepFrom(first, rhythm.months, last) : everyTerm(first, last, rhythm.by)
  const due = days.map((on): DueDate => ({ on: on.toString(), precision }))
  const doubts: Doubt[] = [
    ...doubtsOf(times),
    due.length > 0 ? { words, makes } : unsure('It comes round too often, or too seldom, to give it dates.'),
  ]
  return { kind: 'recurring', ...startOf(start), due, doubts }
}

function namedMonths(times: readonly SaidTime[], rhythm: Rhythm, plan: Period | null): Meaning {
  const dates = resolvedOf(times)
  const known = times.filter(({ resolved }) => resolved !== null)
  const doubts = doubtsOf(times)
  if (dates.length === 0)
    return {
      kind: 'recurring',
      due: [],
      doubts: [...doubts, unsure('The months are named, but no year can be found for them.')],
    }
  const isEachYear = (time: SaidTime) =>
    rhythm.timesAYear >= 1 && rhythm.months > 0 && time.resolved?.yearFrom === 'plan'
  const yearly = plan ? known.some(isEachYear) : false
  const due = dueOf(
    known.flatMap((time) => {
      const { resolved } = time
      if (!resolved) return []
      return plan && isEachYear(time)
        ? stepFrom(resolved.on, 12, lastDay(plan)).map((on) => ({ on, precision: resolved.precision }))
        : [resolved]
    }),
  )
  const isOpenYear = (doubt: Doubt) => yearly && /guess from the plan/.test(doubt.words)
  const settled = doubts.filter((doubt) => !isOpenYear(doubt))
  const isStretch = times.some(
    ({ role, roleWords }) => role === 'starts' || role === 'started' || (role === 'until' && runsUntil(roleWords)),
  )
  const stretch = isStretch
    ? [unsure('A start or an end is named beside the rhythm; the days between must be set by hand.')]
    : []
  return { kind: 'recurring', due, doubts: [...settled, ...stretch, ...rhythmDoubts(rhythm, dates.length)] }
}

function rhythmDoubts(rhythm: Rhythm, named: number): Doubt[] {
  if (rhythm.isAmbiguous && named === 2 && rhythm.timesAYear === 2)
    return [note(`“${rhythm.words}” can mean two things; the two months named settle it as twice a year.`)]
  if (rhythm.isAmbiguous)
    return [unsure(`“${rhythm.words}” can mean two things, and the months named do not settle it.`)]
  if (rhythm.timesAYear < 1) return [unsure(`It says ${rhythm.words}; in which years is not told.`)]
  if (rhythm.timesAYear < 2 || named % rhythm.timesAYear === 0) return []
  const count = `${named} of ${Math.round(rhythm.timesAYear)}`
  const words = `It says ${rhythm.words}, which is ${Math.round(rhythm.timesAYear)} a year, and names ${named}: ${count}. The named months are used.`
  const isFarOff = named > rhythm.timesAYear || named === 1
  return [isFarOff ? unsure(words) : likely(words)]
}

function rhythmAlone(rhythm: Rhythm, plan: Period | null): Meaning {
  if (rhythm.isAmbiguous)
    return undated(`“${rhythm.words}” can mean two things, and no month settles it. How often is it?`)
  if (rhythm.by !== 'months' && plan) {
    const due = everyTerm(plan.starts, lastDay(plan), rhythm.by).map(
      (on): DueDate => ({ on: on.toString(), precision: 'term' }),
    )
    return {
      kind: 'recurring',
      due,
      doubts: [
        likely('No date is named: the dates are the usual ends of school terms; the area’s term dates say the days.'),
      ],
    }
  }
  if (!plan || rhythm.months === 0 || rhythm.months > 12)
    return undated('It comes round at the rhythm named; no date is named.')
  const days = stepFrom(firstStep(rhythm, plan), rhythm.months, lastDay(plan))
  const words = `No month is named: the dates are the ends of each step of the plan’s period, ${rhythm.words}.`
  const isUsual = rhythm.months === 1 || rhythm.months === 3
  return {
    kind: 'recurring',
    due: days.map((on): DueDate => ({ on: on.toString(), precision: 'month' })),
    doubts: [isUsual ? likely(words) : unsure(words)],
  }
}

function firstStep(rhythm: Rhythm, plan: Period): Day {
  return endOfFirstStep(rhythm, plan.starts, 'month')
}

/** A quarterly report in a stretch from April first falls due at the end of June; a day named is itself the first. */
function endOfFirstStep(rhythm: Rhythm, starts: Day, precision: DatePrecision): Day {
  if (precision === 'day' && starts.day > 1) return starts
  const first = starts.add({ months: Math.max(1, rhythm.months) - 1 })
  return lastDayOfMonth(first.year, first.month)
}

function undated(words: string): Meaning {
  return { kind: 'recurring', due: [], doubts: [unsure(words)] }
}
