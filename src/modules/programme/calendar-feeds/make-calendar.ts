import { type Day, isAfter } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { today, type World } from '../../../platform/world.ts'
import { type CalendarEntry, writeCalendar } from '../../papers/index.ts'
import type { Member } from '../../people/index.ts'
import { findPlan, isAdopted } from '../../plan/index.ts'
import { findBodiesShown } from '../planner/forward-plan/forward-plan.store.ts'
import { findMeetingDates, findReportDates, findStepDates } from './calendar-entry.store.ts'
import type { CalendarOf } from './calendar-feed.store.ts'
import { calendarWords, type DatedFact } from './calendar-words.ts'

/** Programs ask again after six hours. */
const REFRESH_SECONDS = 6 * 60 * 60

/** The name of what a calendar is of; null when its reader does not see that. */
export async function nameCalendar(tx: Tx, by: Member, of: CalendarOf): Promise<string | null> {
  switch (of.kind) {
    case 'own':
      return `What ${by.person.name} leads`
    case 'body':
      return (await findBodiesShown(tx)).find(({ id }) => id === of.id)?.name ?? null
    case 'plan': {
      const plan = await findPlan(tx, of.id)
      return plan && isAdopted(plan) ? plan.title : null
    }
  }
}

/** A calendar as one member sees it today, in this transaction of theirs; null when there is none for them. */
export async function makeCalendar(
  world: Pick<World, 'now' | 'origin'>,
  tx: Tx,
  by: Member,
  of: CalendarOf,
): Promise<Uint8Array | null> {
  const name = await nameCalendar(tx, by, of)
  if (name === null) return null
  const on = today(world)
  const reports = await findReportDates(tx, of, by.sight, on)
  const meetings = await findMeetingDates(tx, of, by.sight, on)
  const steps = await findStepDates(tx, of, by.sight, on)
  return writeCalendar({
    title: of.kind === 'own' ? 'Trellis: what I lead' : `Trellis: ${name}`,
    words: 'Reports and steps that are due, and meetings. It changes as the plan does.',
    refreshSeconds: REFRESH_SECONDS,
    entries: inOrder([...reports, ...steps, ...meetings]).map((fact) => entryOf(world.origin, fact)),
  })
}

function entryOf(origin: string, fact: DatedFact): CalendarEntry {
  const { title, words, path } = calendarWords(fact)
  const { kind, id, on, sequence, changedAt, isCancelled } = fact
  return {
    uid: `${kind}-${id}@${new URL(origin).hostname}`,
    on,
    title,
    words,
    url: `${origin}${path}`,
    sequence,
    changedAt,
    isCancelled,
  }
}

function inOrder(facts: readonly DatedFact[]): readonly DatedFact[] {
  return facts.toSorted((a, b) => (days(a.on, b.on) === 0 ? (a.id < b.id ? -1 : 1) : days(a.on, b.on)))
}

function days(a: Day, b: Day): number {
  return isAfter(a, b) ? 1 : isAfter(b, a) ? -1 : 0
}
