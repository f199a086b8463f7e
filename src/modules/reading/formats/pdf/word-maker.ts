/** A letter, where its line begins for it, and which way it runs; `width` is in points of the page. */
export type PlacedLetter = {
  readonly text: string
  readonly from: { readonly x: number; readonly y: number }
  readonly dx: number
  readonly dy: number
  readonly width: number
  readonly style: LetterStyle
}
export type LetterStyle = {
  readonly size: number
  readonly isBold: boolean
  readonly colour: string
  readonly isArtifact: boolean
}

/** A word and the way it runs, before the page's own direction is known. */
export type RunningWord = {
  text: string
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  length: number
  readonly style: LetterStyle
}

export type WordMaker = {
  readonly words: RunningWord[]
  readonly add: (letter: PlacedLetter) => void
  unknownLetters: number
}

/** A gap wider than this share of the letters' size parts two words. */
const GAP = 0.17

/** Gathers letters into words: those that stand on one line with no gap between them, in the order in which they are drawn. */
export function makeWords(): WordMaker {
  let open: RunningWord | null = null
  const maker: WordMaker = { words: [], add, unknownLetters: 0 }
  return maker

  function add(letter: PlacedLetter): void {
    const text = readable(letter.text)
    if (text === null) maker.unknownLetters++
    if (text === '' || text?.trim() === '') {
      open = null
      return
    }
    const width = Math.max(0, letter.width)
    if (open && goesOn(open, letter)) {
      open.text += text ?? '\ufffd'
      open.length = Math.max(open.length, alongOf(open, letter) + width)
      return
    }
    const { from, dx, dy, style } = letter
    open = { text: text ?? '\ufffd', x: from.x, y: from.y, dx, dy, length: width, style }
    maker.words.push(open)
  }
}

function alongOf(word: RunningWord, { from }: PlacedLetter): number {
  return (from.x - word.x) * word.dx + (from.y - word.y) * word.dy
}

function goesOn(word: RunningWord, letter: PlacedLetter): boolean {
  const { size } = word.style
  if (letter.dx !== word.dx || letter.dy !== word.dy || letter.style.isArtifact !== word.style.isArtifact) return false
  if (Math.abs(letter.style.size - size) > 0.05 * size || letter.style.isBold !== word.style.isBold) return false
  const aside = (letter.from.y - word.y) * word.dx - (letter.from.x - word.x) * word.dy
  if (Math.abs(aside) > 0.1 * size) return false
  const gap = alongOf(word, letter) - word.length
  return gap < GAP * size && gap > -0.5 * size
}

const LIGATURES = /[\ufb00-\ufb06\u00a0\u2000-\u200a\u202f]/g

/** A letter as it is written; '' for marks that show nothing; null for one whose font does not say what it means. */
function readable(letter: string): string | null {
  const code = letter.codePointAt(0) ?? 0
  if (code === 0xad) return letter
  if (code >= 0xe000 && code <= 0xf8ff) return PRIVATE_MARKS[code] ?? null
  if (code < 32 || (code >= 0x7f && code < 0xa0) || code === 0xfffd)
    return code === 9 || code === 10 || code === 13 ? ' ' : null
  if (code === 0x200b || code === 0x200c || code === 0x200d || code === 0xfeff) return ''
  return letter.replace(LIGATURES, (each) => each.normalize('NFKC'))
}

/** Marks of the fonts Symbol and Wingdings, which have a place of their own in the private area. */
const PRIVATE_MARKS: Readonly<Record<number, string>> = {
  61623: '•',
  61607: '▪',
  61656: '➢',
  61692: '✓',
  61694: '☑',
  61691: '✗',
  61608: '☐',
  61551: '☐',
  61553: '☐',
  61616: '°',
  61550: '■',
  61548: '●',
  61664: '→',
  61614: '→',
  61485: '-',
  61630: '—',
}
