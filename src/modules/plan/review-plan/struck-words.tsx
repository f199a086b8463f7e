/** Words of a document; what its writer struck out, which the reader writes between `~~`, is struck. */
export function StruckWords({ text, isLookedAt }: { readonly text: string; readonly isLookedAt: boolean }) {
  const pieces = text.split('~~')
  const words =
    pieces.length < 3
      ? text
      : pieces.map((piece, at) => (at % 2 === 1 && at < pieces.length - 1 ? <s>{piece}</s> : piece))
  return isLookedAt ? <mark>{words}</mark> : <span>{words}</span>
}
