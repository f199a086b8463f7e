import { counted } from '../../../kernel/counted.ts'
import { tellsHowItWent, type UnaccountedWhy } from './account.ts'
import { type CheckedClaim, ENDED_ROWS, ROWS_COUNTED } from './check-claims.ts'
import type { Comparable, ComparableRow } from './comparable.ts'
import type { Reconciliation } from './reconcile-documents.ts'

/** What the two documents are to each other: a plan and its report, a report and the next plan, or a plan and the next one. */
export function sidesOf({ plan, report }: Pick<Reconciliation, 'plan' | 'report'>): {
  readonly earlier: string
  readonly later: string
} {
  return {
    earlier: tellsHowItWent(plan) ? 'report' : 'plan',
    later: tellsHowItWent(report) ? (tellsHowItWent(plan) ? 'later report' : 'report') : 'next plan',
  }
}

/** Why rows are unaccounted for, as the heading of their list. */
export function unaccountedNames(
  result: Pick<Reconciliation, 'plan' | 'report'>,
): Readonly<Record<UnaccountedWhy, string>> {
  const { earlier, later } = sidesOf(result)
  return {
    'not-reported': 'Not reported',
    'not-in-the-report':
      earlier === 'plan' ? `Not in the ${later} at all` : `Had not ended by their words, and are not in the ${later}`,
    'says-nothing': 'Nothing is said of them',
    'says-no-end': 'Do not say whether they ended',
  }
}

/** How a document is called: by its title, or its file where it has none. */
export function nameOfDocument({ title, name }: Pick<Comparable, 'title' | 'name'>): string {
  return title ?? name
}

/** How a row is called: its reference, or its first words where it has none. */
export function nameOfRow({ ref, text }: ComparableRow): string {
  if (ref !== null) return ref
  const words = text.split(/\s+/)
  return words.length > 6 ? `“${words.slice(0, 6).join(' ')}…”` : `“${text}”`
}

/** The whole comparison in a few sentences, the one that matters most first. Every figure says out of how many. */
export function headline(result: Reconciliation): readonly string[] {
  return [
    totalSentence(result),
    ...outcomeSentences(result),
    ...promiseSentence(result),
    pairedSentence(result),
    ...twoEndingsSentence(result),
  ]
}

function totalSentence(result: Reconciliation): string {
  const { earlier, later } = sidesOf(result)
  const [here, there] = [result.plan.rows.length, result.report.rows.length]
  const claim = totalClaim(result)
  const both =
    here === there
      ? `its table and the ${earlier} both have ${there}`
      : `its table has ${there} and the ${earlier} ${here}`
  if (claim && !claim.agrees) return `The ${later} says ${claim.claimed} actions; ${both}.`
  if (claim) return `The ${later} says ${claim.claimed} actions and has them; the ${earlier} has ${here}.`
  if (there === 0)
    return `The ${earlier} has ${counted(here, 'row')}; in the ${later} no action was found, so its headings and prose were searched.`
  return `The ${earlier} has ${counted(here, 'row')}, the ${later} ${there}.`
}

/** What the report claims of all its rows, where it claims a total. */
export function totalClaim({ claims }: Pick<Reconciliation, 'claims'>): CheckedClaim | undefined {
  return claims.checked.find(({ document, about }) => document === 'report' && about === ROWS_COUNTED)
}

/** What the claimed outcomes leave over, and how much of that is not reported. */
function outcomeSentences(result: Reconciliation): readonly string[] {
  const { leftOver, report, unaccounted } = result
  const rows = report.rows.length
  const pending = unaccounted.filter(({ why }) => why === 'not-reported').length
  const notReported = `${pending} of ${counted(rows, 'row')} ${pending === 1 ? 'is' : 'are'} not reported.`
  if (!leftOver) return pending === 0 ? [] : [notReported]
  const claims = `It claims ${claimedOutcomes(result).join(' and ')}`
  const left = leftOver.ofCounted
  if (left < 0)
    return [`${claims}, which is more than its ${counted(rows, 'row')}.`, ...(pending === 0 ? [] : [notReported])]
  if (pending === 0) return [`${claims}: that leaves ${left} of its ${counted(rows, 'row')} in neither.`]
  const rest =
    left > pending
      ? `; which ${left - pending === 1 ? 'the other one is' : `the other ${left - pending} are`}, it does not say`
      : left < pending
        ? `, though the claims leave ${left}`
        : ''
  return [
    `${claims}, which leaves ${left} of its ${counted(rows, 'row')}: ${pending} ${pending === 1 ? 'is' : 'are'} not reported${rest}.`,
  ]
}

function claimedOutcomes({ claims }: Reconciliation): readonly string[] {
  return claims.checked
    .filter(({ document, about }) => document === 'report' && about.startsWith(ENDED_ROWS))
    .map(({ claimed, about }) => `${claimed} ${about.slice(ENDED_ROWS.length + 1)}`)
}

function promiseSentence({ promised, plan }: Reconciliation): readonly string[] {
  if (promised.length === 0) return []
  const count = (answer: string) => promised.filter((each) => each.answer === answer).length
  const parts = [
    `${count('taken-up')} taken up`,
    ...(count('perhaps') > 0 ? [`${count('perhaps')} perhaps`] : []),
    `${count('no-trace')} without a trace`,
  ]
  return [
    `${counted(promised.length, 'item')} of ${plan.rows.length} ${promised.length === 1 ? 'was' : 'were'} promised to the next plan: ${parts.join(', ')}.`,
  ]
}

function pairedSentence(result: Reconciliation): string {
  const { pairs, plan, planOnly, reportOnly } = result
  const { earlier, later } = sidesOf(result)
  const found = plan.rows.length - planOnly.length
  const renumbered = pairs.filter((pair) => pair.renumbered).length
  const reworded = pairs.filter((pair) => pair.reworded).length
  return `${found} of the ${earlier}’s ${counted(plan.rows.length, 'row')} ${found === 1 ? 'is' : 'are'} in the ${later} (${renumbered} renumbered, ${reworded} reworded); ${planOnly.length} ${planOnly.length === 1 ? 'is' : 'are'} not, and ${reportOnly.length} of the ${later}’s ${result.report.rows.length} ${reportOnly.length === 1 ? 'is' : 'are'} new.`
}

function twoEndingsSentence({ endings }: Reconciliation): readonly string[] {
  const count = [...endings.values()].filter(({ alsoSays }) => alsoSays.length > 0).length
  return count === 0
    ? []
    : [`${counted(count, 'row')} ${count === 1 ? 'says' : 'say'} two things of how it ended: ask which.`]
}
