/** The words with their first letter a capital, as they begin a sentence or a heading. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
