import { sql } from 'kysely'
import type { PartId, PlanId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'

/** What a list needs of a part: its name, and where it stands. */
export type PartShown = {
  readonly id: PartId
  readonly parentId: PartId | null
  readonly level: number
  readonly ref: string | null
  readonly title: string
}

/** The outermost parts of a plan, and these parts with all those they stand under, in the plan's order. */
export async function findPartsShown(
  tx: Tx,
  planId: PlanId,
  partIds: readonly PartId[],
): Promise<readonly PartShown[]> {
  const { rows } = await sql<{
    id: PartId
    parent_id: PartId | null
    level: number
    ref: string | null
    title: string
  }>`
    with recursive shown as (
      select partnership_id, id, parent_id, level, position, ref, title from part
      where plan_id = ${planId} and (level = 0 or id = any(${[...partIds]}::uuid[]))
      union
      select above.partnership_id, above.id, above.parent_id, above.level, above.position, above.ref, above.title
      from part above join shown on above.partnership_id = shown.partnership_id and above.id = shown.parent_id
    )
    select id, parent_id, level, ref, title from shown order by position`.execute(tx)
  return rows.map(({ parent_id: parentId, ...part }) => ({ ...part, parentId }))
}
