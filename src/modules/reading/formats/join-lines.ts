/** A line of a cell or paragraph, and how full it is. */
export type JoinedLine = {
  readonly text: string
  /** no more letters fit on it, so that a word may have been cut at its end */
  readonly isFull: boolean
}

/**
 * Lines of one cell or paragraph as one text. A word that was cut at a line's end is mended only when that is safe: a soft hyphen
 * says so itself; without a hyphen, when the whole is a known word and its first half is none; a hyphen is otherwise kept.
 *
 * @param isWord  whether the document, or the names of columns, know a word
 */
export function joinLines(lines: readonly JoinedLine[], isWord: (word: string) => boolean): string {
  let text = ''
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue
    text = text === '' ? line.text : joinTwo(text, line.text, lines[index - 1], isWord)
  }
  return text.replaceAll('\u00ad', '')
}

function joinTwo(text: string, next: string, above: JoinedLine | undefined, isWord: (word: string) => boolean): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next
  const tail = lastWord(text)
  const head = /^[\p{L}\p{N}][\p{L}\p{N}’']*/u.exec(next)?.[0] ?? ''
  if (/\p{L}[-\u2010]$/u.test(text) && /^\p{L}/u.test(next)) {
    const whole = bare(tail.slice(0, -1) + head)
    const isCut = /^\p{Ll}/u.test(next) && isWord(whole) && !isWord(bare(tail + head))
    return isCut ? text.slice(0, -1) + next : text + next
  }
  if (above && isCutWord(tail, head, above, isWord)) return text + next
  return `${text} ${next}`
}

/** "Timescal" and "e" under it; "SO2,SO" and "3". */
function isCutWord(tail: string, head: string, above: JoinedLine, isWord: (word: string) => boolean): boolean {
  if (!above.isFull || head === '' || above.text.includes(' ')) return false
  if (/[,/]\p{Lu}{1,4}$/u.test(tail) && /^\d/.test(head)) return true
  if (!/^\p{Ll}/u.test(head) || !/\p{L}$/u.test(tail)) return false
  const [first, whole] = [bare(tail), bare(tail + head)]
  return isWord(whole) && !(isWord(first) && head.length > 2 && isWord(bare(head)))
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1)
}

function bare(word: string): string {
  return word
    .replaceAll('\u2010', '-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .toLowerCase()
}
