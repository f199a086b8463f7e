import type { Chance } from './chance.ts'
import { HOSTILE } from './hostile-words.ts'

/** Changes a text by its lines and cells: lost, doubled, moved, joined, and filled with what readers stumble over. */
export function mutateText(text: string, chance: Chance): string {
  const lines = text.split('\n')
  const at = chance.below(lines.length)
  const line = lines[at] ?? ''
  const put = (...given: readonly string[]) => [...lines.slice(0, at), ...given, ...lines.slice(at + 1)].join('\n')
  const marks = ['|', '\t', ',', ';', '"', '~~', '**', '<b>', '&', '\r', ' '.repeat(30), '-'.repeat(20), '#', '\\']
  const hostile = chance.oneOf(HOSTILE) ?? ''
  switch (chance.below(7)) {
    case 0:
      return put()
    case 1:
      return put(...Array.from({ length: 1 + chance.below(chance.onceIn(5) ? 3_000 : 4) }, () => line))
    case 2:
      return put(lines[chance.below(lines.length)] ?? '', line)
    case 3: {
      const cut = chance.below(line.length + 1)
      return put(line.slice(0, cut) + (chance.oneOf(marks) ?? '') + line.slice(cut))
    }
    case 4: {
      const cut = chance.below(line.length + 1)
      return put(line.slice(0, cut) + hostile + line.slice(cut))
    }
    case 5:
      return text.replaceAll(chance.oneOf(marks) ?? '|', chance.oneOf(marks) ?? '|')
    default:
      return put(
        line
          .split(chance.oneOf(['|', '\t', ',', ' ']) ?? ' ')
          .toReversed()
          .join(chance.oneOf(marks) ?? ' '),
      )
  }
}
