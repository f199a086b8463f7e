import { counted } from '../../../kernel/counted.ts'
import { lastDay } from '../../../kernel/period.ts'
import type { Finding, PlanReading } from '../../reading/index.ts'
import { lintPlan } from '../../reading/index.ts'
import { namesNotKnown, type UnknownName } from '../add-names/names-not-known.ts'
import type { Action, Part, Plan } from '../plan.ts'
import { aimsOf, type ReviewAim } from './review-aims.ts'

export type ReviewGroup = {
  readonly part: Part | null
  readonly trail: readonly string[]
  readonly actions: readonly Action[]
}

export type ReviewView = {
  readonly plan: Plan
  readonly fileName: string | null
  readonly ends: string
  readonly summary: string
  readonly groups: readonly ReviewGroup[]
  readonly aims: readonly ReviewAim[]
  readonly findings: readonly Finding[]
  readonly findingsByAction: ReadonlyMap<string, readonly Finding[]>
  readonly findingsByCode: ReadonlyMap<string, readonly Finding[]>
  readonly names: readonly UnknownName[]
  readonly notUnderstood: PlanReading['notUnderstood']
  readonly claims: PlanReading['claims']
}

/** What the review page shows of a draft: its actions under their parts, and what a careful colleague would ask. */
export function reviewView(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): ReviewView {
  const findings = findingsOf(plan, parts, actions, reading)
  const findingsByAction = Map.groupBy(
    findings.filter(({ action }) => action !== null),
    ({ action }) => action ?? '',
  )
  const groups = groupsOf(parts, actions)
  return {
    plan,
    fileName: reading?.source.name ?? null,
    ends: plan.period ? lastDay(plan.period).toString() : '',
    summary: summaryOf(plan, parts, actions, reading),
    groups,
    aims: aimsOf(groups, findingsByAction),
    findings,
    findingsByAction,
    findingsByCode: Map.groupBy(findings, ({ code }) => code),
    names: namesNotKnown(actions),
    notUnderstood: reading?.notUnderstood ?? [],
    claims: reading?.claims ?? [],
  }
}

/** Actions in the plan's order under the part they belong to; a part with no action is kept, and shows none. */
export function groupsOf(parts: readonly Part[], actions: readonly Action[]): readonly ReviewGroup[] {
  const byPart = Map.groupBy(actions, ({ partId }) => partId)
  const partById = new Map(parts.map((part) => [part.id, part]))
  const hasChildren = new Set(parts.map(({ parentId }) => parentId))
  const groups = parts
    .filter(({ id }) => byPart.has(id) || !hasChildren.has(id))
    .map((part) => ({ part, trail: trailOf(part, partById), actions: byPart.get(part.id) ?? [] }))
  const loose = byPart.get(null) ?? []
  return loose.length > 0 ? [...groups, { part: null, trail: [], actions: loose }] : groups
}

/** The titles above a part, outermost first. */
function trailOf(part: Part, partById: ReadonlyMap<string, Part>): readonly string[] {
  const trail: string[] = []
  for (let above = part.parentId; above; above = partById.get(above)?.parentId ?? null) {
    const title = partById.get(above)?.title
    if (title) trail.unshift(title)
  }
  return trail
}

/** What only the document can tell; all else is asked of the draft as it stands now. */
const ASKED_OF_DOCUMENT = new Set([
  'impossible-period',
  'period-not-found',
  'period-proposed',
  'old-encoding',
  'no-actions-found',
  'row-joined-after-page',
  'lead-cut-in-two',
])

function findingsOf(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): readonly Finding[] {
  const places = new Map(reading?.actions.map(({ id }, at) => [id, at]))
  const ofDocument = (reading?.findings ?? [])
    .filter(({ code }) => ASKED_OF_DOCUMENT.has(code))
    .map((finding) => ({ ...finding, action: actions[places.get(finding.action ?? '') ?? -1]?.id ?? null }))
  const ofDraft = lintPlan({
    period: plan.period,
    parts,
    actions: actions.map(({ partId, source, ...action }) => ({
      ...action,
      part: partId,
      ...(source && { where: source.where }),
    })),
    has: {
      measure: actions.some(({ measure }) => measure !== null),
      timescale: actions.some(({ timescale }) => timescale !== null),
      lead: actions.some(({ leadWords }) => leadWords !== null),
    },
  })
  return [...ofDocument, ...ofDraft]
}

function summaryOf(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): string {
  const levels = plan.levelNames.map((name, level) => {
    const count = parts.filter((part) => part.level === level).length
    return counted(count, name.toLowerCase())
  })
  const under = levels.length > 0 ? ` under ${levels.join(' and ')}` : ''
  const from = reading ? ` from ${reading.source.name}` : ''
  return `${counted(actions.length, 'action')}${under} were read${from}.`
}
