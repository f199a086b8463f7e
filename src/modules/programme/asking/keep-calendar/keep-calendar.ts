import { isAfter, isBefore, parseDay } from '../../../../kernel/day.ts'
import { parseId } from '../../../../kernel/id.ts'
import { LONGEST_NAME } from '../../../../kernel/longest-name.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { findBodies, type Member } from '../../../people/index.ts'
import { keepAsking } from '../keep-asking.ts'
import { insertClosedPeriod, insertMeeting, removeEntry } from './calendar-entry.store.ts'

export type CalendarField = 'name' | 'starts' | 'ends' | 'body' | 'on' | 'papersOn'
export type CalendarProblem = { readonly field: CalendarField; readonly message: string }
export type CalendarRefusal =
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'problems'; readonly problems: readonly CalendarProblem[] }
type Kept = Result<undefined, CalendarRefusal>

export const LONGEST_CLOSING_DAYS = 366

/** Adds days on which the partnership is closed; whatever is asked about by then is asked about another day. */
export async function closeDays(
  world: World,
  by: Member,
  said: { name: string; starts: string; ends: string; formKey: string | null },
): Promise<Kept> {
  const [starts, ends] = [parseDay(said.starts), parseDay(said.ends || said.starts)]
  const problems: CalendarProblem[] = []
  if (said.name === '') problems.push({ field: 'name', message: 'Say what the days are, such as Christmas' })
  if (said.name.length > LONGEST_NAME)
    problems.push({ field: 'name', message: `Shorten it to ${LONGEST_NAME} characters` })
  if (!starts) problems.push({ field: 'starts', message: 'Give the first day you are closed' })
  if (!ends) problems.push({ field: 'ends', message: 'Give the last day, or leave it empty for a single day' })
  if (starts && ends && isBefore(ends, starts)) {
    problems.push({ field: 'ends', message: 'The last day must be on or after the first' })
  }
  if (starts && ends && isAfter(ends, starts.add({ days: LONGEST_CLOSING_DAYS }))) {
    problems.push({ field: 'ends', message: 'Close for a year at most' })
  }
  if (!starts || !ends || problems.length > 0) return refuse({ kind: 'problems', problems })
  return changeCalendar(world, by, said.formKey, async (tx) => {
    const id = world.newId<'closed-period'>()
    const { name } = said
    const entry = { id, name, starts, ends }
    await insertClosedPeriod(tx, by.partnershipId, entry, { by: by.person.id, at: world.now() })
    return { what: 'closed days', subject: { kind: 'closed-period', id }, after: { name, starts, ends } }
  })
}

/** Adds a meeting of a body; reports due shortly after its papers close are asked about before that. */
export async function addMeeting(
  world: World,
  by: Member,
  said: { body: string; on: string; papersOn: string; formKey: string | null },
): Promise<Kept> {
  const [on, papersOn] = [parseDay(said.on), parseDay(said.papersOn || said.on)]
  const bodyId = parseId<'body'>(said.body)
  const problems: CalendarProblem[] = []
  if (!bodyId) problems.push({ field: 'body', message: 'Choose who meets' })
  if (!on) problems.push({ field: 'on', message: 'Give the day of the meeting' })
  if (!papersOn) problems.push({ field: 'papersOn', message: 'Give the day its papers close' })
  if (on && papersOn && isAfter(papersOn, on)) {
    problems.push({ field: 'papersOn', message: 'The papers must close by the day of the meeting' })
  }
  if (!bodyId || !on || !papersOn || problems.length > 0) return refuse({ kind: 'problems', problems })
  return changeCalendar(world, by, said.formKey, async (tx) => {
    if (!(await findBodies(tx)).some(({ id }) => id === bodyId)) return null
    const id = world.newId<'meeting'>()
    await insertMeeting(tx, by.partnershipId, { id, bodyId, on, papersOn }, { by: by.person.id, at: world.now() })
    return { what: 'added a meeting', subject: { kind: 'body', id: bodyId }, after: { on, papersOn } }
  })
}

/** Takes an entry out of the calendar. */
export async function removeFromCalendar(
  world: World,
  by: Member,
  { entry, id, formKey }: { entry: 'closed_period' | 'body_meeting'; id: string; formKey: string | null },
): Promise<Kept> {
  const entryId = parseId<'meeting'>(id)
  if (!entryId) return refuse({ kind: 'not-found' })
  return changeCalendar(world, by, formKey, async (tx) => {
    if (!(await removeEntry(tx, entry, entryId, world.now()))) return null
    const what = entry === 'closed_period' ? 'opened closed days again' : 'took out a meeting'
    return { what, subject: { kind: entry.replace('_', '-'), id: entryId } }
  })
}

/** One change of the calendar, with its audit entry; then every duty is set in its days afresh. */
async function changeCalendar(
  world: World,
  by: Member,
  formKey: string | null,
  change: (tx: Tx) => Promise<Parameters<typeof recordChange>[3] | null>,
): Promise<Kept> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    if (await useFormKey(tx, by.partnershipId, formKey, 'calendar', world.now())) return ok()
    const changed = await change(tx)
    if (!changed) return refuse({ kind: 'not-found' })
    await keepAsking(world, tx, by.partnershipId, 'all')
    await recordChange(tx, world, by, changed)
    return ok()
  })
}
