import type { FontCover } from './font-cover.ts'

/** Drawn where the typeface has no shape for a character; the paper says so at its end. */
export const STAND_IN = '□'

export type PrintableText = { readonly text: string; readonly standIns: number }

/**
 * Imported words made fit for paper: nothing invisible stays, every visible character gets a shape.
 *
 * Line ends become "\n", tabs spaces; control characters, byte order marks and direction marks go; bullets from
 * Word's private fonts become "•"; signs the typeface lacks become their nearest plain form ("ﬁ" to "fi", a green
 * disc to "(green)"), and what is left becomes one `STAND_IN` per character a reader sees.
 *
 * @param text  any string, lone surrogates included
 * @param covers  what the typeface can show
 * @returns the text, and how many stand-ins it holds that the source did not
 */
export function printableText(text: string, covers: FontCover): PrintableText {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
  if (isCovered(clean.replaceAll('\n', ''), covers) && !INVISIBLE.test(clean)) return { text: clean, standIns: 0 }

  let standIns = 0
  const shown = Array.from(SPLITTER.segment(clean), ({ segment }) => {
    if (segment === '\n') return segment
    const shape = shapeOf(segment, covers)
    if (shape === null) standIns += 1
    return shape ?? STAND_IN
  })
  return { text: shown.join(''), standIns }
}

const SPLITTER = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/** Control, format and variation characters: no ink of their own. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]|(?!\n)\p{Cc}/u
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu')

function shapeOf(segment: string, covers: FontCover): string | null {
  const visible = segment.replace(EVERY_INVISIBLE, '')
  if (isCovered(visible, covers)) return visible
  const known = NEAREST.get(visible)
  if (known !== undefined && isCovered(known, covers)) return known
  const plain = visible.normalize('NFKC')
  if (isCovered(plain, covers)) return plain
  return lettersOf(plain, covers)
}

/** A letter with more marks than the typeface knows keeps the marks it does know. */
function lettersOf(plain: string, covers: FontCover): string | null {
  const [first = '', ...marks] = plain.normalize('NFD')
  if (!/\p{L}/u.test(first) || !isCovered(first, covers)) return null
  const kept = [first, ...marks.filter((mark) => isCovered(mark, covers))].join('')
  const joined = kept.normalize('NFC')
  return isCovered(joined, covers) ? joined : kept
}

function isCovered(text: string, covers: FontCover): boolean {
  for (const character of text) if (!covers(character.codePointAt(0) ?? 0)) return false
  return true
}

/** What signs mean, for those that plans use: Word's private bullets, ticks, arrows, coloured discs. */
const NEAREST: ReadonlyMap<string, string> = new Map([
  ...each('\uf0b7\uf0a7\uf0a8\uf06e\uf06c\uf071\uf076\uf0d8\uf0d2\uf02d❖➢➤⁃∙⦁⬤◘★☆◇', '•'),
  ...each('\uf0fc\uf0d6✅☑✔', '✓'),
  ...each('\uf0fb❌❎✖☒', '✗'),
  ...each('\uf0e0\uf0e8➔➜➡➝⟶', '→'),
  ...each('🔴🟥', '(red)'),
  ...each('🟠🟧', '(amber)'),
  ...each('🟡🟨', '(yellow)'),
  ...each('🟢🟩', '(green)'),
  ...each('🔵🟦', '(blue)'),
  ...each('⚪⬜', '(white)'),
  ...each('⚫⬛', '(black)'),
])

function each(signs: string, shape: string): readonly (readonly [string, string])[] {
  return Array.from(signs, (sign) => [sign, shape] as const)
}
