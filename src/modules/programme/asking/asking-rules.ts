import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** How a plan's leads are asked and chased: whole days before or after the day a report is due. */
export type AskingRules = {
  /** the lead is asked this long before */
  readonly askAhead: number
  /** and reminded this long before, if they have not answered; null for no reminder */
  readonly remindAhead: number | null
  /** an answer this long after still counts as in time for the meeting: nobody but the lead hears of it before */
  readonly graceDays: number
  /** the lead again, and the chair of the lead group, this long after */
  readonly chairAfter: number
  /** the partnership's manager, this long after */
  readonly managerAfter: number
  /** nobody is asked any more this long after: the report was missed */
  readonly closesAfter: number
  /** the rhythm in which an action reports whose timescale gives no date */
  readonly rhythm: ReportingRhythm
}

export const REPORTING_RHYTHMS = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type ReportingRhythm = (typeof REPORTING_RHYTHMS)[number]

/** What a plan starts with: four weeks to answer, a reminder a week before, the chair after a week, the manager after two. */
export const USUAL_RULES: AskingRules = {
  askAhead: 28,
  remindAhead: 7,
  graceDays: 5,
  chairAfter: 7,
  managerAfter: 14,
  closesAfter: 28,
  rhythm: 'quarterly',
}

export const MOST_DAYS = 120

export type RuleProblem = { readonly field: keyof AskingRules; readonly message: string }

/** Holds rules against each other; every problem is told at once. */
export function checkAskingRules(
  rules: AskingRules,
): Result<AskingRules, { readonly kind: 'problems'; readonly problems: readonly RuleProblem[] }> {
  const { askAhead, remindAhead, graceDays, chairAfter, managerAfter, closesAfter } = rules
  const problems: RuleProblem[] = []
  const days = { askAhead, remindAhead: remindAhead ?? 0, graceDays, chairAfter, managerAfter, closesAfter }
  for (const field of ['askAhead', 'remindAhead', 'graceDays', 'chairAfter', 'managerAfter', 'closesAfter'] as const) {
    if (!isWhole(days[field])) problems.push({ field, message: `Give a whole number of days from 0 to ${MOST_DAYS}` })
  }
  if (problems.length > 0) return refuse({ kind: 'problems', problems })
  if (askAhead < 1) problems.push({ field: 'askAhead', message: 'Ask at least a day ahead' })
  if (remindAhead !== null && remindAhead >= askAhead) {
    problems.push({ field: 'remindAhead', message: 'Remind later than you ask: fewer days before' })
  }
  if (chairAfter < graceDays) {
    problems.push({ field: 'chairAfter', message: 'Tell the chair when the days of grace are over, not before' })
  }
  if (managerAfter < chairAfter) {
    problems.push({ field: 'managerAfter', message: 'Tell the manager on the same day as the chair, or later' })
  }
  if (closesAfter < managerAfter) {
    problems.push({ field: 'closesAfter', message: 'Close on the day the manager is told, or later' })
  }
  return problems.length > 0 ? refuse({ kind: 'problems', problems }) : ok(rules)
}

function isWhole(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= MOST_DAYS
}
