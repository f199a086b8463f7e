import type { Where } from '../plan-reading.ts'
import type { LintAction, LintInput, LintPart } from './lint-plan.ts'
import type { Remark } from './remark.ts'

/** A piece of a plan's own words, and what a remark about it stands beside. */
export type PlanText = {
  readonly text: string
  readonly about: LintAction | LintPart | null
  readonly field: NonNullable<Remark['field']> | null
  readonly where: Where | null
}

/** All words of a plan in its order: prose, parts, then actions field by field. */
export function textsOf({ prose = [], parts, actions }: LintInput): PlanText[] {
  return [
    ...prose.map(({ text, where }) => ({ text, about: null, field: null, where })),
    ...parts.flatMap((part) => [
      ...piece(part, part.title, 'part'),
      ...piece(part, part.why, 'why'),
      ...piece(part, part.success, 'success'),
    ]),
    ...actions.flatMap((action) => [
      ...piece(action, action.text, 'text'),
      ...piece(action, action.measure, 'measure'),
      ...action.leads.flatMap(({ text }) => piece(action, text, 'leads')),
    ]),
  ]
}

function piece(about: LintAction | LintPart, text: string | null, field: NonNullable<Remark['field']>): PlanText[] {
  return text ? [{ text, about, field, where: about.where ?? null }] : []
}
