import {
  type CheckedClaim,
  type ClaimCheck,
  checkClaims,
  ENDED_ROWS,
  type Endings,
  ROWS_COUNTED,
} from './check-claims.ts'
import type { Comparable } from './comparable.ts'
import { type Ending, howItEnded } from './how-it-ended.ts'
import type { Matching } from './match-documents.ts'
import { findPromises, type Promised, type PromiseMade, tracePromises } from './trace-promises.ts'

/** Why nobody can say what became of a row. */
export type UnaccountedWhy = 'not-reported' | 'not-in-the-report' | 'says-nothing' | 'says-no-end'
export type Unaccounted = {
  readonly plan: string | null
  readonly report: string | null
  readonly why: UnaccountedWhy
  readonly words: string | null
}

/** What each document says by itself and of the other, whichever row is which: gathered once, and kept with the comparison. */
export type Facts = {
  readonly planEndings: readonly (readonly [row: string, ending: Ending])[]
  readonly reportEndings: readonly (readonly [row: string, ending: Ending])[]
  readonly claims: ClaimCheck
  readonly promises: readonly PromiseMade[]
}

/** Everything that follows from the facts and from which row is which: worked out afresh when a person corrects a pair. */
export type Account = {
  /** by the report's row */
  readonly endings: Endings
  /** by the plan's row: of a report held against the next plan */
  readonly planEndings: Endings
  readonly claims: ClaimCheck
  readonly unaccounted: readonly Unaccounted[]
  /** what the claimed outcomes leave over, of the claimed total and of the rows counted; null when no total is claimed */
  readonly leftOver: { readonly named: number; readonly ofClaimed: number; readonly ofCounted: number } | null
  readonly promised: readonly Promised[]
}

/** Reads how every row ended, holds the claims against the rows, and looks for what was promised. */
export function gatherFacts(plan: Comparable, report: Comparable): Facts {
  const endings = endingsOf(report)
  const planEndings = endingsOf(plan)
  const inReport = checkClaims('report', report, endings)
  const inPlan = checkClaims('plan', plan, planEndings)
  return {
    planEndings: [...planEndings],
    reportEndings: [...endings],
    claims: {
      checked: [...inReport.checked, ...inPlan.checked],
      notChecked: [...inReport.notChecked, ...inPlan.notChecked],
    },
    promises: findPromises(plan, report, planEndings),
  }
}

/** Accounts for every row of both documents. */
export function account(plan: Comparable, report: Comparable, facts: Facts, matching: Matching): Account {
  const endings = new Map(facts.reportEndings)
  const planEndings = new Map(facts.planEndings)
  const ofReport = facts.claims.checked.filter(({ document }) => document === 'report')
  return {
    endings,
    planEndings,
    claims: facts.claims,
    unaccounted: unaccountedOf({ plan, report, matching }, planEndings, endings),
    leftOver: leftOverOf(ofReport, report.rows.length),
    promised: tracePromises(facts.promises, matching.pairs),
  }
}

function endingsOf({ rows, ratingKey }: Comparable): ReadonlyMap<string, Ending> {
  return new Map(
    rows.flatMap((row): [string, Ending][] => {
      const ending = howItEnded(row, ratingKey)
      return ending ? [[row.id, ending]] : []
    }),
  )
}

const OUTCOMES = new Set(['completed', 'further-work', 'carried-forward', 'in-progress'])

/** A document that tells of no row how it went, and claims no outcome, is a plan and no report: then nobody has failed to report. */
export function tellsHowItWent({ rows, claims }: Pick<Comparable, 'rows' | 'claims'>): boolean {
  const tells = ({ narrative, progressRating, impactRating, toldEnding }: Comparable['rows'][number]) =>
    (toldEnding ?? null) !== null || narrative !== null || progressRating !== null || impactRating !== null
  return rows.some(tells) || claims.some(({ about }) => OUTCOMES.has(about))
}

function unaccountedOf(
  { plan, report, matching }: { plan: Comparable; report: Comparable; matching: Matching },
  planEndings: Endings,
  endings: Endings,
): readonly Unaccounted[] {
  const planOf = new Map(
    matching.pairs.flatMap(({ plan, report: main, alsoReport }) => [main, ...alsoReport].map((id) => [id, plan])),
  )
  const missing = missingFrom(plan, report, matching, planEndings)
  if (!tellsHowItWent(report)) return missing
  const silent = report.rows.flatMap((row): Unaccounted[] => {
    const ending = endings.get(row.id)
    const of = { plan: planOf.get(row.id) ?? null, report: row.id }
    if (ending?.kind === 'not-reported') return [{ ...of, why: 'not-reported', words: ending.words }]
    if (ending) return []
    return row.narrative === null
      ? [{ ...of, why: 'says-nothing', words: null }]
      : [{ ...of, why: 'says-no-end', words: row.narrative }]
  })
  return [
    ...silent.filter(({ why }) => why === 'not-reported'),
    ...missing,
    ...silent.filter(({ why }) => why !== 'not-reported'),
  ]
}

/**
 * Rows of the earlier document that the later one does not have. A report owes a word of every row of its plan. A next plan owes one of
 * whatever had not ended; what was promised to it is traced by itself.
 */
function missingFrom(
  plan: Comparable,
  report: Comparable,
  { planOnly }: Matching,
  planEndings: Endings,
): readonly Unaccounted[] {
  const isNextPlan = tellsHowItWent(plan) && !tellsHowItWent(report)
  const isOwed = (id: string) => {
    const kind = planEndings.get(id)?.kind
    return !isNextPlan || kind === undefined || kind === 'not-reported' || kind === 'in-progress'
  }
  return planOnly
    .filter(isOwed)
    .map((id) => ({ plan: id, report: null, why: 'not-in-the-report', words: planEndings.get(id)?.words ?? null }))
}

/** "76 actions, 55 completed, 5 carried forward" leaves 16 of the 76 in neither, and more of what can be counted. */
function leftOverOf(checked: readonly CheckedClaim[], rows: number): Account['leftOver'] {
  const total = checked.find(({ about }) => about === ROWS_COUNTED)
  const outcomes = checked.filter(({ about }) => about.startsWith(ENDED_ROWS))
  if (!total || outcomes.length === 0) return null
  const named = outcomes.reduce((sum, { claimed }) => sum + claimed, 0)
  return { named, ofClaimed: total.claimed - named, ofCounted: rows - named }
}
