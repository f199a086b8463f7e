/** What became of a duty to report by today: answered in time, answered after its day, missed, or still to come. */
export const DUTY_STATES = ['answered', 'late', 'missed', 'coming'] as const
export type DutyState = (typeof DUTY_STATES)[number]

/** The letter that stands for a state where there is no room for words, and the words themselves. */
export const STATE_WORDS = {
  answered: { letter: 'A', words: 'answered' },
  late: { letter: 'L', words: 'answered late' },
  missed: { letter: 'M', words: 'missed' },
  coming: { letter: 'C', words: 'to come' },
} as const satisfies Record<DutyState, { readonly letter: string; readonly words: string }>

export type StateCounts = Readonly<Record<DutyState, number>>

const NO_DUTIES = { answered: 0, late: 0, missed: 0, coming: 0 }

/** "2 answered, 1 missed"; of nothing, "nothing due". */
export function statesInWords(counts: StateCounts): string {
  const said = DUTY_STATES.filter((state) => counts[state] > 0).map(
    (state) => `${counts[state]} ${STATE_WORDS[state].words}`,
  )
  return said.length > 0 ? said.join(', ') : 'nothing due'
}

export function countedDuties(counts: StateCounts): number {
  return DUTY_STATES.reduce((sum, state) => sum + counts[state], 0)
}

export function sumDuties(counts: readonly { readonly state: DutyState; readonly count: number }[]): StateCounts {
  const sum = { ...NO_DUTIES }
  for (const { state, count } of counts) sum[state] += count
  return sum
}
