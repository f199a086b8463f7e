import { comparableFrom, disagrees, reconcileDocuments, reconciliationJson } from '../../modules/reading/index.ts'
import { type Command, isOutcome, json, parse, refused, usage } from './command.ts'
import { readFileAt } from './read.ts'
import { reconciliationInWords } from './reconciliation-text.ts'
import { showProgress } from './show-progress.ts'

const HOW = 'reconcile PLAN REPORT [--json] [--fail]'

/**
 * `reconcile PLAN REPORT`: which row became which, how each ended, and what does not add up; the same between a report and the next plan.
 * `--fail` ends with 1 when something does not add up. Opens no database.
 */
export const reconcileFiles: Command = async (words) => {
  const parsed = parse(words, { json: 'flag', fail: 'flag' }, HOW)
  if (isOutcome(parsed)) return parsed
  const [planPath, reportPath, ...more] = parsed.positionals
  if (planPath === undefined || reportPath === undefined || more.length > 0)
    return refused(`Name two files: the plan, then its report. ${usage(HOW)}`)

  const progress = showProgress()
  const plan = await readFileAt(planPath, progress.part(0, 0.45))
  if (!plan.ok) return refused(progress.ended(plan.refusal.sentence))
  const report = await readFileAt(reportPath, progress.part(0.45, 0.9))
  if (!report.ok) return refused(progress.ended(report.refusal.sentence))
  progress.part(0.9, 1)('Pairing the rows', 0)
  const result = reconcileDocuments(comparableFrom(plan.value), comparableFrom(report.value))
  progress.ended('')

  const out = parsed.flags.has('json') ? json(reconciliationJson(result)) : reconciliationInWords(result)
  return { code: parsed.flags.has('fail') && disagrees(result) ? 1 : 0, out }
}
