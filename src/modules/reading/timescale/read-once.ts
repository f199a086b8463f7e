import { isBefore } from '../../../kernel/day.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import type { DueDate } from '../plan-reading.ts'
import type { Facts, SaidTime } from './facts.ts'
import { doubtsOf, dueOf, likely, type Meaning, note, resolvedOf, startOf, unknownTime, unsure } from './meaning.ts'
import type { Doubt } from './phrase.ts'
import type { Role } from './roles.ts'

const NOT_DUE: Readonly<Record<string, string>> = {
  baseline: 'A year beside a percentage is where the figure starts, not when it is due.',
  'as-at': 'A day after “as at” says when a figure was taken, not when it is due.',
  formerly: 'An earlier date is left aside.',
  after: 'A day that the work follows is no due date.',
  done: 'A day on which something was finished is no due date.',
  depends: 'It hangs on another event beside the date.',
}

/** Whether a time is one on which something falls due. */
export function isDue({ role }: SaidTime): boolean {
  return (
    role === null ||
    role === 'until' ||
    role === 'ends' ||
    role === 'before' ||
    role === 'then' ||
    role === 'between' ||
    role === 'depends'
  )
}

/** One date, or several that stand in one cell. */
export function readOnce(facts: Facts): Meaning {
  const { times } = facts
  const dueTimes = times.filter(isDue)
  const steps = times.filter(
    (time) => time.role === 'starts' && dueTimes.some((due) => due.at < time.at && isEarlier(due, time)),
  )
  const used = [...dueTimes, ...steps]
  const due = resolvedOf(used).map((each, index) => (used[index]?.role === 'before' ? dayBefore(each) : each))
  const doubts: Doubt[] = [...doubtsOf(used), ...leftAside(times.filter((time) => !used.includes(time)))]
  if (used.some(({ role }) => role === 'before'))
    doubts.push(unsure('“Before” a day or month is taken as the day before it begins.'))
  if (steps.length > 0) doubts.push(unsure('A start is named after another date; both are kept.'))
  const begins = times.find(
    ({ role, at }) => (role === 'starts' || role === 'started') && !steps.some((step) => step.at === at),
  )
  if (begins) return withStart(begins, due, doubts)
  if (dueTimes.length < 2) return { kind: 'once', due: dueOf(due), doubts }
  return several(facts, used, due, doubts)
}

function isEarlier(due: SaidTime, start: SaidTime): boolean {
  return due.resolved !== null && start.resolved !== null && isBefore(due.resolved.on, start.resolved.first)
}

function dayBefore<
  T extends { readonly on: Temporal.PlainDate; readonly first: Temporal.PlainDate; readonly time: SaidTime['time'] },
>(date: T): T {
  return date.time.part === 'end' ? date : { ...date, on: date.first.subtract({ days: 1 }) }
}

function withStart(begins: SaidTime, due: Parameters<typeof dueOf>[0], doubts: readonly Doubt[]): Meaning {
  const all = [
    ...doubts,
    ...doubtsOf([begins]),
    unsure('A start is named beside the date; it is taken as the start of a stretch that ends with the last date.'),
  ]
  const dated = dueOf(due)
  return { kind: 'window', ...startOf(begins), due: dated, doubts: all }
}

/** Dates joined by "and" or a stroke come round; two neighbouring months with a stroke are a stretch; others are stacked in one cell. */
function several(
  facts: Facts,
  used: readonly SaidTime[],
  due: Parameters<typeof dueOf>[0],
  doubts: readonly Doubt[],
): Meaning {
  const joins = used.slice(1).map((time, index) => joinBetween(facts, used[index], time))
  const [first, last] = [used[0]?.resolved, used.at(-1)?.resolved]
  if (used.length === 2 && joins[0] === 'slash' && first && last && areNeighbours(first.on, last.on)) {
    const words = 'Two months side by side are taken as a stretch, due at its end; they may be two dates.'
    return { kind: 'window', starts: first.first.toString(), due: dueOf([last]), doubts: [...doubts, unsure(words)] }
  }
  const areRow = joins.length > 1 && joins.every((join) => join === 'slash')
  const hasYearAlone = used.some(
    ({ time }) => time.named !== 'month' && time.named !== 'day' && time.named !== 'quarter' && time.named !== 'term',
  )
  if (joins.every((join) => join !== null))
    return {
      kind: 'recurring',
      due: dueOf(due),
      doubts: [
        ...doubts,
        hasYearAlone || areRow
          ? unsure('Several times are named; all are kept.')
          : likely('Several dates are named together: each is a duty.'),
      ],
    }
  return {
    kind: 'once',
    due: dueOf(due),
    doubts: [...doubts, likely('Several dates stand in one cell; all are kept.')],
  }
}

function joinBetween({ phrases }: Facts, one: SaidTime | undefined, other: SaidTime): 'and' | 'slash' | null {
  const between = phrases
    .slice((one?.at ?? 0) + 1, other.at)
    .filter(({ is, words }) => is !== 'part' && !(is === 'plain' && /^[a-z]/i.test(words)))
  const joins = between.flatMap((each) => (each.is === 'join' && each.by !== 'to' ? [each.by] : []))
  return between.length > 0 && joins.length === between.length ? (joins[0] ?? null) : null
}

function areNeighbours(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return (other.year - one.year) * 12 + other.month - one.month === 1
}

function leftAside(times: readonly SaidTime[]): Doubt[] {
  const roles = new Set<Role>(times.map(({ role }) => role))
  return [...roles].flatMap((role) => {
    const words = role === null ? undefined : valueAt(NOT_DUE, role)
    return words ? [unsure(words)] : []
  })
}

/** A start and nothing else: work that goes on, or a duty nobody dated. */
export function readStart(facts: Facts): Meaning {
  const [first] = facts.times
  const doubts = doubtsOf(facts.times)
  const goesOn = facts.cues.has('ongoing') || facts.cues.has('onwards') || first?.role === 'started'
  if (goesOn)
    return {
      kind: 'ongoing',
      ...startOf(first),
      due: [],
      doubts: [
        ...doubts,
        note('It has begun or will begin, and no end is named: it is reported at the plan’s usual rhythm.'),
      ],
    }
  if (/^(?:from|with effect|wef|effective)/i.test(first?.roleWords ?? ''))
    return {
      kind: 'ongoing',
      ...startOf(first),
      due: [],
      doubts: [...doubts, unsure('It says from when, and not until when.')],
    }
  return { ...unknownTime('It says when the work starts, not when it is due.'), ...startOf(first) }
}

/** "12 months", "1-2 years": counted from the start of the plan, and doubtful. */
export function readLength({ length, plan }: Facts): Meaning {
  const words = unsure('Only a length of time is named: it is counted from the start of the plan.')
  const kind = length?.least ? 'window' : 'once'
  if (!plan || !length) return { kind, due: [], doubts: [words] }
  const after = (count: number) => plan.starts.add({ [length.unit]: count })
  const due: DueDate[] = [
    { on: after(length.most).subtract({ days: 1 }).toString(), precision: length.unit === 'days' ? 'day' : 'month' },
  ]
  return length.least
    ? { kind, starts: after(length.least).toString(), due, doubts: [words] }
    : { kind, due, doubts: [words] }
}
