import { type Day, isAfter, isBefore } from '../../../kernel/day.ts'
import type { ActionId, PartId } from '../../../kernel/id.ts'
import type { ActionContent, Part, Plan, RatingScheme } from '../../plan/index.ts'
import { type RollUp, rollUp, type StandingAsAt, WORST_FIRST } from '../../programme/index.ts'
import type { RatingKey } from '../../reading/index.ts'

/** One action as it stood on the day of the report. */
export type ReportedAction = {
  readonly id: ActionId
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  readonly heading: string
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  readonly narrative: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly isAccepted: boolean
  /** duties to report that had passed without an update */
  readonly missed: readonly Day[]
  readonly finalDueOn: Day | null
}

/** An update due soon after the day of the report. */
export type DueNext = { readonly action: ReportedAction; readonly dueOn: Day }

export type BoardReport = {
  readonly partnership: string
  readonly plan: Plan
  readonly scheme: RatingScheme
  readonly asAt: Day
  readonly actions: readonly ReportedAction[]
  readonly progress: RollUp
  readonly impact: RollUp
  /** rated red for progress or for impact */
  readonly offTrack: readonly ReportedAction[]
  /** past their last day and not complete: late doing */
  readonly late: readonly ReportedAction[]
  /** with an update missed: late reporting */
  readonly unreported: readonly ReportedAction[]
  readonly dueNext: readonly DueNext[]
}

export const DUE_NEXT_MONTHS = 3

/** The board report of a plan as at a day, from what was known by the end of it. */
export function boardReport(facts: {
  partnership: string
  plan: Plan
  scheme: RatingScheme
  asAt: Day
  parts: readonly Part[]
  actions: readonly (ActionContent & { readonly id: ActionId; readonly partId: PartId | null })[]
  standings: ReadonlyMap<ActionId, StandingAsAt>
}): BoardReport {
  const { partnership, plan, scheme, asAt, parts, standings } = facts
  const headingOf = headingsOf(parts)
  const actions = facts.actions.map((action) =>
    reported(action, standings.get(action.id), headingOf(action.partId), asAt),
  )
  return {
    partnership,
    plan,
    scheme,
    asAt,
    actions,
    progress: rollUp(actions.map(({ progress }) => progress)),
    impact: rollUp(actions.map(({ impact }) => impact)),
    offTrack: actions.filter(({ progress, impact }) => progress === 'red' || impact === 'red'),
    late: worstFirst(actions.filter((action) => isLate(action, asAt))),
    unreported: actions.filter(({ missed }) => missed.length > 0),
    dueNext: dueNextOf(actions, standings, asAt),
  }
}

function reported(
  action: ActionContent & { readonly id: ActionId },
  standing: StandingAsAt | undefined,
  heading: string,
  asAt: Day,
): ReportedAction {
  const { id, ref, text, leadWords } = action
  const latest = standing?.latest ?? null
  const points = standing?.points ?? []
  return {
    id,
    ref,
    text,
    leadWords,
    heading,
    progress: latest?.progress ?? null,
    impact: latest?.impact ?? null,
    narrative: latest?.narrative ?? null,
    submittedAt: latest?.submittedAt ?? null,
    isAccepted: latest?.isAccepted ?? false,
    missed: points.filter(({ dueOn, isReported }) => !isReported && isBefore(dueOn, asAt)).map(({ dueOn }) => dueOn),
    finalDueOn: points.at(-1)?.dueOn ?? null,
  }
}

function isLate({ finalDueOn, progress }: ReportedAction, asAt: Day): boolean {
  return finalDueOn !== null && isBefore(finalDueOn, asAt) && progress !== 'blue'
}

function worstFirst(actions: readonly ReportedAction[]): readonly ReportedAction[] {
  const rank = ({ progress }: ReportedAction) => (progress ? WORST_FIRST.indexOf(progress) : -1)
  return actions.toSorted((a, b) => rank(a) - rank(b))
}

function dueNextOf(
  actions: readonly ReportedAction[],
  standings: ReadonlyMap<ActionId, StandingAsAt>,
  asAt: Day,
): readonly DueNext[] {
  const until = asAt.add({ months: DUE_NEXT_MONTHS })
  return actions
    .flatMap((action) =>
      (standings.get(action.id)?.points ?? [])
        .filter(({ dueOn, isReported }) => !isReported && !isBefore(dueOn, asAt) && !isAfter(dueOn, until))
        .map(({ dueOn }) => ({ action, dueOn })),
    )
    .sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
}

/** A part's titles from the outermost in: "1 A good start › 1.2 Reading at home". */
function headingsOf(parts: readonly Part[]): (id: PartId | null) => string {
  const partById = new Map(parts.map((part) => [part.id, part]))
  return (id) => {
    const titles: string[] = []
    for (let part = id && partById.get(id); part; part = part.parentId && partById.get(part.parentId)) {
      titles.unshift([part.ref, part.title].filter(Boolean).join(' '))
    }
    return titles.join(' › ')
  }
}
