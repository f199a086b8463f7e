import type { Finding, FundingReading, FundingTotal } from '../plan-reading.ts'

/** Questions about the totals of the document's tables of money. */
export function fundingFindings(funding: readonly FundingReading[]): Finding[] {
  return funding.flatMap(({ totals, title, lines }) =>
    totals.flatMap((total): Finding[] => {
      const message = problemOf(total)
      if (message === null) return []
      const where = lines[0]?.where ?? null
      const code = total.agrees === false ? 'funding-total-disagrees' : 'funding-total-hides-unknown'
      return [{ code, severity: 'question', action: null, words: title, message, where }]
    }),
  )
}

function problemOf({ period, countedPence, unknown, claimedPence, agrees }: FundingTotal): string | null {
  if (claimedPence === null) return null
  const counted = pounds(countedPence)
  const claimed = pounds(claimedPence)
  const missing = unknown === 1 ? 'One line of it is not known' : `${unknown} lines of it are not known`
  if (agrees === false) {
    const open = unknown === 0 ? '' : ` ${missing}, which may be the difference.`
    return `The total for ${period} is given as ${claimed}; its lines add up to ${counted}.${open} Which is right?`
  }
  if (unknown === 0) return null
  return `${missing}, and the total for ${period}, ${claimed}, counts that as nothing. The true total is at least ${claimed}. Is the figure known by now?`
}

function pounds(pence: number): string {
  const whole = pence % 100 === 0
  return `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 })}`
}
