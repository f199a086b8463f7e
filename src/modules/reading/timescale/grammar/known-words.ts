import type { Rule } from './rule.ts'

/**
 * Whether a token can begin one of these rules, told without trying them: a word that no pattern holds, nor begins with a piece of,
 * begins none. Figures, months and marks always may.
 */
export function mayBegin(grammar: readonly Rule[]): (form: string) => boolean {
  const known = new Set(grammar.flatMap(({ pattern }) => wordsIn(pattern.source)))
  return (form) => {
    if (!/^[a-z]{2,}$/.test(form)) return true
    for (let length = 2; length <= form.length; length++) if (known.has(form.slice(0, length))) return true
    return false
  }
}

/** The words and pieces of words in a pattern; of "months?" both ways. Pieces of one letter are left out, but for words of two. */
function wordsIn(source: string): string[] {
  const plain = source.replace(/\(\?<\w+>|\\k<\w+>/g, '(').replace(/\\p\{\w+\}|\\[a-zA-Z]/g, ' ')
  return [...plain.matchAll(/[a-z]+(\?)?/g)]
    .flatMap(([piece, mark]) => {
      const word = mark ? piece.slice(0, -1) : piece
      return mark ? [word, word.slice(0, -1)] : [word]
    })
    .filter((word) => word.length > 1)
}
