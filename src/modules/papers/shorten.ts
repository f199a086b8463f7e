import { BREAK_HERE } from './break-long-words.ts'

/** The text without places to break, its end cut off with "…" when it has more than `longest` characters. */
export function shorten(text: string, longest: number): string {
  const characters = [...text.replaceAll(BREAK_HERE, '')]
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`
}
