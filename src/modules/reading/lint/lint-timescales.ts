import { day, isBefore, longDay } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { TimescaleReading } from '../plan-reading.ts'
import type { LintAction, LintInput } from './lint-plan.ts'
import { type Remark, remarkOn, remarkOnPlan } from './remark.ts'
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
  return [...actions.flatMap((action) => lintTimescale(action, period)), ...pastedTimescales(actions)]
}

function lintTimescale(action: LintAction, period: Period | null): Remark[] {
  const { timescale } = action
  if (timescale === null || timescale.text === '') {
    const message = 'No timescale is given. When should this be reported?'
    return [remarkOn(action, { code: 'timescale-missing', severity: 'warning', field: 'timescale', message })]
  }
  const remarks = period ? outside(action, timescale, period) : []
  return remarks.some(({ code }) => code === 'impossible-year') ? remarks : [...remarks, ...doubt(action, timescale)]
}

function doubt(action: LintAction, { text, kind, confidence, notes }: TimescaleReading): Remark[] {
  const asked = { severity: 'question', field: 'timescale', words: text } as const
  if (confidence === 'unsure' && kind !== 'ongoing') {
    const note = notes[0] ? `${notes[0]} ` : ''
    const message = `“${text}” could not be read as a date with confidence. ${note}When is it due?`
    return [remarkOn(action, { ...asked, code: 'timescale-unsure', message })]
  }
  if (!/names \d+: \d+ of/.test(notes.join(' '))) return []
  const message = `“${text}” names fewer or more months than its rhythm asks for. Are the months named the right ones?`
  return [remarkOn(action, { ...asked, code: 'timescale-does-not-agree', message })]
}

function outside(action: LintAction, { text, due }: TimescaleReading, period: Period): Remark[] {
  const asked = { severity: 'question', field: 'timescale', words: text } as const
  const days = due.map(({ on }) => day(on)).filter((on) => !includes(period, on))
  const far = yearsIn(text).find((year) => Math.abs(year - period.starts.year) > FAR_YEARS)
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

/** Years as written, which may be too far off to have been read as dates. */
function yearsIn(text: string): number[] {
  return [...text.slice(0, 1000).matchAll(/\b(?:1[89]|2\d)\d\d\b/g)].map(([year]) => Number(year))
}

function pastedTimescales(actions: readonly LintAction[]): Remark[] {
  return runsOf(actions, ({ timescale }) => timescale?.text ?? null, LOOKS_PASTED).map(({ value, members }) =>
    remarkOn(members[0] ?? null, {
      code: 'timescale-repeated',
      severity: 'question',
      field: 'timescale',
      words: value,
      message: `${members.length} actions in a row are due “${value}”. Can all be done by then, and heard at one meeting?`,
      among: members,
    }),
  )
}
