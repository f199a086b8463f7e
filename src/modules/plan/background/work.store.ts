import { instantFrom, type Tx } from '../../../platform/database/index.ts'

/** Work that goes on behind a page, a row each: the reading of a document, the comparison of two. */
export type Work = 'reading' | 'comparison'

/** How far a piece of work is. */
export type WorkState = {
  readonly stage: string
  /** 0 to 1 */
  readonly fraction: number
  /** when its worker last said something; before it has one, when it was asked for */
  readonly lastHeardAt: Temporal.Instant
}

/** Takes unfinished work that nobody is at (or whose worker was lost); false when there is nothing to take. */
export async function claimWork(
  tx: Tx,
  work: Work,
  id: string,
  now: Temporal.Instant,
  lostBefore: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(work)
    .set({ claimed_at: now.toString(), stage: 'Opening the document', fraction: 0 })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .where((is) => is.or([is('claimed_at', 'is', null), is('claimed_at', '<', lostBefore.toString())]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says how far work is; by that its worker is known to live, and nobody else takes it. */
export async function saveProgress(
  tx: Tx,
  work: Work,
  id: string,
  now: Temporal.Instant,
  { stage, fraction }: Pick<WorkState, 'stage' | 'fraction'>,
): Promise<void> {
  await tx
    .updateTable(work)
    .set({ stage, fraction, claimed_at: now.toString() })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute()
}

type WorkRow = Pick<WorkState, 'stage' | 'fraction'> & {
  readonly asked_at: string
  readonly claimed_at: string | null
}

export function workStateOf({ stage, fraction, asked_at, claimed_at }: WorkRow): WorkState {
  return { stage, fraction, lastHeardAt: instantFrom(claimed_at ?? asked_at) }
}
