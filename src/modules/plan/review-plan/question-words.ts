import { capital } from '../../../kernel/capital.ts'

/** What a kind of question is about, in a few words: "Measure is a document". */
export function questionAbout(code: string): string {
  const words = code.replaceAll('-', ' ')
  return capital(words)
}

/** A question asked this often is told once in full, and named in short beside each action. */
export const OFTEN = 4
