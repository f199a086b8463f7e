import { type JoinedLine, joinLines } from '../join-lines.ts'
import type { Line } from './gather-lines.ts'

/**
 * The lines of a cell as its writer broke them, where there are several: a line ends by the writer's hand when the next word still had
 * room on it, or when the space below it is wider than between other lines of the cell.
 *
 * @param right  where the cell's words have to end
 */
export function hardLines(
  lines: readonly Line[],
  joined: readonly JoinedLine[],
  right: number,
  isWord: (word: string) => boolean,
): readonly string[] {
  const steps = lines.slice(1).map((line, at) => line.base - (lines[at]?.base ?? 0))
  const least = Math.min(...steps)
  const groups: JoinedLine[][] = []
  for (const [at, line] of joined.entries()) {
    const [above, own] = [lines[at - 1], lines[at]]
    const next = own?.words[0]
    const hasRoom =
      above && next && above.right + 0.4 * above.size + (next.right - next.left) < right - 0.6 * above.size
    const step = steps[at - 1] ?? 0
    const isApart = step > 1.3 * least || step > 1.8 * (above?.size ?? Number.POSITIVE_INFINITY)
    if (at === 0 || hasRoom || isApart) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.map((group) => joinLines(group, isWord)).filter((text) => text !== '')
}
