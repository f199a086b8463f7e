import type { Box, Shade } from './page-ink.ts'

/**
 * The shade of a cell: the last that was drawn over most of it; in a cell without words a coloured mark, such as a circle, too.
 * White is no shade.
 */
export function fillOf(cell: Box, shades: readonly Shade[], hasWords: boolean): string | null {
  let fill: string | null = null
  for (const shade of shades) {
    const wide = Math.min(cell.right, shade.right) - Math.max(cell.left, shade.left)
    const high = Math.min(cell.bottom, shade.bottom) - Math.max(cell.top, shade.top)
    if (wide <= 0 || high <= 0) continue
    const area = (cell.right - cell.left) * (cell.bottom - cell.top)
    const own = (shade.right - shade.left) * (shade.bottom - shade.top)
    const covers = !shade.isRound && wide * high >= 0.5 * area
    const isMark = !hasWords && wide * high >= 0.9 * own && own >= 20 && isStrong(shade.fill)
    if (covers || isMark) fill = shade.fill === 'FFFFFF' ? null : shade.fill
  }
  return fill
}

/** Whether the cells of a row share a shade that only makes the row easier to follow: grey or pale, the same in each. */
export function isShadeOfRow(fills: readonly (string | null)[]): boolean {
  const [first = null] = fills
  return first !== null && fills.length > 2 && fills.every((fill) => fill === first) && !isStrong(first)
}

/** Whether a colour is one that somebody chose to say something with. */
function isStrong(fill: string): boolean {
  const parts = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16))
  return Math.max(...parts) - Math.min(...parts) > 70
}
