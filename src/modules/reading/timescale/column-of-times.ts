/** How a column writes its times, which settles what one cell alone leaves open. */
export type ColumnOfTimes = {
  /** how many cells are a month with its year, and how many a day */
  readonly monthsWithYears: number
  readonly days: number
  /** American order: "May 31, 2018", or a day above 12 in second place */
  readonly isMonthFirst: boolean
  /** both orders are seen, so that neither can be trusted */
  readonly isMixed: boolean
}

export const NO_COLUMN: ColumnOfTimes = { monthsWithYears: 0, days: 0, isMonthFirst: false, isMixed: false }

/** Looks over a column once, so that each of its cells can be read in its light. */
export function describeTimes(cells: readonly string[]): ColumnOfTimes {
  const short = cells.map((cell) => cell.slice(0, 200))
  const count = (pattern: RegExp) => short.filter((cell) => pattern.test(cell)).length
  const isMonthFirst = short.some((cell) =>
    /\b\p{L}{3,9} \d{1,2}, 20\d\d|\b(?:0?[1-9]|1[0-2])[/-](?:1[3-9]|2\d|3[01])[/-](?:20)?\d\d\b/u.test(cell),
  )
  return {
    monthsWithYears: count(/\b\p{L}{3,9}\.?\s+20\d\d\b/u),
    days: count(/\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}\s+\p{L}{3,9}\b/u),
    isMonthFirst,
    isMixed:
      isMonthFirst &&
      count(
        /\b(?:1[3-9]|2\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:20)?\d\d\b|\b\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9},? 20\d\d\b/u,
      ) > 0,
  }
}
