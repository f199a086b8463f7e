import { squeeze } from '../formats/inline-text.ts'

/**
 * Words as every format can hold them: one space between them, no control characters, soft hyphens or halves of letters. Whatever is
 * written by this reads back the same.
 */
export function foldWords(text: string): string {
  return squeeze(
    wholeLetters(text)
      .replace(/[\t\n\v\f\r\u0085]/g, ' ')
      .replace(CONTROLS, ''),
  )
}

/** As {@link foldWords}, with line ends and spaces as they stand, for a format that keeps them. */
export function keepWords(text: string): string {
  return wholeLetters(text)
    .replace(/[^\S\n\t ]/g, ' ')
    .replace(CONTROLS_BUT_LINES, '')
}

const CONTROLS = /[\p{Cc}\u00ad\p{NChar}]/gu
const CONTROLS_BUT_LINES = /(?![\n\t])[\p{Cc}\p{NChar}]/gu

/** Half a letter, and the sign that stands for one, become a question mark: a file of text that holds them is taken for no text. */
function wholeLetters(text: string): string {
  return text.toWellFormed().replaceAll('\ufffd', '?')
}
