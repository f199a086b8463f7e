/** Words that seem to say that an action waits for another of its plan. */
export type ProposedWait<Id> = {
  readonly onId: Id
  readonly ref: string
  /** the clause that says so, word for word */
  readonly words: string
}

const SAYS_SO =
  /\b(?:await(?:s|ed|ing)?|wait(?:s|ing)? (?:for|on|until)|depend(?:s|ent|ant|ing)? (?:up)?on|contingent (?:up)?on|subject to|reliant (?:up)?on|relies (?:up)?on|pending|(?:follows?|following|after|once|until|upon) (?:the )?(?:completion|delivery|outcome|end|close|conclusion|adoption|approval)? ?(?:of )?(?=(?:the )?(?:actions?|objectives?|items?|points?|ref(?:erence)?s?)?\.? ?\d))/i

const REFERENCE = /(?<![\d.£%])\d+(?:\.\d+)+[a-z]?(?![\d%]|\.\d)/g

/**
 * What the words of a plan or of an update seem to say an action waits for: a clause that speaks of waiting, and in it references of
 * the same plan. It is a proposal, and somebody confirms it or says no: nothing follows from it alone.
 *
 * @param texts  the action's own words, its measure and timescale, and its updates
 * @param idByRef  the references of the plan; one that two actions share names neither, and must be left out
 */
export function proposeWaits<Id>(
  texts: readonly string[],
  idByRef: ReadonlyMap<string, Id>,
  own: Id,
): readonly ProposedWait<Id>[] {
  const found = new Map<Id, ProposedWait<Id>>()
  for (const clause of texts.flatMap(clausesOf)) {
    const said = SAYS_SO.exec(clause)
    if (!said) continue
    for (const [ref] of clause.slice(said.index).matchAll(REFERENCE)) {
      const onId = idByRef.get(ref)
      if (onId !== undefined && onId !== own && !found.has(onId)) found.set(onId, { onId, ref, words: clause })
    }
  }
  return [...found.values()]
}

/** Sentences and lines; a point within a reference ends neither. */
function clausesOf(text: string): readonly string[] {
  return text
    .split(/(?:[;!?]|\.(?=\s|$))\s*|\n+/)
    .map((clause) => clause.replaceAll(/\s+/g, ' ').trim())
    .filter((clause) => clause !== '')
}
