/** A run of words that two texts share, that only the first has, or that only the second has. */
export type ChangedWords = { readonly kind: 'same' | 'cut' | 'added'; readonly words: string }

type WordChangesProps = {
  readonly changes: readonly ChangedWords[]
  /** the first text with what was cut marked in it, or the second with what was added */
  readonly side: 'before' | 'after'
}

/** One of two texts, with the words marked that the other has not: struck out or underlined, and said aloud. */
export function WordChanges({ changes, side }: WordChangesProps) {
  const hidden = side === 'before' ? 'added' : 'cut'
  return (
    <span class="trellis-changes">
      {changes
        .filter(({ kind }) => kind !== hidden)
        .map(({ kind, words }) => (
          <>{kind === 'same' ? words : side === 'before' ? <Cut words={words} /> : <Added words={words} />} </>
        ))}
    </span>
  )
}

function Cut({ words }: { readonly words: string }) {
  return (
    <del class="trellis-changes__cut">
      <span class="govuk-visually-hidden">cut: </span>
      {words}
      <span class="govuk-visually-hidden">, end of cut</span>
    </del>
  )
}

function Added({ words }: { readonly words: string }) {
  return (
    <ins class="trellis-changes__added">
      <span class="govuk-visually-hidden">added: </span>
      {words}
      <span class="govuk-visually-hidden">, end of added</span>
    </ins>
  )
}
