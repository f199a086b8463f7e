import type { ActionId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import { insertActions } from '../action-versions.store.ts'
import {
  knownIds,
  moveActions,
  orderActions,
  orderParts,
  type SetAsideAs,
  setActionsAside,
  setPartsAside,
  takeActionsBack,
  updateLevelNames,
  updateParts,
} from '../corrections/draft.store.ts'
import { type Draft, differenceOf, touchedBy } from '../corrections/draft.ts'
import type { DraftBefore } from '../corrections/draft-change.store.ts'
import { keepVersions } from '../keep-versions.ts'
import { insertParts } from '../plan.store.ts'
import type { Plan } from '../plan.ts'

type Turn = {
  readonly before: Draft
  readonly after: Draft
  readonly words: string
  readonly goneAs: SetAsideAs
}

/**
 * Writes what differs between two drafts. What is gone is set aside; what was set aside and is there again is taken back, with a new
 * version of what it says.
 *
 * @returns the actions this touched, and the version each has now
 */
export async function saveDraft(
  tx: Tx,
  world: World,
  by: Member,
  plan: Plan,
  { before, after, words, goneAs }: Turn,
): Promise<{ readonly touched: readonly ActionId[]; readonly versions: Record<string, number> }> {
  const difference = differenceOf(before, after)
  const now = world.now()
  const { partnershipId, person } = by
  if (difference.levelNames) await updateLevelNames(tx, plan.id, difference.levelNames)
  const knownParts = await knownIds(
    tx,
    'part',
    difference.addedParts.map(({ id }) => id),
  )
  const newParts = difference.addedParts.filter(({ id }) => !knownParts.has(id))
  const backParts = difference.addedParts.filter(({ id }) => knownParts.has(id))
  await insertParts(tx, partnershipId, plan.id, newParts)
  await setPartsAside(
    tx,
    backParts.map(({ id }) => id),
    null,
  )
  await updateParts(tx, [...backParts, ...difference.changedParts])
  await setPartsAside(tx, difference.gonePartIds, now)
  if (difference.partOrder) await orderParts(tx, difference.partOrder)

  const knownActions = await knownIds(
    tx,
    'action',
    difference.addedActions.map(({ id }) => id),
  )
  const newActions = difference.addedActions.filter(({ id }) => !knownActions.has(id))
  const backActions = difference.addedActions.filter(({ id }) => knownActions.has(id))
  await insertActions(tx, partnershipId, plan.id, newActions, person.id, now)
  await takeActionsBack(
    tx,
    backActions.map(({ id }) => id),
  )
  await moveActions(tx, [...backActions, ...difference.moved])
  await setActionsAside(
    tx,
    difference.goneActions.map(({ id }) => id),
    goneAs,
    now,
  )
  const said = [...difference.reworded, ...backActions.map((action) => ({ action, content: action }))]
  await keepVersions(tx, world, by, words, said)
  if (difference.actionOrder) await orderActions(tx, difference.actionOrder)

  const touched = touchedBy(difference)
  const wasReworded = new Set(said.map(({ action }) => action.id))
  const known = new Map([...before.actions, ...after.actions].map((action) => [action.id, action]))
  const versions = Object.fromEntries(
    touched.map((id) => [id, (known.get(id)?.version ?? 1) + (wasReworded.has(id) ? 1 : 0)]),
  )
  return { touched, versions }
}

/** What of a draft is kept so that it can be put back: all parts, the order, and the actions that a change touched. */
export function keptBefore(before: Draft, touched: readonly ActionId[]): Omit<DraftBefore, 'answers' | 'reading'> {
  const wanted = new Set(touched)
  return {
    levelNames: before.levelNames,
    parts: before.parts,
    actions: before.actions.filter(({ id }) => wanted.has(id)),
    order: before.actions.map(({ id }) => id),
  }
}
