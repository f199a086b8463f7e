import { type Day, day } from '../src/kernel/day.ts'

/** A first day in each month of a year, with a leap February in all but the last of the years they open. */
export const EVERY_START: readonly Day[] = [...Array(12).keys()].map((months) => day('2027-04-01').add({ months }))

export type DemoRow = {
  readonly ref: string
  readonly text: string
  readonly measure: string
  readonly timescale: string
  readonly lead: string
}

/** The rows of a plan's tables by the plainest reading there is, to hold the real reader against. */
export function rowsOf(plan: string): DemoRow[] {
  return plan
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [, ref = '', text = '', measure = '', timescale = '', lead = ''] = line
        .split('|')
        .map((cell) => cell.trim())
      return { ref, text, measure, timescale, lead }
    })
}
