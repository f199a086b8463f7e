import type { LintAction, LintInput } from './lint-plan.ts'
import { hasBaseline, hasNumber, isOnlyDocument } from './measure-words.ts'
import { named, type Remark, remarkOn, remarkOnPlan } from './remark.ts'
import { runsOf } from './runs.ts'

/** So many actions with one measure, one after the other, look pasted. */
const LOOKS_PASTED = 3

/** Questions about how each action will be judged. */
export function lintMeasures({ actions, has }: LintInput): Remark[] {
  if (has && !has.measure) {
    if (actions.length === 0) return []
    const message =
      'No action in this plan says how it will be judged. How will you know that each has made a difference?'
    return [remarkOnPlan({ code: 'no-measures', severity: 'question', message })]
  }
  return [
    ...mostlyDocuments(actions),
    ...actions.flatMap(lintMeasure),
    ...withoutBaseline(actions),
    ...pastedMeasures(actions),
  ]
}

/** The whole at a glance, where most measures are papers: the list below it names each. */
function mostlyDocuments(actions: readonly LintAction[]): Remark[] {
  const measures = actions.flatMap(({ measure }) => measure ?? [])
  const documents = measures.filter(isOnlyDocument).length
  if (documents < 5 || documents * 2 <= measures.length) return []
  const message = `${documents} of the ${measures.length} measures are only a document or a process. Which of these actions matter most to children, and what would be different for them?`
  return [remarkOnPlan({ code: 'measures-mostly-documents', severity: 'advice', field: 'measure', message })]
}

function lintMeasure(action: LintAction): Remark[] {
  const { measure } = action
  if (measure === null || measure === '') {
    const message = 'No measure is given. How will you know that this has been done and has helped?'
    return [remarkOn(action, { code: 'measure-missing', severity: 'warning', field: 'measure', message })]
  }
  const [code, message] = questionOf(measure)
  return code ? [remarkOn(action, { code, severity: 'advice', field: 'measure', words: measure, message })] : []
}

function questionOf(measure: string): readonly [code: string | null, message: string] {
  if (isOnlyDocument(measure)) {
    return [
      'measure-is-a-document',
      `“${measure}” will show that something was written or done. What would be different for children, and by how much?`,
    ]
  }
  if (!hasNumber(measure)) {
    return [
      'measure-has-no-number',
      'This measure has no number in it. Where does it stand today, and what would be good enough?',
    ]
  }
  return [null, '']
}

/** One gentle question for all targets that do not say where things stand today. */
function withoutBaseline(actions: readonly LintAction[]): Remark[] {
  const among = actions.filter(
    ({ measure }) => measure && !isOnlyDocument(measure) && hasNumber(measure) && !hasBaseline(measure),
  )
  const [first] = among
  if (!first) return []
  const message =
    among.length === 1
      ? `“${first.measure}” says where you want to be. Where do things stand today?`
      : `${among.length} measures say where you want to be and not where you are; the first is “${first.measure}”: ${named(among)}. Where do things stand today?`
  const words = first.measure
  return [
    remarkOn(first, { code: 'measure-has-no-baseline', severity: 'advice', field: 'measure', words, message, among }),
  ]
}

/** Asked about already, as papers; nobody pastes one word. */
const BARE_REPORT = /^(?:(?:progress|annual|update|final) )?reports?$/i

/** One question for each run of neighbours with the same measure, when it is long enough to look pasted. */
function pastedMeasures(actions: readonly LintAction[]): Remark[] {
  return runsOf(actions, ({ measure }) => (BARE_REPORT.test(measure ?? '') ? null : measure), LOOKS_PASTED).map(
    ({ value, members, count }) =>
      remarkOn(members[0] ?? null, {
        code: 'measure-repeated',
        severity: 'question',
        field: 'measure',
        words: value,
        message: `${members.length} actions ${count === 1 ? 'in a row' : `in ${count} rows of neighbours`} have the measure “${value}”: ${named(members)}. Is it right for each of them?`,
        among: members,
      }),
  )
}
