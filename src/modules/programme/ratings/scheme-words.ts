import type { RatingMeaning, RecoveryFor } from '../../plan/index.ts'

/** In the order schemes are shown, worst first. */
export const MEANINGS: readonly { readonly value: RatingMeaning; readonly text: string }[] = [
  { value: 'off-track', text: 'Off track: an exception for the board' },
  { value: 'at-risk', text: 'At risk: it has slipped' },
  { value: 'suspended', text: 'Suspended: stopped for now' },
  { value: 'unknown', text: 'Nothing known: counted as not rated' },
  { value: 'not-due', text: 'Not due: it has not begun' },
  { value: 'on-track', text: 'On track' },
  { value: 'complete', text: 'Complete: it closes the action' },
]

export const RECOVERIES: readonly { readonly value: RecoveryFor; readonly text: string }[] = [
  { value: 'none', text: 'Never asked for' },
  { value: 'progress', text: 'Asked for when chosen for progress' },
  { value: 'either', text: 'Asked for when chosen for progress or impact' },
]

export function meaningInWords(meaning: RatingMeaning): string {
  return MEANINGS.find(({ value }) => value === meaning)?.text ?? ''
}

export function recoveryInWords(recovery: RecoveryFor): string {
  return RECOVERIES.find(({ value }) => value === recovery)?.text ?? ''
}
