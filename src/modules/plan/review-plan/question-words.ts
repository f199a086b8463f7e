/** What a kind of question is about, in a few words: "Measure is a document". */
export function questionAbout(code: string): string {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A question asked this often is told once in full, and named in short beside each action. */
export const OFTEN = 4
