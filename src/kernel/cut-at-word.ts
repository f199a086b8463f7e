/**
 * The beginning of a text in one line, cut after a whole word, with "…" where something follows.
 *
 * @param most  the most characters the words may take, above 0; a first word that is longer is cut within
 */
export function cutAtWord(text: string, most: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  const characters = Array.from(line)
  if (characters.length <= most) return line
  const start = characters.slice(0, most).join('')
  const words = characters[most] === ' ' ? start : start.slice(0, start.lastIndexOf(' ') + 1)
  return `${(words.trim() || start).replace(/[\s.,;:–-]+$/u, '')}…`
}
