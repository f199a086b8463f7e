import type { LeadKind } from '../../reading/index.ts'
import { sameName } from '../match-leads.ts'
import { type Action, isTied } from '../plan.ts'

/** A lead's name that nobody in the directory has, and how many actions it leads. */
export type UnknownName = { readonly text: string; readonly kind: 'person' | 'group'; readonly actions: number }

/** The people and groups a plan names whom the directory does not know, the busiest first. Posts and doubts are left to people. */
export function namesNotKnown(actions: readonly Pick<Action, 'leads'>[]): readonly UnknownName[] {
  const names = new Map<string, UnknownName>()
  for (const { leads } of actions) {
    for (const lead of leads) {
      const { text, kind } = lead
      if (isTied(lead) || !isNamed(kind)) continue
      const known = names.get(sameName(text))
      names.set(sameName(text), {
        text: known?.text ?? text,
        kind: known?.kind ?? kind,
        actions: (known?.actions ?? 0) + 1,
      })
    }
  }
  return [...names.values()].sort((a, b) => b.actions - a.actions || a.text.localeCompare(b.text))
}

function isNamed(kind: LeadKind): kind is 'person' | 'group' {
  return kind === 'person' || kind === 'group'
}
