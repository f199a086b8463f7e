const ROWS_AT_ONCE = 500

/** Rows in the portions in which they are written: PostgreSQL takes at most 65,535 values in one statement. */
export function* inBatches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE)
}
