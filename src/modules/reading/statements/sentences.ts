export type Span = { readonly text: string; readonly from: number }

/** No sentence is longer; what is, is cut, so that every rule reads a bounded text. */
const LONGEST = 2000
/** A full stop after these ends nothing. */
const SHORT_FORM =
  /(?:^|[\s(])(?:e\.?g|i\.?e|etc|approx|c|ca|cf|vs?|no|mr|mrs|ms|dr|st|fig|re|incl|max|min|p|pp|pa)\.$/i

/** Paragraphs of a text: what stands between line ends. Bullets are taken off. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const mark = /^\s*(?:[-•*·–○▪]\s*)?/.exec(line)?.[0].length ?? 0
    const words = line.slice(mark).trimEnd()
    if (words !== '') spans.push({ text: words, from: index + mark })
  }
  return spans
}

/** Sentences of a paragraph, with the place each begins. */
export function sentencesOf(paragraph: Span): Span[] {
  const { text } = paragraph
  const spans: Span[] = []
  let from = 0
  const close = (to: number) => {
    for (let at = from; at < to; at += LONGEST) {
      const piece = text.slice(at, Math.min(to, at + LONGEST))
      const words = piece.trimStart()
      if (words.trim() !== '')
        spans.push({ text: words.trimEnd(), from: paragraph.from + at + piece.length - words.length })
    }
    from = to
  }
  for (const { 0: stop, index } of text.matchAll(/[.!?]["”’')\]]{0,2}\s{1,5}(?=["“‘'([]?[\p{Lu}\d])/gu)) {
    if (!SHORT_FORM.test(text.slice(Math.max(from, index - 12), index + 1))) close(index + stop.length)
  }
  close(text.length)
  return spans
}
