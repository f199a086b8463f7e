import { longMoment } from '../../../kernel/day.ts'
import type { Correction } from '../../reading/index.ts'
import type { PairCorrection } from './pair-correction.store.ts'

/** The corrections that nobody took back, as they are laid over a comparison. */
export function correctionsInForce(corrections: readonly PairCorrection[]): readonly Correction[] {
  return corrections
    .filter(({ undone }) => undone === null)
    .map(({ id, kind, planRow, reportRow, madeAt, madeBy }) => ({
      id,
      kind,
      plan: planRow,
      report: reportRow,
      by: `${madeBy} on ${longMoment(madeAt)}`,
    }))
}
