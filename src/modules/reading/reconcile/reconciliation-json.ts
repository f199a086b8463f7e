import type { DisposalKind } from '../plan-reading.ts'
import type { ComparableRow } from './comparable.ts'
import type { Reconciliation } from './reconcile-documents.ts'
import { headline } from './reconciliation-words.ts'

const KINDS: readonly DisposalKind[] = [
  'completed',
  'carried-forward',
  'merged',
  'stopped',
  'transferred',
  'in-progress',
  'not-reported',
]

/** The comparison as `bin/trellis reconcile --json` prints it: rows by their reference, or by their id where they have none. */
export function reconciliationJson(result: Reconciliation) {
  const { plan, report, pairs, planOnly, reportOnly, endings, claims, unaccounted, leftOver, promised } = result
  const planRows = new Map(plan.rows.map((row) => [row.id, row]))
  const reportRows = new Map(report.rows.map((row) => [row.id, row]))
  const ofPlan = (id: string) => planRows.get(id)?.ref ?? id
  const ofReport = (id: string) => reportRows.get(id)?.ref ?? id
  return {
    headline: headline(result),
    totals: totalsOf(result),
    pairs: pairs.map((pair) => ({
      plan: ofPlan(pair.plan),
      report: ofReport(pair.report),
      renumbered: pair.renumbered,
      reworded: pair.reworded,
      confidence: pair.confidence,
      reasons: pair.reasons,
      changes: pair.changes,
      planRow: rowJson(planRows.get(pair.plan)),
      reportRow: rowJson(reportRows.get(pair.report)),
      alsoPlan: pair.alsoPlan.map((id) => rowJson(planRows.get(id))),
      alsoReport: pair.alsoReport.map((id) => rowJson(reportRows.get(id))),
      disposal: endings.get(pair.report) ?? null,
    })),
    planOnly: planOnly.map(ofPlan),
    reportOnly: reportOnly.map(ofReport),
    planOnlyRows: planOnly.map((id) => rowJson(planRows.get(id))),
    reportOnlyRows: reportOnly.map((id) => rowJson(reportRows.get(id))),
    disposals: Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        report.rows.filter(({ id }) => endings.get(id)?.kind === kind).map(({ id }) => ofReport(id)),
      ]),
    ),
    endings: [...endings].map(([id, ending]) => ({ report: ofReport(id), ...ending })),
    claims: claims.checked.map((claim) => ({
      ...claim,
      members: claim.members.map(claim.document === 'plan' ? ofPlan : ofReport),
    })),
    claimsNotChecked: claims.notChecked,
    leftOver,
    unaccounted: unaccounted.map((each) => ({
      ...each,
      plan: each.plan && ofPlan(each.plan),
      report: each.report && ofReport(each.report),
    })),
    promised: promised.map(({ row, takenUpBy, ...rest }) => ({
      plan: ofPlan(row),
      text: planRows.get(row)?.text ?? '',
      ...rest,
      takenUpBy: takenUpBy && ofReport(takenUpBy),
    })),
  }
}

function rowJson(row: ComparableRow | undefined) {
  return row ? { id: row.id, ref: row.ref, text: row.text, where: row.where } : null
}

function totalsOf({ plan, report, pairs, planOnly, reportOnly }: Reconciliation) {
  const beside = (side: 'alsoPlan' | 'alsoReport') => pairs.reduce((sum, pair) => sum + pair[side].length, 0)
  return {
    planRows: plan.rows.length,
    reportRows: report.rows.length,
    pairs: pairs.length,
    mergedPlanRows: beside('alsoPlan'),
    splitReportRows: beside('alsoReport'),
    planOnly: planOnly.length,
    reportOnly: reportOnly.length,
  }
}
