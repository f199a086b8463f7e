import type { ComparisonId, PairCorrectionId, PlanId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import { askComparison } from './ask-comparison/ask-comparison.ts'
import { findCompared } from './comparison.store.ts'
import { correctPair } from './correct-pair/correct-pair.ts'
import { findPairCorrections } from './pair-correction.store.ts'
import { runComparison } from './run-comparison.ts'

export type ReportRow = { readonly ref?: string; readonly text: string; readonly said?: string }

/** A report as a Markdown table, with prose above it. */
export function aReportFile(rows: readonly ReportRow[], prose = '') {
  const clean = (text: string) => text.replaceAll('|', '/').replaceAll(/\s+/g, ' ')
  const lines = rows.map(({ ref = '', text, said = '' }) => `| ${clean(ref)} | ${clean(text)} | ${clean(said)} |`)
  const table = ['| Ref | Action | Progress to date |', '|---|---|---|', ...lines].join('\n')
  return { name: 'report.md', type: 'text/markdown', content: Buffer.from(`# Annual report\n\n${prose}\n\n${table}\n`) }
}

/** A comparison of a plan with a report, done. */
export async function aComparison(
  world: World,
  by: Member,
  planId: PlanId,
  file: ReturnType<typeof aReportFile>,
): Promise<ComparisonId> {
  const asked = await askComparison(world, by, { earlier: { planId }, file, otherPlanId: null, formKey: newId() })
  if (!asked.ok) throw new Error(`The comparison was refused: ${asked.refusal.kind}`)
  await runComparison(world, by, asked.value)
  return asked.value
}

/** A comparison of a plan's first action with a report that tells of another, and a person who says they are one. */
export async function aCorrectedComparison(
  world: World,
  by: Member,
  planId: PlanId,
  file = aReportFile([{ ref: '9.9', text: 'Something else altogether', said: 'Completed' }]),
): Promise<{ readonly comparison: ComparisonId; readonly correction: PairCorrectionId }> {
  const comparison = await aComparison(world, by, planId, file)
  const compared = await inScope(world.db, by, (tx) => findCompared(tx, comparison))
  const planRow = compared?.plan.rows[0]?.id ?? ''
  const reportRow = compared?.report.rows[0]?.id ?? ''
  const isPaired = compared?.matching.pairs.some(({ plan }) => plan === planRow) ?? false
  const kind = isPaired ? 'unpair' : 'pair'
  const corrected = await correctPair(world, by, comparison, { kind, planRow, reportRow, formKey: newId() })
  if (!corrected.ok) throw new Error(`The correction was refused: ${corrected.refusal.kind}`)
  const [correction] = await inScope(world.db, by, (tx) => findPairCorrections(tx, comparison))
  if (!correction) throw new Error('The correction was not kept')
  return { comparison, correction: correction.id }
}
