import { type ExpressionBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { ActionId, BodyId, PartId, PlanId } from '../../../../kernel/id.ts'
import { type DB, dayFrom, type Tx } from '../../../../platform/database/index.ts'
import type { RatingKey } from '../../../reading/index.ts'
import { lateDay, lateSince } from '../../points/late-doing.store.ts'

export type RatingFilter = RatingKey | 'not-rated'

export type PlanFilter = {
  readonly search: string
  readonly progress: RatingFilter | null
  readonly impact: RatingFilter | null
  readonly groupId: BodyId | null
  readonly aimId: PartId | null
  readonly isOverdue: boolean
  /** past its last day and not complete: late doing */
  readonly isLate: boolean
}

export type ActionRow = {
  readonly id: ActionId
  readonly partId: PartId | null
  readonly ref: string | null
  readonly text: string
  readonly measure: string | null
  readonly timescale: string | null
  readonly leadWords: string | null
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  /** the first duty since the last report: past is overdue, to come is next due; null when none is left or nothing is dated */
  readonly unreportedSince: Day | null
  /** its last day, where that has passed and it is not complete: late doing, apart from late reporting */
  readonly lateSince: Day | null
}

export type StandingCount = {
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  readonly count: number
  readonly overdue: number
}

export type PageOfRows = { readonly from: number; readonly size: number }

/** Actions of a plan that pass the filter, in the plan's order. */
export async function findActionRows(
  tx: Tx,
  planId: PlanId,
  filter: PlanFilter,
  today: Day,
  page: PageOfRows,
): Promise<readonly ActionRow[]> {
  const rows = await rowsOf(filtered(tx, planId, filter, today), page, today).execute()
  return rows.map(actionRowOf)
}

/** As {@link findActionRows}, with how many pass in all, found in the same pass; nothing is counted past the last page. */
export async function findAndCountActionRows(
  tx: Tx,
  planId: PlanId,
  filter: PlanFilter,
  today: Day,
  page: PageOfRows,
): Promise<{ readonly found: number; readonly rows: readonly ActionRow[] }> {
  const rows = await rowsOf(filtered(tx, planId, filter, today), page, today)
    .select(sql<number>`count(*) over ()`.as('found'))
    .execute()
  return { found: rows[0]?.found ?? 0, rows: rows.map(actionRowOf) }
}

function rowsOf(passing: ReturnType<typeof filtered>, { from, size }: PageOfRows, today: Day) {
  return passing
    .select(['action.id', 'action.part_id', 'ref', 'action.text', 'measure', 'timescale', 'lead_words'])
    .select(['progress_rating', 'impact_rating', 'unreported_since'])
    .select(lateSince(today).as('late_since'))
    .orderBy('action.position')
    .limit(size)
    .offset(from)
}

function actionRowOf(row: Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>): ActionRow {
  return {
    id: row.id as ActionId,
    partId: row.part_id as PartId | null,
    ref: row.ref,
    text: row.text,
    measure: row.measure,
    timescale: row.timescale,
    leadWords: row.lead_words,
    progress: row.progress_rating as RatingKey | null,
    impact: row.impact_rating as RatingKey | null,
    unreportedSince: row.unreported_since ? dayFrom(row.unreported_since) : null,
    lateSince: lateDay(row.late_since),
  }
}

/** How the whole plan stands: one row per pair of ratings. */
export async function countStandings(tx: Tx, planId: PlanId, today: Day): Promise<readonly StandingCount[]> {
  const rows = await tx
    .selectFrom('action_standing')
    .select(['progress_rating', 'impact_rating'])
    .select((of) => [
      of.fn.countAll<number>().as('count'),
      of.fn.countAll<number>().filterWhere('unreported_since', '<', today.toString()).as('overdue'),
    ])
    .where('plan_id', '=', planId)
    .groupBy(['progress_rating', 'impact_rating'])
    .execute()
  return rows.map((row) => ({
    progress: row.progress_rating as RatingKey | null,
    impact: row.impact_rating as RatingKey | null,
    count: row.count,
    overdue: row.overdue,
  }))
}

function filtered(tx: Tx, planId: PlanId, filter: PlanFilter, today: Day) {
  const { search, progress, impact, groupId, aimId, isOverdue, isLate } = filter
  let rows = tx
    .selectFrom('action')
    .innerJoin('action_standing', (join) =>
      join
        .onRef('action_standing.partnership_id', '=', 'action.partnership_id')
        .onRef('action_standing.action_id', '=', 'action.id'),
    )
    .where('action.plan_id', '=', planId)
  for (const word of search.split(/\s+/).filter(Boolean).slice(0, 8)) {
    rows = rows.where(sql<boolean>`searched like (select lower(${`%${escapeLike(word)}%`}))`)
  }
  if (progress) rows = rows.where((is) => rated(is, 'progress_rating', progress))
  if (impact) rows = rows.where((is) => rated(is, 'impact_rating', impact))
  if (groupId) rows = rows.where('lead_group_id', '=', groupId)
  if (aimId) rows = rows.where('action.part_id', 'in', partsUnder(tx, aimId))
  if (isLate) rows = rows.where(lateSince(today), 'is not', null)
  if (isOverdue) rows = rows.where('unreported_since', '<', today.toString())
  return rows
}

function partsUnder(tx: Tx, aimId: PartId) {
  return tx
    .withRecursive('under', (of) =>
      of
        .selectFrom('part')
        .select('part.id')
        .where('part.id', '=', aimId)
        .union(of.selectFrom('part').innerJoin('under', 'under.id', 'part.parent_id').select('part.id')),
    )
    .selectFrom('under')
    .select('under.id')
}

type Standing = ExpressionBuilder<DB, 'action_standing'>

/** In the two shapes that an index can answer. */
function rated(is: Standing, column: 'progress_rating' | 'impact_rating', wanted: RatingFilter) {
  return wanted === 'not-rated' ? is(column, 'is', null) : is(column, '=', wanted)
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, '\\$&')
}

/** How many actions have no date that makes an update due. */
export async function countUndated(tx: Tx, planId: PlanId): Promise<number> {
  const { count } = await tx
    .selectFrom('action_standing')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('plan_id', '=', planId)
    .where('last_due_on', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
