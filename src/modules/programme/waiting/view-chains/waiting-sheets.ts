import type { Day } from '../../../../kernel/day.ts'
import type { Sheet } from '../../../papers/index.ts'
import type { Action } from '../../../plan/index.ts'
import type { Step } from '../step.store.ts'
import type { ActionWait } from '../wait.store.ts'
import { waitedInWords } from '../waited-state.ts'

/** The steps of a plan's actions, a row each. */
export function stepsSheet(
  title: string,
  actions: readonly Pick<Action, 'id' | 'ref' | 'text'>[],
  steps: readonly Step[],
): Sheet {
  const byId = new Map(actions.map((action) => [action.id, action]))
  return {
    title: `Steps: ${title}`,
    name: 'Steps',
    columns: [
      { header: 'Ref', width: 8 },
      { header: 'Action', width: 50 },
      { header: 'Step', width: 50 },
      { header: 'Who', width: 24 },
      { header: 'Due', width: 12 },
      { header: 'Done', width: 12 },
      { header: 'Said by', width: 24 },
      { header: 'What shows it', width: 50 },
    ],
    rows: steps.map(({ actionId, name, who, dueOn, done }) => ({
      look: 'plain',
      cells: [
        byId.get(actionId)?.ref ?? '',
        byId.get(actionId)?.text ?? '',
        name,
        who ?? '',
        dueOn.toString(),
        done?.on.toString() ?? '',
        done?.by ?? '',
        done?.words ?? '',
      ],
    })),
  }
}

/** What waits for what in a plan, a row each, as it stood on a day. */
export function waitsSheet(title: string, waits: readonly ActionWait[], on: Day): Sheet {
  return {
    title: `What waits for what: ${title}`,
    name: 'Waits',
    columns: [
      { header: 'Ref', width: 8 },
      { header: 'Action', width: 50 },
      { header: 'Waits for ref', width: 14 },
      { header: 'Waits for', width: 50 },
      { header: 'Step', width: 40 },
      { header: 'How it stands', width: 30 },
      { header: 'Words that say so', width: 50 },
    ],
    rows: waits.map(({ waiting, on: target, step, of, words }) => ({
      look: 'plain',
      cells: [
        waiting?.ref ?? '',
        waiting?.text ?? '',
        target?.ref ?? '',
        target?.text ?? '',
        step ?? '',
        waitedInWords(of, on),
        words ?? '',
      ],
    })),
  }
}
