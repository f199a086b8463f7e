import type { ActionId } from '../../../kernel/id.ts'
import type { Action } from '../plan.ts'

type Named = Pick<Action, 'id' | 'ref' | 'text'>

/** An action as a list offers it: "1.2 Open a family hub". */
export function actionLabel({ ref, text }: Named): string {
  const label = ref ? `${ref} ${text}` : text
  return (label.length > 80 ? `${label.slice(0, 80).trimEnd()}…` : label).replaceAll(/\s+/g, ' ')
}

/** The action that somebody meant by its label or its reference alone; null when none has it, or several have. */
export function actionMeant(actions: readonly Named[], words: string): ActionId | null {
  const meant = words.replaceAll(/\s+/g, ' ').trim()
  if (meant === '') return null
  const labelled = actions.filter((action) => actionLabel(action) === meant)
  const found = labelled.length > 0 ? labelled : actions.filter(({ ref }) => ref === meant)
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
