import type { PartId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { findEndingsBetween, findPlacesBetween, findSplitsBetween, findVersionsUntil } from './movement.store.ts'
import { type Movement, movementOf } from './movement.ts'

type Between = { readonly since: Temporal.Instant; readonly until: Temporal.Instant }

/** What moved in a plan between two moments; `titleOf` names its parts as they are called. */
export async function findMovement(
  tx: Tx,
  planId: PlanId,
  between: Between,
  titleOf: (partId: PartId | null) => string,
): Promise<Movement> {
  return movementOf({
    ...between,
    actions: await findVersionsUntil(tx, planId, between.until),
    endings: await findEndingsBetween(tx, planId, between),
    splits: await findSplitsBetween(tx, planId, between),
    places: (await findPlacesBetween(tx, planId, between)).map((place) => ({
      ...place,
      from: titleOf(place.from),
      to: titleOf(place.to),
    })),
  })
}
