import { day } from '../../../kernel/day.ts'
import { checkDocument, type Finding, type LintInput, lintPlan, type PlanReading } from '../../reading/index.ts'
import type { Action, Part, Plan } from '../plan.ts'
import { actionsByReading } from './actions-by-reading.ts'

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
  const readAs = actionsByReading(actions, reading)
  const asRead = withNarrativeAsRead(readAs, reading)
  const ofDocument = askedOfDocument(reading)
    .filter(({ code }) => !(PERIOD_CODES.has(code) && isSetByHand(plan, reading)))
    .filter(({ field, action }) => field !== 'narrative' || asRead.has(readAs.get(action ?? '')?.id))
    .map((finding) => ({ ...finding, action: readAs.get(finding.action ?? '')?.id ?? null }))
  const ofNarratives = checkDocument({
    prose: [],
    actions: actions
      .filter(({ id }) => !asRead.has(id))
      .map(({ id, text, said, source }) => ({ id, text, narrative: said.narrative, where: source?.where ?? {} })),
    context: { period: plan.period },
  })
  const ofDraft = lintPlan({
    ...wordsOf(reading),
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
  return [...ofDocument, ...ofNarratives, ...ofDraft]
}

/** The actions whose comment stands as it was read: what was asked of it then is asked still. */
function withNarrativeAsRead(
  readAs: ReadonlyMap<string, Action>,
  reading: PlanReading | null,
): ReadonlySet<Action['id'] | undefined> {
  const asRead = (reading?.actions ?? []).flatMap(({ id, narrative }) => {
    const action = readAs.get(id)
    return action && action.said.narrative === narrative ? [action.id] : []
  })
  return new Set(asRead)
}

/**
 * What only the document can tell (a doubtful join, a claim in its prose): what it was asked when it was read and what the check of a
 * plan does not ask of the plan alone. All else is asked of the draft as it stands now.
 */
function askedOfDocument(reading: PlanReading | null): readonly Finding[] {
  if (!reading) return []
  const has = {
    measure: reading.actions.some(({ measure }) => measure !== null),
    timescale: reading.actions.some(({ timescale }) => timescale !== null),
    lead: reading.actions.some(({ leads }) => leads.length > 0),
  }
  const period = reading.period && { starts: day(reading.period.starts), endsBefore: day(reading.period.endsBefore) }
  const ofPlan = new Set(lintPlan({ ...reading, ...wordsOf(reading), period, has }).map(sameQuestion))
  return reading.findings.filter((finding) => !ofPlan.has(sameQuestion(finding)))
}

/** The document's own words around its actions: they tell what letters stand for, and whose place it is. */
function wordsOf(reading: PlanReading | null): Pick<LintInput, 'prose' | 'glossary'> {
  if (!reading) return {}
  const title = reading.title === null ? [] : [{ text: reading.title, where: {} }]
  return { prose: [...title, ...reading.notUnderstood], glossary: reading.glossary ?? [] }
}

function sameQuestion({ code, action, words }: Finding): string {
  return JSON.stringify([code, action, words])
}
