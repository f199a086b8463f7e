/** Signs of Wingdings that plans use, by the letter's code: ticks, crosses and boxes. */
const SIGNS: Readonly<Record<number, string>> = {
  252: '✓',
  251: '✗',
  254: '☑',
  253: '☒',
  168: '☐',
  111: '☐',
  113: '☐',
  167: '•',
  108: '●',
  110: '■',
  74: '☺',
  75: '😐',
  76: '☹',
  224: '→',
  225: '↑',
  226: '↓',
  223: '←',
}

export function isSignFont(font: string): boolean {
  return /^wingdings$/i.test(font)
}

/** The sign that a letter stands for in Wingdings; a letter that is not known stays. */
export function signOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  return SIGNS[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? letter
}

/** What `<w:sym>` shows; letters of fonts that are not known are bullets at most, and no words. */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16)
  if (!Number.isFinite(value) || value <= 0 || value > 0xffff) return ''
  const letter = String.fromCharCode(value)
  if (isSignFont(font)) return isPrivate(signOf(letter)) ? '•' : signOf(letter)
  const plain = value >= 0xf000 && value <= 0xf0ff ? String.fromCharCode(value - 0xf000) : letter
  return isPrivate(plain) ? '•' : plain
}

function isPrivate(letter: string): boolean {
  return /\p{Co}/u.test(letter)
}
