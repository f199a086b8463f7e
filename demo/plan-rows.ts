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
