/** How many lines a text takes in a column so many letters wide, broken between words; a longer word is broken where it must be. */
export function wrappedLines(text: string, letters: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const length = word.length + (used > 0 ? 1 : 0)
    if (used + length <= letters) {
      used += length
      continue
    }
    if (used > 0) lines++
    lines += Math.ceil(word.length / letters) - 1
    used = word.length % letters || letters
  }
  return lines
}
