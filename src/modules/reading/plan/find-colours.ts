import type { Block } from '../blocks.ts'
import type { RatingKey } from '../plan-reading.ts'
import { colourKept, NO_RECIPE, type Recipe, toldColour } from '../recipe.ts'
import type { ActionDraft, PlanDraft, RatingKeyEntry } from './plan-draft.ts'
import { type RatedCell, ratedCell } from './rated-cell.ts'
import { isNearlyWhite, keyInWords, readRating } from './rating.ts'
import { readPlan } from './read-plan.ts'
import { nameOfShade } from './shade-name.ts'

/** A shade or a word that stands in the rating cells of a document, as somebody is asked about it. */
export type ColourSeen = {
  readonly kind: 'shade' | 'word'
  /** as a recipe keeps it: six hexadecimal digits, or a word in lower case */
  readonly colour: string
  /** "lime green", or the word as the document has it */
  readonly name: string
  /** cells of progress and of impact whose rating it decides */
  readonly cells: { readonly progress: number; readonly impact: number }
  /** cells of these that stand in a row of this shade from end to end, as stripes do */
  readonly wholeRows: number
  /** the first action that has it; `action` is the id that a reading of the same blocks gives it */
  readonly example: { readonly action: string; readonly ref: string | null; readonly text: string }
  /** the rating such a cell is read as; null where it rates nothing */
  readonly key: RatingKey | null
  /** what the document's own key says of that rating; null where it says nothing, or several things */
  readonly meaning: string | null
  readonly isTold: boolean
}

/** More shades, or words, than this are no scheme of ratings. */
export const MOST_COLOURS = 30
/** A rating is a word or a few; more is a remark. */
const LONGEST_WORD = 40

/**
 * The shades and words that rate a document's actions, and what each is read as: shades first, the most used first of each.
 *
 * @param recipe  what steered the reading
 */
export function findColours(blocks: readonly Block[], recipe: Recipe = NO_RECIPE): readonly ColourSeen[] {
  const draft = readPlan(blocks, recipe)
  const found = [...Map.groupBy(seenIn(draft), ({ kind, colour }) => `${kind} ${colour}`).values()]
    .map((seen) => colourOf(seen, draft.ratingKey, recipe))
    .filter((colour) => colour !== null)
    .sort((a, b) => cellsOf(b) - cellsOf(a))
  const most = (kind: ColourSeen['kind']) => found.filter((each) => each.kind === kind).slice(0, MOST_COLOURS)
  return [...most('shade'), ...most('word')]
}

/** How many cells have a colour. */
export function cellsOf({ cells }: Pick<ColourSeen, 'cells'>): number {
  return cells.progress + cells.impact
}

type Seen = Pick<ColourSeen, 'kind' | 'colour'> & {
  readonly side: 'progress' | 'impact'
  readonly cell: RatedCell
  readonly action: ActionDraft
  readonly at: number
}

function seenIn({ actions }: PlanDraft): Seen[] {
  return actions.flatMap((action, at) =>
    (['progress', 'impact'] as const).flatMap((side): Seen[] => {
      const cell = ratedCell(action, side)
      const decides = decidedBy(cell)
      return decides ? [{ ...decides, side, cell, action, at }] : []
    }),
  )
}

/** What of a cell decides its rating: its words where they name a colour or it has no shade, else its shade. */
function decidedBy({ text, fill }: RatedCell): Pick<Seen, 'kind' | 'colour'> | null {
  if (fill && !isNearlyWhite(fill) && (text === '' || keyInWords(text) === null)) return { kind: 'shade', colour: fill }
  return text !== '' && text.length <= LONGEST_WORD && !/\d/.test(text)
    ? { kind: 'word', colour: colourKept(text) }
    : null
}

function colourOf(seen: readonly Seen[], ratingKey: readonly RatingKeyEntry[], recipe: Recipe): ColourSeen | null {
  const [first] = seen
  if (!first) return null
  const { kind, colour, action, at } = first
  const key =
    (kind === 'shade' ? readRating('', colour, recipe) : readRating(first.cell.text, null, recipe))?.key ?? null
  const meanings = new Set(ratingKey.filter((entry) => entry.key === key).map(({ text }) => text))
  const count = (side: Seen['side']) => seen.filter((each) => each.side === side).length
  return {
    kind,
    colour,
    name: kind === 'shade' ? nameOfShade(colour) : first.cell.text,
    cells: { progress: count('progress'), impact: count('impact') },
    wholeRows: kind === 'shade' ? seen.filter(isOfWholeRow).length : 0,
    example: {
      action: `a${at + 1}`,
      ref: action.readings.find(({ ref }) => ref !== '')?.ref ?? null,
      text: action.readings[0]?.fields.action ?? '',
    },
    key,
    meaning: meanings.size === 1 ? ([...meanings][0] ?? null) : null,
    isTold: toldColour(recipe, colour) !== null,
  }
}

function isOfWholeRow({ cell, colour }: Seen): boolean {
  const cells = cell.shaded?.row.cells ?? []
  return cells.length > 2 && cells.every(({ fill }) => fill === colour)
}
