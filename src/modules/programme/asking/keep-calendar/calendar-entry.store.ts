import type { Day } from '../../../../kernel/day.ts'
import type { BodyId, Id, PartnershipId, PersonId } from '../../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../../platform/database/index.ts'

export type ClosedPeriodId = Id<'closed-period'>
export type MeetingId = Id<'meeting'>
/** Days from the first to the last on which nobody is asked anything. */
export type ClosedPeriod = {
  readonly id: ClosedPeriodId
  readonly name: string
  readonly starts: Day
  readonly ends: Day
}
export type BodyMeeting = {
  readonly id: MeetingId
  readonly body: string
  readonly on: Day
  readonly papersOn: Day
}
type By = { readonly by: PersonId; readonly at: Temporal.Instant }

export async function insertClosedPeriod(
  tx: Tx,
  partnershipId: PartnershipId,
  { id, name, starts, ends }: ClosedPeriod,
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('closed_period')
    .values({
      partnership_id: partnershipId,
      id,
      name,
      starts: starts.toString(),
      ends_on: ends.toString(),
      added_at: at.toString(),
      added_by: by,
    })
    .execute()
}

export async function insertMeeting(
  tx: Tx,
  partnershipId: PartnershipId,
  { id, bodyId, on, papersOn }: { id: MeetingId; bodyId: BodyId; on: Day; papersOn: Day },
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('body_meeting')
    .values({
      partnership_id: partnershipId,
      id,
      body_id: bodyId,
      meets_on: on.toString(),
      papers_on: papersOn.toString(),
      added_at: at.toString(),
      added_by: by,
    })
    .execute()
}

/** Takes a closing or a meeting out of the calendar; false when there is none of that id in it. */
export async function removeEntry(
  tx: Tx,
  table: 'closed_period' | 'body_meeting',
  id: ClosedPeriodId | MeetingId,
  at: Temporal.Instant,
): Promise<boolean> {
  const removed = await tx
    .updateTable(table)
    .set({ removed_at: at.toString() })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return removed.numUpdatedRows === 1n
}

/** What is in the calendar from a day on: closings that have not ended, meetings to come. */
export async function findCalendar(
  tx: Tx,
  from: Day,
): Promise<{ readonly closed: readonly ClosedPeriod[]; readonly meetings: readonly BodyMeeting[] }> {
  const closed = await tx
    .selectFrom('closed_period')
    .select(['id', 'name', 'starts', 'ends_on'])
    .where('removed_at', 'is', null)
    .where('ends_on', '>=', from.toString())
    .orderBy('starts')
    .limit(500)
    .execute()
  const meetings = await tx
    .selectFrom('body_meeting')
    .innerJoin('body', 'body.id', 'body_meeting.body_id')
    .select(['body_meeting.id', 'body.name', 'meets_on', 'papers_on'])
    .where('removed_at', 'is', null)
    .where('meets_on', '>=', from.toString())
    .orderBy('meets_on')
    .orderBy('body.name')
    .limit(500)
    .execute()
  return {
    closed: closed.map((row) => ({
      id: row.id as ClosedPeriodId,
      name: row.name,
      starts: dayFrom(row.starts),
      ends: dayFrom(row.ends_on),
    })),
    meetings: meetings.map((row) => ({
      id: row.id as MeetingId,
      body: row.name,
      on: dayFrom(row.meets_on),
      papersOn: dayFrom(row.papers_on),
    })),
  }
}
