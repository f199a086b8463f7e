/** How one level of a numbered list is written: `pattern` has `%1` for the first level's number, `%2` for the second's. */
export type NumberLevel = { readonly format: NumberFormat; readonly pattern: string; readonly start: number }
export type NumberFormat = 'decimal' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman' | 'bullet'

const DEEPEST_LEVEL = 20

/** The numbers a list has reached, one for each level. */
export type ListCount = (number | undefined)[]

/**
 * Counts one item and answers its number as the program that wrote the document shows it: "1.1", "b)", "iv."; '' for a bullet.
 * Levels below begin anew. A level that no list has, which only a damaged document names, has no number.
 */
export function countItem(count: ListCount, levels: readonly (NumberLevel | undefined)[], at: number): string {
  if (!Number.isInteger(at) || at < 0 || at > DEEPEST_LEVEL) return ''
  const level = levels[at]
  count.length = Math.min(count.length, at + 1)
  count[at] = (count[at] ?? (level?.start ?? 1) - 1) + 1
  if (!level || level.format === 'bullet') return ''
  for (let above = 0; above < at; above++) count[above] ??= levels[above]?.start ?? 1
  return level.pattern.replace(/%(\d)/g, (_, place: string) => {
    const of = Number(place) - 1
    return of > at ? '' : written(count[of] ?? 1, levels[of]?.format ?? 'decimal')
  })
}

/** Whether a number says something: a bullet, or a pattern without a number, does not. */
export function isNumbering(marker: string): boolean {
  return /[\p{L}\p{N}]/u.test(marker)
}

function written(number: number, format: NumberFormat): string {
  switch (format) {
    case 'lower-letter':
      return letters(number)
    case 'upper-letter':
      return letters(number).toUpperCase()
    case 'lower-roman':
      return roman(number)
    case 'upper-roman':
      return roman(number).toUpperCase()
    default:
      return String(number)
  }
}

/** a to z, then aa, bb: as word processors count. */
function letters(number: number): string {
  const at = Math.max(1, Math.min(number, 780)) - 1
  return String.fromCharCode(97 + (at % 26)).repeat(Math.floor(at / 26) + 1)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  let left = Math.max(0, Math.min(number, 3_999))
  let text = ''
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) text += sign
  }
  return text
}
