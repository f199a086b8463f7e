import { day, isBefore, longDay } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { TimescaleReading } from '../plan-reading.ts'
import type { LintAction, LintInput } from './lint-plan.ts'
import { named, type Remark, remarkOn, remarkOnPlan } from './remark.ts'
import { runsOf } from './runs.ts'

/** So many actions due together, one after the other, look pasted. */
const LOOKS_PASTED = 5
/** No plan of a partnership reaches so far: a figure is mistyped. */
const FAR_YEARS = 15

/** Questions about when. */
export function lintTimescales({ actions, period, has }: LintInput): Remark[] {
  if (has && !has.timescale) {
    if (actions.length === 0) return []
    const message = 'This document gives no dates for its actions. When is each due?'
    return [remarkOnPlan({ code: 'no-timescales', severity: 'question', message })]
  }
  return [
    ...actions.flatMap((action) => lintTimescale(action, period)),
    ...unsureTimescales(actions.filter(({ timescale }) => !farYear(timescale, period))),
    ...pastedTimescales(actions),
  ]
}

function lintTimescale(action: LintAction, period: Period | null): Remark[] {
  const { timescale } = action
  if (timescale === null || timescale.text === '') {
    const message = 'No timescale is given. When should this be reported?'
    return [remarkOn(action, { code: 'timescale-missing', severity: 'warning', field: 'timescale', message })]
  }
  return [...(period ? outside(action, timescale, period) : []), ...doubt(action, timescale)]
}

/** One question for the same words, however many actions have them: one answer settles all. */
function unsureTimescales(actions: readonly LintAction[]): Remark[] {
  const unsure = actions.filter(
    ({ timescale }) => timescale?.confidence === 'unsure' && timescale.kind !== 'ongoing' && timescale.text !== '',
  )
  return [...Map.groupBy(unsure, ({ timescale }) => timescale?.text ?? '')].map(([words, among]) => {
    const note = among[0]?.timescale?.notes[0]
    const asked = among.length === 1 ? 'When is it due?' : `When are these due: ${named(among)}?`
    return remarkOn(among[0] ?? null, {
      code: 'timescale-unsure',
      severity: 'question',
      field: 'timescale',
      words,
      message: `“${words}” could not be read as a date with confidence. ${note ? `${note} ` : ''}${asked}`,
      ...(among.length > 1 && { among }),
    })
  })
}

function doubt(action: LintAction, { text, confidence, notes }: TimescaleReading): Remark[] {
  const asked = { severity: 'question', field: 'timescale', words: text } as const
  if (confidence === 'unsure' || !/names \d+: \d+ of/.test(notes.join(' '))) return []
  const message = `“${text}” names fewer or more months than its rhythm asks for. Are the months named the right ones?`
  return [remarkOn(action, { ...asked, code: 'timescale-does-not-agree', message })]
}

function outside(action: LintAction, timescale: TimescaleReading, period: Period): Remark[] {
  const { text, due } = timescale
  const asked = { severity: 'question', field: 'timescale', words: text } as const
  const days = due.map(({ on }) => day(on)).filter((on) => !includes(period, on))
  const far = farYear(timescale, period)
  if (far) {
    const message = `“${text}” names ${far}, ${Math.abs(far - period.starts.year)} years from this plan. Is a figure mistyped?`
    return [remarkOn(action, { ...asked, code: 'impossible-year', message })]
  }
  const early = days.find((on) => isBefore(on, period.starts))
  const late = days.findLast((on) => !isBefore(on, period.starts))
  const remarks: Remark[] = []
  if (late) {
    const message = `${longDay(late)} is after the plan ends on ${longDay(lastDay(period))}. Who will follow it up then?`
    remarks.push(remarkOn(action, { ...asked, code: 'timescale-after-plan', message }))
  }
  if (early) {
    const message = `${longDay(early)} is before the plan starts on ${longDay(period.starts)}. Is it already done?`
    remarks.push(remarkOn(action, { ...asked, code: 'timescale-before-plan', message }))
  }
  return remarks
}

/** A year as written that no plan of these years means; it may be too far off to have been read as a date. */
function farYear(timescale: TimescaleReading | null, period: Period | null): number | undefined {
  if (!period) return undefined
  const years = [...(timescale?.text ?? '').slice(0, 1000).matchAll(/\b(?:1[89]|2\d)\d\d\b/g)]
  return years.map(([year]) => Number(year)).find((year) => Math.abs(year - period.starts.year) > FAR_YEARS)
}

function pastedTimescales(actions: readonly LintAction[]): Remark[] {
  return runsOf(
    actions,
    ({ timescale }) => (timescale && timescale.due.length > 0 ? timescale.text : null),
    LOOKS_PASTED,
  ).map(({ value, members, count }) =>
    remarkOn(members[0] ?? null, {
      code: 'timescale-repeated',
      severity: 'question',
      field: 'timescale',
      words: value,
      message: `${members.length} actions ${count === 1 ? 'in a row' : `in ${count} rows of neighbours`} are due “${value}”: ${named(members)}. Can all be done by then, and heard at one meeting?`,
      among: members,
    }),
  )
}
