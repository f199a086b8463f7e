import type { Period } from '../../../kernel/period.ts'
import { findGroups, readLeads } from '../leads/read-leads.ts'
import type { ActionReading, LeadReading, RatingReading, TimescaleReading, Where } from '../plan-reading.ts'
import { NO_RECIPE, type Recipe } from '../recipe.ts'
import type { FieldRole } from '../tables/read-row.ts'
import { describeTimes } from '../timescale/column-of-times.ts'
import { readEachOnce, readTimescaleIn } from '../timescale/read-timescale.ts'
import { isSeeAbove, likeAbove } from '../timescale/see-above.ts'
import type { BuiltParts } from './build-parts.ts'
import type { ActionDraft, PlanDraft, RatingKeyEntry } from './plan-draft.ts'
import { type RatedSide, ratedCell, wordsOf } from './rated-cell.ts'
import { readRating } from './rating.ts'
import { readDisposal } from './read-disposal.ts'

type Around = {
  ratingKey: readonly RatingKeyEntry[]
  built: BuiltParts
  readWho: (words: string) => readonly LeadReading[]
  readWhen: (words: string) => TimescaleReading
  recipe: Recipe
}

/** The drafts as actions: cells that pages cut are rejoined, then each is read in the light of its whole column. */
export function buildActions(
  draft: PlanDraft,
  built: BuiltParts,
  period: Period | null,
  recipe: Recipe = NO_RECIPE,
): ActionReading[] {
  const times = describeTimes(draft.actions.map((action) => wordsOf(action, 'timescale')))
  const readWhen = readEachOnce((words) => readTimescaleIn(words, period, times))
  const groups = findGroups(draft.actions.map((action) => wordsOf(action, 'lead')))
  const readWho = readEachOnce((words) => readLeads(words, groups))
  const actions: ActionReading[] = []
  for (const [index, action] of draft.actions.entries()) {
    const read = buildAction(action, `a${index + 1}`, { ratingKey: draft.ratingKey, built, readWho, readWhen, recipe })
    actions.push({ ...read, timescale: asAbove(read.timescale, actions.at(-1)?.timescale ?? null) })
  }
  return actions
}

function buildAction(
  action: ActionDraft,
  id: string,
  { ratingKey, built, readWho, readWhen, recipe }: Around,
): ActionReading {
  const words = (role: FieldRole) => wordsOf(action, role)
  const starts = words('starts')
  const when = starts === '' ? words('timescale') : `Start: ${starts} End: ${words('timescale')}`
  const narrative = words('narrative') || null
  const others = action.readings.flatMap((reading) => reading.others)
  const rated = (side: RatedSide) => {
    const { text, fill } = ratedCell(action, side)
    return meant(readRating(text, fill, recipe), ratingKey)
  }
  return {
    id,
    part: action.part ? (built.idByPart.get(action.part) ?? null) : null,
    ref: action.readings.find((reading) => reading.ref !== '')?.ref ?? null,
    text: words('action'),
    measure: words('measure') || null,
    timescale: when === '' ? null : readWhen(when),
    leadWords: words('lead') || null,
    leads: readWho(words('lead')),
    progressRating: rated('progress'),
    impactRating: rated('impact'),
    narrative,
    disposal: readDisposal(narrative),
    ...(others.length === 0 ? {} : { others }),
    where: whereOf(action),
    sourceText: action.readings.map((reading) => reading.row.source).join('\n'),
  }
}

/** A rating with what the document's own key says of its colour, where the key says one thing. */
function meant(rating: RatingReading | null, ratingKey: readonly RatingKeyEntry[]): RatingReading | null {
  const said = new Set(ratingKey.filter(({ key }) => key === rating?.key).map(({ text }) => text))
  const [meaning] = said
  return rating?.key && said.size === 1 && meaning !== undefined ? { ...rating, meaning } : rating
}

/** "See above" has the dates of the row above, and keeps its own words. */
function asAbove(own: TimescaleReading | null, above: TimescaleReading | null): TimescaleReading | null {
  return own && above && isSeeAbove(own.text) ? likeAbove(own.text, above) : own
}

function whereOf(action: ActionDraft): Where {
  const first = action.readings[0]?.row.where ?? {}
  const end = action.readings.at(-1)?.row.where.endLine
  return end === undefined ? first : { ...first, endLine: end }
}
