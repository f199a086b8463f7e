import type { Finding } from '../plan-reading.ts'
import type { LintAction, LintPart } from './lint-plan.ts'

/** What one check says, before it becomes a finding with its place. */
export type Remark = Omit<Finding, 'action' | 'actions' | 'part' | 'why' | 'where'> & {
  readonly about: LintAction | LintPart | null
  /** all actions that the one question is asked of, `about` first */
  readonly among?: readonly LintAction[]
  readonly where?: Finding['where']
}

/** So many actions are named in a sentence; the finding holds all. */
const NAMED = 12

/** References of actions in a sentence: "1.11, 1.12 and 3 more"; an action without one is told by its first words. */
export function named(actions: readonly LintAction[]): string {
  const names = actions.slice(0, NAMED).map(({ ref, text }) => ref ?? `“${text.slice(0, 30).trim()}…”`)
  return actions.length > NAMED ? `${names.join(', ')} and ${actions.length - NAMED} more` : names.join(', ')
}

type Said = Pick<Remark, 'code' | 'severity' | 'message'> & Partial<Remark>

/** A remark about one action or part; what is not said is null. */
export function remarkOn(about: Remark['about'], said: Said): Remark {
  return { about, words: null, ...said }
}

/** A remark about the plan as a whole. */
export function remarkOnPlan(said: Said): Remark {
  return remarkOn(null, said)
}
