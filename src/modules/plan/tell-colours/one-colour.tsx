import { RatingChip, ratingColours } from '../../../design/index.ts'
import { capital } from '../../../kernel/capital.ts'
import { counted } from '../../../kernel/counted.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { type ColourSeen, cellsOf } from '../../reading/index.ts'
import { colourInWords, Swatch } from '../recipes/colour-words.tsx'
import { colourField, MEANINGS, meaningTold } from './colour-form.ts'

type ColourProps = {
  readonly colour: ColourSeen
  /** the action of the draft that has it first; null when it is no action any more */
  readonly actionId: ActionId | null
}

/** One colour of a document: how it looks, its name, where it stands, what it is read as, and what it means. */
export function OneColour({ colour, actionId }: ColourProps) {
  const { kind, example } = colour
  const field = colourField(colour)
  const name = kind === 'shade' ? capital(colour.name) : `“${colour.name}”`
  return (
    <li class="trellis-colours__item">
      <div class="trellis-colours__seen">
        <p class="trellis-colours__name" id={`${field}-name`}>
          {kind === 'shade' && <Swatch shade={colour.colour} />}
          <span>
            <strong>{name}</strong> {kind === 'shade' && <span class="trellis-colours__code">#{colour.colour}</span>}
          </span>
        </p>
        <p class="trellis-colours__where" id={`${field}-where`}>
          {cellsInWords(colour)}, such as {example.ref && <strong>{example.ref} </strong>}
          {actionId ? <a href={`/actions/${actionId}/change`}>{short(example.text)}</a> : short(example.text)}
        </p>
        {colour.wholeRows > 0 && (
          <p class="trellis-colours__where">
            In {colour.wholeRows === cellsOf(colour) ? 'each' : `${colour.wholeRows}`} of them the whole row has this
            colour, as stripes do.
          </p>
        )}
        <p class="trellis-colours__read">
          <ReadAs colour={colour} />
        </p>
      </div>
      <div class="trellis-colours__told">
        <label class="trellis-colours__label" for={field}>
          {kind === 'shade' ? 'This colour means' : 'This word means'}
          <span class="govuk-visually-hidden"> ({colourInWords(kind === 'shade' ? colour.colour : colour.name)})</span>
        </label>
        <select class="govuk-select" id={field} name={field} aria-describedby={`${field}-where`}>
          <option value="">Not told yet</option>
          {MEANINGS.map(({ value, words }) => (
            <option value={value} selected={value === meaningTold(colour)}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </li>
  )
}

/** What such a cell is read as now, and on whose word. */
function ReadAs({ colour }: { readonly colour: ColourSeen }) {
  const { key, isTold, meaning, kind } = colour
  if (key === null) return <>{isTold ? 'Says nothing, as you told' : 'Read as no rating'}</>
  const because = isTold ? 'as you told' : kind === 'shade' ? 'the rating nearest to it' : 'as the word says'
  return (
    <>
      Read as <RatingChip rating={{ key, name: ratingColours[key].word }} size="small" />, {because}
      {meaning !== null && <>; the document’s own key says of it “{short(meaning)}”</>}
    </>
  )
}

/** "12 cells: 8 of progress, 4 of impact", "1 cell of progress". */
export function cellsInWords(colour: Pick<ColourSeen, 'cells'>): string {
  const { progress, impact } = colour.cells
  const all = counted(cellsOf(colour), 'cell')
  if (progress > 0 && impact > 0) return `${all}: ${progress} of progress, ${impact} of impact`
  return `${all} of ${progress > 0 ? 'progress' : 'impact'}`
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90).replace(/\s+\S*$/, '')}…` : text
}
