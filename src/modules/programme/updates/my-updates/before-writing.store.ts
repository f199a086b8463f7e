import { sql } from 'kysely'
import { type Day, dayOf } from '../../../../kernel/day.ts'
import type { ActionId } from '../../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../../platform/database/index.ts'
import { findRatingSchemes, type RatingScheme } from '../../../plan/index.ts'
import type { RatingKey } from '../../../reading/index.ts'

/** What a lead wants to know of an action before writing about it. */
export type BeforeWriting = {
  /** the last update that was sent and not taken back, whichever duty it was for; null when none was */
  readonly last: {
    /** how it begins */
    readonly narrative: string
    readonly progress: RatingKey
    readonly impact: RatingKey
    /** that it was rated under */
    readonly scheme: RatingScheme
    readonly sentOn: Day
    readonly isSentBack: boolean
  } | null
  /** the days of its steps that are not done, the earliest first */
  readonly openSteps: readonly Day[]
  /** files attached at any of its duties */
  readonly evidenceCount: number
}

/** Enough for a line or two. */
const CHARACTERS = 400

/** For every one of these actions at once, what there is to know before writing. */
export async function findBeforeWriting(
  tx: Tx,
  actionIds: readonly ActionId[],
): Promise<ReadonlyMap<ActionId, BeforeWriting>> {
  if (actionIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    narrative: string | null
    progress_rating: RatingKey | null
    impact_rating: RatingKey | null
    scheme_id: string | null
    submitted_at: string | null
    verdict: string | null
    open_steps: readonly string[] | null
    evidence_count: number
  }>`
    select action.id, last.*, steps.open_steps, (
        select count(*)::int from reporting_point told
        join evidence shown on shown.partnership_id = told.partnership_id and shown.point_id = told.id
        where told.partnership_id = action.partnership_id and told.action_id = action.id) as evidence_count
    from action
    left join lateral (
      select left(sent.narrative, ${CHARACTERS}) as narrative, sent.progress_rating, sent.impact_rating, sent.scheme_id,
        sent.submitted_at, judged.verdict
      from update_submission sent
      left join update_verdict judged
        on judged.partnership_id = sent.partnership_id and judged.submission_id = sent.id
      where sent.partnership_id = action.partnership_id and sent.action_id = action.id and not exists (
        select from update_withdrawal taken
        where taken.partnership_id = sent.partnership_id and taken.submission_id = sent.id)
      order by sent.submitted_at desc, sent.id desc limit 1
    ) last on true
    left join lateral (
      select json_agg(said.due_on order by said.due_on) as open_steps from action_step step
      join lateral (
        select version.due_on, version.is_removed from action_step_version version
        where version.partnership_id = step.partnership_id and version.step_id = step.id
        order by version.version desc limit 1
      ) said on not said.is_removed
      where step.partnership_id = action.partnership_id and step.action_id = action.id and not exists (
        select from action_step_done done
        where done.partnership_id = step.partnership_id and done.step_id = step.id and done.undone_at is null)
    ) steps on true
    where action.id = any(${[...new Set(actionIds)]}::uuid[])
  `.execute(tx)
  const schemes = await findRatingSchemes(
    tx,
    rows.flatMap(({ scheme_id }) => scheme_id ?? []),
  )
  return new Map(
    rows.map((row) => {
      const { narrative, progress_rating, impact_rating, scheme_id, submitted_at } = row
      const isSaid = narrative !== null && progress_rating && impact_rating && scheme_id && submitted_at
      return [
        row.id as ActionId,
        {
          last: isSaid
            ? {
                narrative,
                progress: progress_rating,
                impact: impact_rating,
                scheme: schemes.get(scheme_id) ?? { id: scheme_id, name: '', ratings: [] },
                sentOn: dayOf(instantFrom(submitted_at)),
                isSentBack: row.verdict === 'sent-back',
              }
            : null,
          openSteps: (row.open_steps ?? []).map(dayFrom),
          evidenceCount: row.evidence_count,
        },
      ]
    }),
  )
}
