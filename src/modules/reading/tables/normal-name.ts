import { squeeze } from '../formats/inline-text.ts'

/** A column's name as names are compared: in lower case, without marks, brackets and a number at its end. */
export function normalName(text: string): string {
  const bare = text
    .replace(/\([^)]{0,60}\)/g, ' ')
    .replace(/[*?:.#]/g, ' ')
    .replace(/\s\d+\s*$/, ' ')
  return squeeze(bare).toLowerCase()
}
