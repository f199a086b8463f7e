import { type Day, day, longDay } from '../../../kernel/day.ts'
import { longPeriod, period } from '../../../kernel/period.ts'
import { ratingMeant } from '../plan/rating.ts'
import { DISPOSAL_NAMES, readDisposal } from '../plan/read-disposal.ts'
import type { ActionReading, PartReading, PlanReading, RatingReading } from '../plan-reading.ts'
import { foldWords } from './fold-words.ts'
import { type ColumnKey, columnsFor, type LayoutColumns } from './layout-columns.ts'
import { LABELS, LAYOUT, levelLabel, type PartLabel, partLabels } from './layout-labels.ts'

/** What of a plan can be written: a reading has it all, and so has a plan that is kept. */
export type WritablePlan = Pick<PlanReading, 'title' | 'period' | 'levels'> & {
  readonly parts: readonly WritablePart[]
  readonly actions: readonly WritableAction[]
}
export type WritablePart = Omit<PartReading, 'where' | 'leadWords' | 'points'> & {
  readonly leadWords?: string | undefined
  readonly points?: readonly string[] | undefined
}
export type WritableAction = Pick<
  ActionReading,
  'id' | 'part' | 'ref' | 'text' | 'measure' | 'timescale' | 'leadWords' | 'leads'
> &
  Partial<Pick<ActionReading, 'progressRating' | 'impactRating' | 'narrative'>> & {
    readonly disposal?: ActionReading['disposal'] | undefined
    readonly others?: ActionReading['others'] | undefined
  }

/** A plan as lines in order, each under the one it belongs to: what every written format is made from. */
export type PlanOutline = {
  readonly title: string | null
  /** the period, the day, the names of the levels and the layout, each with its label */
  readonly facts: readonly { readonly label: string; readonly words: string }[]
  readonly columns: LayoutColumns
  readonly lines: readonly OutlineLine[]
}
export type OutlineLine =
  | {
      readonly kind: 'part'
      readonly level: number
      readonly label: string
      readonly ref: string
      readonly title: string
    }
  | { readonly kind: 'words'; readonly label: string; readonly words: string }
  | { readonly kind: 'action'; readonly cells: Readonly<Record<ColumnKey, string>>; readonly others: readonly string[] }

/**
 * Sets a plan out as lines: actions of no part first, then each part with its words, its own actions and the parts under it.
 *
 * @param asAt  the day the plan is written on; null leaves it out
 * @param fold  makes words fit what will hold them; {@link foldWords} for all but JSON
 */
export function outlinePlan(
  plan: WritablePlan,
  asAt: Day | null,
  fold: (text: string) => string = foldWords,
): PlanOutline {
  const columns = columnsFor(plan.actions, fold)
  const depth = plan.parts.reduce((most, part) => Math.max(most, part.level + 1), 0)
  const labels = partLabels(plan.levels, depth)
  const ids = new Set(plan.parts.map((part) => part.id))
  const known = (id: string | null) => (id !== null && ids.has(id) ? id : null)
  const partsUnder = Map.groupBy(plan.parts, (part) => known(part.parent))
  const actionsUnder = Map.groupBy(plan.actions, (action) => known(action.part))
  const lines: OutlineLine[] = []
  const under = (id: string | null) => {
    for (const action of actionsUnder.get(id) ?? []) lines.push(actionLine(action, columns, fold))
    for (const part of partsUnder.get(id) ?? []) {
      lines.push(...partLines(part, labels[part.level] ?? '', fold))
      under(part.id)
    }
  }
  under(null)
  return {
    title: plan.title === null ? null : fold(plan.title) || null,
    facts: factsOf(plan, asAt, fold),
    columns,
    lines,
  }
}

function factsOf(plan: WritablePlan, asAt: Day | null, fold: (text: string) => string): PlanOutline['facts'] {
  const when = plan.period && longPeriod(period(day(plan.period.starts), day(plan.period.endsBefore)))
  return [
    { label: LABELS.layout, words: LAYOUT },
    ...(when ? [{ label: LABELS.period, words: when }] : []),
    ...(asAt ? [{ label: LABELS.asAt, words: longDay(asAt) }] : []),
    ...plan.levels.map((name, level) => ({ label: levelLabel(level), words: fold(name) })),
  ]
}

function partLines(part: WritablePart, label: string, fold: (text: string) => string): OutlineLine[] {
  const said = (key: PartLabel, words: string | null | undefined): OutlineLine[] =>
    words == null || fold(words) === '' ? [] : [{ kind: 'words', label: LABELS[key], words: fold(words) }]
  return [
    { kind: 'part', level: part.level, label, ref: fold(part.ref ?? ''), title: fold(part.title) },
    ...said('why', part.why),
    ...said('success', part.success),
    ...(part.points ?? []).flatMap((point) => said('point', point)),
    ...part.alignedPlans.flatMap((plan) => said('aligned', plan)),
    ...said('lead', part.leadWords),
  ]
}

function actionLine(action: WritableAction, columns: LayoutColumns, fold: (text: string) => string): OutlineLine {
  const { timescale, leadWords, leads } = action
  const others = Map.groupBy(action.others ?? [], (other) => foldWords(other.column))
  return {
    kind: 'action',
    cells: {
      ref: fold(action.ref ?? ''),
      text: fold(action.text),
      measure: fold(action.measure ?? ''),
      timescale: fold(timescale?.text ?? ''),
      due: (timescale?.due ?? []).map((due) => longDay(day(due.on))).join('; '),
      lead: fold(leadWords ?? leads.map((lead) => lead.text).join('; ')),
      progress: fold(action.progressRating?.text ?? ''),
      progressColour: colourOf(action.progressRating),
      impact: fold(action.impactRating?.text ?? ''),
      impactColour: colourOf(action.impactRating),
      narrative: fold(action.narrative ?? ''),
      ending: endingOf(action, fold),
    },
    others: columns.others.map(({ name, nth }) => fold(others.get(name)?.[nth]?.text ?? '')),
  }
}

function colourOf(rating: RatingReading | null | undefined): string {
  return ratingMeant('', rating?.key ?? null)?.text ?? ''
}

function endingOf({ narrative, disposal }: WritableAction, fold: (text: string) => string): string {
  const ending = disposal === undefined ? readDisposal(fold(narrative ?? '')) : disposal
  return ending ? DISPOSAL_NAMES[ending.kind] : ''
}
