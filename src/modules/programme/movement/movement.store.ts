import type { Selectable } from 'kysely'
import type { ActionId, PartId, PeriodClosingId, PlanId } from '../../../kernel/id.ts'
import { type DB, instantFrom, type Tx } from '../../../platform/database/index.ts'
import { contentFrom } from '../../plan/index.ts'
import type { DisposalKind } from '../year-end/disposal.ts'
import type { MoveFacts, Moving } from './movement.ts'

type Between = { readonly since: Temporal.Instant; readonly until: Temporal.Instant }

/** Every version of each action of a plan that was recorded by a moment, in the order of the plan. */
export async function findVersionsUntil(tx: Tx, planId: PlanId, until: Temporal.Instant): Promise<readonly Moving[]> {
  const rows = await tx
    .selectFrom('action_version')
    .innerJoin('action', (on) =>
      on
        .onRef('action.partnership_id', '=', 'action_version.partnership_id')
        .onRef('action.id', '=', 'action_version.action_id'),
    )
    .select(['action_version.action_id', 'action_version.recorded_at', 'action_version.content'])
    .where('action.plan_id', '=', planId)
    .where('action_version.recorded_at', '<=', until.toString())
    .where(({ or, eb }) => or([eb('set_aside_at', 'is', null), eb('set_aside_at', '>', until.toString())]))
    .orderBy('action.position')
    .orderBy('action.id')
    .orderBy('action_version.version')
    .execute()
  return movingFrom(rows)
}

/** The versions of each action that a closing holds, up to the one it names: the same for ever. */
export async function findVersionsOfClosing(tx: Tx, closingId: PeriodClosingId): Promise<readonly Moving[]> {
  const rows = await tx
    .selectFrom('period_closing_row as row')
    .innerJoin('action_version as said', (on) =>
      on
        .onRef('said.partnership_id', '=', 'row.partnership_id')
        .onRef('said.action_id', '=', 'row.action_id')
        .onRef('said.version', '<=', 'row.version'),
    )
    .select(['said.action_id', 'said.recorded_at', 'said.content'])
    .where('row.closing_id', '=', closingId)
    .orderBy('row.position')
    .orderBy('said.version')
    .execute()
  return movingFrom(rows)
}

type VersionRow = Pick<Selectable<DB['action_version']>, 'action_id' | 'recorded_at' | 'content'>

function movingFrom(rows: readonly VersionRow[]): readonly Moving[] {
  const byAction = Map.groupBy(rows, (row) => row.action_id as ActionId)
  return [...byAction].map(([id, versions]) => ({
    id,
    versions: versions.map((row) => ({ at: instantFrom(row.recorded_at), content: contentFrom(row.content) })),
  }))
}

/** Endings of a plan's actions decided between two moments that stood at the later. */
export async function findEndingsBetween(
  tx: Tx,
  planId: PlanId,
  { since, until }: Between,
): Promise<MoveFacts['endings']> {
  const rows = await tx
    .selectFrom('action_disposal')
    .select(['action_id', 'kind', 'decided_at', 'into_id'])
    .where('plan_id', '=', planId)
    .where('decided_at', '>', since.toString())
    .where('decided_at', '<=', until.toString())
    .where(({ or, eb }) => or([eb('undone_at', 'is', null), eb('undone_at', '>', until.toString())]))
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    actionId: row.action_id as ActionId,
    kind: row.kind as DisposalKind,
    at: instantFrom(row.decided_at),
    intoId: row.into_id as ActionId | null,
  }))
}

/** Actions of a plan that were split off from others of it between two moments. */
export async function findSplitsBetween(
  tx: Tx,
  planId: PlanId,
  { since, until }: Between,
): Promise<MoveFacts['splits']> {
  const rows = await tx
    .selectFrom('action_lineage as line')
    .innerJoin('action as own', 'own.id', 'line.action_id')
    .innerJoin('action as from', 'from.id', 'line.from_id')
    .select(['line.action_id', 'line.from_id', 'line.made_at'])
    .where('own.plan_id', '=', planId)
    .where('from.plan_id', '=', planId)
    .where('line.made_at', '>', since.toString())
    .where('line.made_at', '<=', until.toString())
    .orderBy('line.made_at')
    .execute()
  return rows.map((row) => ({
    actionId: row.action_id as ActionId,
    fromId: row.from_id as ActionId,
    at: instantFrom(row.made_at),
  }))
}

/** From which part to which the actions of a plan were moved between two moments. */
export async function findPlacesBetween(
  tx: Tx,
  planId: PlanId,
  { since, until }: Between,
): Promise<
  readonly {
    readonly actionId: ActionId
    readonly from: PartId | null
    readonly to: PartId | null
    readonly at: Temporal.Instant
  }[]
> {
  const rows = await tx
    .selectFrom('action_move')
    .innerJoin('action', 'action.id', 'action_move.action_id')
    .select(['action_id', 'from_part', 'to_part', 'moved_at'])
    .where('action.plan_id', '=', planId)
    .where('moved_at', '>', since.toString())
    .where('moved_at', '<=', until.toString())
    .orderBy('moved_at')
    .orderBy('action_move.id')
    .execute()
  return rows.map((row) => ({
    actionId: row.action_id as ActionId,
    from: row.from_part as PartId | null,
    to: row.to_part as PartId | null,
    at: instantFrom(row.moved_at),
  }))
}
