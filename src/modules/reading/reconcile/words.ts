/** Words that hold sentences together and tell no two actions apart. */
const SMALL = new Set(
  `a an and are as at be been by for from has have in into is it its of on or our so that the their them they this those
  through to up was we were which will with within`.split(/\s+/),
)

/** A text with everything that is only manner taken off: case, accents, kinds of quotes and dashes, and spaces. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+|\u00ad/gu, '')
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Whether two texts say the same, but for manner. */
export function saysTheSame(a: string, b: string): boolean {
  return plainWords(a).join(' ') === plainWords(b).join(' ')
}

/** The words that tell one text from another, without their endings. A text of small words alone keeps them. */
export function tellingWords(text: string): readonly string[] {
  const words = plainWords(text)
  const telling = words.filter((word) => !SMALL.has(word))
  return (telling.length > 0 ? telling : words).map(stem)
}

/** A word without the commonest English endings: "registrations" and "registration", "reviewed" and "reviewing". */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  const single = word
    .replace(/ies$/, 'y')
    .replace(/(?<=[sxz]|[cs]h)es$/, '')
    .replace(/(?<![su])s$/, '')
  const base = single.length > 5 ? single.replace(/(?:ing|ed|ment|ation)$/, '') : single
  return (base.length > 2 ? base : single).replace(/([bdgmnprt])\1$/, '$1').replace(/e$/, '')
}

/** Pieces of three letters, by which a misspelt or joined word still resembles itself; sorted, each once. */
export function letterTriples(text: string): readonly string[] {
  const line = ` ${plainWords(text).join(' ')} `
  const triples = new Set<string>()
  for (let at = 0; at + 3 <= line.length; at++) triples.add(line.slice(at, at + 3))
  return [...triples].sort()
}

/** How alike two texts are by their letters alone, from 0 to 1: enough to put a list in order. */
export function likenessOf(one: string, two: string): number {
  const [a, b] = [letterTriples(one), new Set(letterTriples(two))]
  return a.length + b.size === 0 ? 0 : (2 * a.filter((triple) => b.has(triple)).length) / (a.length + b.size)
}
