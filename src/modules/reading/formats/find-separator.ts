import { recordsOf, type Separator } from './csv-records.ts'

const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|']
const LOOKED_AT = 60

/** How the cells of a text are parted, and where its values begin: after the line `sep=;`, by which Excel tells. */
export type Separated = { readonly separator: Separator; readonly from: number; readonly startLine: number }

/** The separator that a file of separated values uses: the one it names, else the one that parts most records alike. */
export function findSeparator(text: string): Separated {
  const named = /^\ufeff?"?sep=([,;|\t])"?(?:\r\n|\n|\r)/i.exec(text)
  const separator = SEPARATORS.find((each) => each === named?.[1])
  if (named && separator) return { separator, from: named[0].length, startLine: 2 }
  const best = SEPARATORS.map((each) => ({ separator: each, ...describe(text, each) })).reduce((top, each) =>
    each.score > top.score ? each : top,
  )
  return { separator: best.separator, from: 0, startLine: 1 }
}

/**
 * The separator of a text that no name says is separated values: at least five records, nearly all with the same four cells or more.
 * Null for anything else; prose has commas too.
 */
export function findHiddenSeparator(text: string): Separator | null {
  if (/^\s*\|/.test(text)) return null
  const found = SEPARATORS.filter((each) => each !== '\t').find((each) => {
    const { records, share, width } = describe(text, each)
    return records >= 5 && width >= 4 && share >= 0.8
  })
  return found ?? null
}

/** Of the first records: the commonest number of cells above one, how many have it, and how good that is. */
function describe(text: string, separator: Separator) {
  const counts = new Map<number, number>()
  let records = 0
  for (const { cells } of recordsOf(text.slice(0, 100_000), separator)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    if (++records === LOOKED_AT) break
  }
  let [width, same] = [1, 0]
  for (const [cells, count] of counts) if (cells > 1 && count * cells > same * width) [width, same] = [cells, count]
  const share = records === 0 ? 0 : same / records
  return { records, share, width, score: share * Math.log2(width) }
}
