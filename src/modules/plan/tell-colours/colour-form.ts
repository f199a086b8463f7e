import { type Form, words } from '../../../platform/http/form.ts'
import type { ColourSeen, RatingKey, Recipe } from '../../reading/index.ts'
import { shortKey } from '../answer-questions/short-key.ts'

/** What a colour can be told to mean, in the order a person thinks of it: its value in a form, and its words. */
export const MEANINGS: readonly { readonly value: RatingKey | 'nothing'; readonly words: string }[] = [
  { value: 'red', words: 'Red' },
  { value: 'amber', words: 'Amber' },
  { value: 'green', words: 'Green' },
  { value: 'blue', words: 'Blue' },
  { value: 'grey', words: 'Grey' },
  { value: 'nothing', words: 'Says nothing' },
]

/** The field of a form for one colour, known by the colour itself, so that a list that changed meanwhile tells nothing wrong. */
export function colourField({ kind, colour }: Pick<ColourSeen, 'kind' | 'colour'>): string {
  return `${kind}-${kind === 'shade' ? colour : shortKey(colour)}`
}

/** What the field of a colour holds as it stands: what was told of it; empty where nobody told. */
export function meaningTold({ isTold, key }: Pick<ColourSeen, 'isTold' | 'key'>): string {
  return isTold ? (key ?? 'nothing') : ''
}

/**
 * What a form tells of a document's colours. A colour that the form leaves open is told no more; one that the form does not name
 * keeps what was told of it.
 *
 * @param seen  the colours of the document, as `findColours` gives them
 */
export function coloursFrom(form: Form, seen: readonly ColourSeen[], before: Recipe): Recipe {
  const asked = seen.filter((colour) => form.fields[colourField(colour)] !== undefined)
  const told = asked.flatMap((colour): Recipe['colours'] => {
    const meaning = MEANINGS.find(({ value }) => value === words(form, colourField(colour)))?.value
    return meaning ? [{ colour: colour.colour, key: meaning === 'nothing' ? null : meaning }] : []
  })
  const isAsked = new Set(asked.map(({ colour }) => colour))
  return { ...before, colours: [...before.colours.filter(({ colour }) => !isAsked.has(colour)), ...told] }
}
