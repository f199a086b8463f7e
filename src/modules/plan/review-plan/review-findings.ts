import { type Finding, lintPlan, type PlanReading } from '../../reading/index.ts'
import type { Action, Part, Plan } from '../plan.ts'

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

const PERIOD_CODES = new Set(['period-not-found', 'period-proposed'])

/** A period other than the one read was set by somebody who looked. */
function isSetByHand({ period }: Plan, reading: PlanReading | null): boolean {
  if (!period) return false
  return `${period.starts}` !== reading?.period?.starts || `${period.endsBefore}` !== reading?.period?.endsBefore
}

/** The questions a careful colleague would ask of a draft as it stands now, and those only its document can raise. */
export function findingsOf(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): readonly Finding[] {
  const places = new Map(reading?.actions.map(({ id }, at) => [id, at]))
  const ofDocument = (reading?.findings ?? [])
    .filter(({ code }) => ASKED_OF_DOCUMENT.has(code) && !(PERIOD_CODES.has(code) && isSetByHand(plan, reading)))
    .map((finding) => ({ ...finding, action: actions[places.get(finding.action ?? '') ?? -1]?.id ?? null }))
  const ofDraft = lintPlan({
    period: plan.period,
    parts: parts.map((part) => ({ ...part, parent: part.parentId })),
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
