import { day, isBefore, longDay } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { LintAction, LintInput, Remark } from './lint-plan.ts'

/** Questions about when. */
export function lintTimescales({ actions, period, has }: LintInput): Remark[] {
  if (has && !has.timescale) {
    return actions.length === 0
      ? []
      : [
          {
            code: 'no-timescales',
            severity: 'question',
            about: null,
            words: null,
            message: 'This document gives no dates for its actions. When is each due?',
          },
        ]
  }
  return actions.flatMap((action) => lintTimescale(action, period))
}

function lintTimescale(action: LintAction, period: Period | null): Remark[] {
  const { timescale } = action
  if (timescale === null || timescale.text === '') {
    return [
      {
        code: 'timescale-missing',
        severity: 'warning',
        about: action,
        words: null,
        message: 'No timescale is given. When should this be reported?',
      },
    ]
  }
  const remarks = period
    ? outside(
        action,
        timescale.text,
        timescale.due.map((due) => due.on),
        period,
      )
    : []
  if (timescale.confidence === 'unsure' && timescale.kind !== 'ongoing') {
    remarks.push({
      code: 'timescale-unsure',
      severity: 'question',
      about: action,
      words: timescale.text,
      message:
        `“${timescale.text}” could not be read as a date with confidence. ${timescale.notes[0] ?? ''} When is it due?`.replace(
          /\s+/g,
          ' ',
        ),
    })
  } else if (/names \d+: \d+ of/.test(timescale.notes.join(' '))) {
    remarks.push({
      code: 'timescale-does-not-agree',
      severity: 'question',
      about: action,
      words: timescale.text,
      message: `“${timescale.text}” names fewer or more months than its rhythm asks for. Are the months named the right ones?`,
    })
  }
  return remarks
}

function outside(action: LintAction, words: string, due: readonly string[], period: Period): Remark[] {
  const days = due.map(day).filter((on) => !includes(period, on))
  const early = days.find((on) => isBefore(on, period.starts))
  const late = days.findLast((on) => !isBefore(on, period.starts))
  const remarks: Remark[] = []
  if (late)
    remarks.push({
      code: 'timescale-after-plan',
      severity: 'question',
      about: action,
      words,
      message: `${longDay(late)} is after the plan ends on ${longDay(lastDay(period))}. Who will follow it up then?`,
    })
  if (early)
    remarks.push({
      code: 'timescale-before-plan',
      severity: 'question',
      about: action,
      words,
      message: `${longDay(early)} is before the plan starts on ${longDay(period.starts)}. Is it already done?`,
    })
  return remarks
}
