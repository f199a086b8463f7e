import { isDeepStrictEqual } from 'node:util'
import type { ActionId } from '../../../kernel/id.ts'
import { type Action, contentOf, type Part } from '../plan.ts'

/** What of a draft a correction may change: its parts and its actions, both in the plan's order, and what its levels are called. */
export type Draft = {
  readonly levelNames: readonly string[]
  readonly parts: readonly Part[]
  readonly actions: readonly Action[]
}

/** What has to be written to turn one draft into another. */
export type DraftDifference = {
  readonly levelNames: readonly string[] | null
  readonly addedParts: readonly Part[]
  readonly changedParts: readonly Part[]
  readonly gonePartIds: readonly string[]
  readonly partOrder: readonly string[] | null
  readonly addedActions: readonly Action[]
  /** actions that say something else */
  readonly reworded: readonly { readonly action: Action; readonly content: Action }[]
  /** actions that stand under another part, or came from other rows of the document */
  readonly moved: readonly Action[]
  readonly goneActions: readonly Action[]
  readonly actionOrder: readonly ActionId[] | null
}

/** What must be written to make a draft say what it is to say; null and empty lists where nothing differs. */
export function differenceOf(before: Draft, after: Draft): DraftDifference {
  const actionBefore = new Map(before.actions.map((action) => [action.id, action]))
  const partBefore = new Map(before.parts.map((part) => [part.id, part]))
  const actionIds = after.actions.map(({ id }) => id)
  const partIds = after.parts.map(({ id }) => id)
  const pairs = after.actions.flatMap((content) => {
    const action = actionBefore.get(content.id)
    return action ? [{ action, content }] : []
  })
  return {
    levelNames: isDeepStrictEqual(before.levelNames, after.levelNames) ? null : after.levelNames,
    addedParts: after.parts.filter(({ id }) => !partBefore.has(id)),
    changedParts: after.parts.filter(
      (part) => partBefore.has(part.id) && !isDeepStrictEqual(partBefore.get(part.id), part),
    ),
    gonePartIds: missing([...partBefore.keys()], partIds),
    partOrder: sameOrder([...partBefore.keys()], partIds) ? null : partIds,
    addedActions: after.actions.filter(({ id }) => !actionBefore.has(id)),
    reworded: pairs.filter(({ action, content }) => !isDeepStrictEqual(contentOf(action), contentOf(content))),
    moved: pairs.flatMap(({ action, content }) =>
      action.partId === content.partId && isDeepStrictEqual(action.source, content.source) ? [] : [content],
    ),
    goneActions: before.actions.filter(({ id }) => !actionIds.includes(id)),
    actionOrder: sameOrder([...actionBefore.keys()], actionIds) ? null : actionIds,
  }
}

/** The actions whose state after a change its undoing relies on. */
export function touchedBy(difference: DraftDifference): readonly ActionId[] {
  const { addedActions, reworded, moved, goneActions } = difference
  const ids = [...addedActions, ...moved, ...goneActions].map(({ id }) => id)
  return [...new Set([...ids, ...reworded.map(({ action }) => action.id)])]
}

function missing<Id>(ids: readonly Id[], from: readonly Id[]): readonly Id[] {
  const kept = new Set(from)
  return ids.filter((id) => !kept.has(id))
}

function sameOrder(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((id, at) => id === after[at])
}
