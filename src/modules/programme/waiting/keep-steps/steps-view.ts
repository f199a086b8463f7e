import type { ActionId } from '../../../../kernel/id.ts'
import type { Action, Plan } from '../../../plan/index.ts'
import type { ProposedWait } from '../propose-waits.ts'
import type { Step } from '../step.store.ts'
import type { StepsAndWaits } from '../steps-and-waits.ts'

/** Something an action could wait for. */
export type WaitChoice = { readonly value: string; readonly text: string }

export type StepsView = {
  readonly plan: Plan
  readonly action: Action
  readonly of: StepsAndWaits
  readonly proposals: readonly ProposedWait<ActionId>[]
  readonly choices: readonly WaitChoice[]
  readonly mayKeepSteps: boolean
  readonly mayKeepWaits: boolean
}

/** What tells the fields of one step from those of another on the page. */
export function ownOf(stepId: string): string {
  return stepId.slice(-12)
}

const LONGEST = 90

/** The other actions of the plan, each with its steps under it, as a form offers them. */
export function waitChoices(
  actions: readonly Pick<Action, 'id' | 'ref' | 'text'>[],
  steps: readonly Step[],
  own: ActionId,
): readonly WaitChoice[] {
  const stepsByAction = Map.groupBy(steps, ({ actionId }) => actionId)
  return actions
    .filter(({ id }) => id !== own)
    .flatMap(({ id, ref, text }) => [
      { value: `action:${id}`, text: shortened([ref, text].filter(Boolean).join(' ')) },
      ...(stepsByAction.get(id) ?? []).map((step) => ({
        value: `step:${id}:${step.id}`,
        text: shortened(`${ref ?? '–'} step: ${step.name}`),
      })),
    ])
}

/** Each reference of a plan that one action has alone. */
export function soleReferences(actions: readonly Pick<Action, 'id' | 'ref'>[]): ReadonlyMap<string, ActionId> {
  const byRef = Map.groupBy(actions, ({ ref }) => ref)
  return new Map(
    [...byRef].flatMap(([ref, [first, ...others]]) =>
      ref !== null && first && others.length === 0 ? [[ref, first.id] as const] : [],
    ),
  )
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text
}
