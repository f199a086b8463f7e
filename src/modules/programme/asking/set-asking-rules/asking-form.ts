import type { Problem } from '../../../../design/index.ts'
import { type Form, words } from '../../../../platform/http/form.ts'
import { type AskingRules, REPORTING_RHYTHMS } from '../asking-rules.ts'

/** The boxes of the form of rules, as typed. */
export type TypedRules = Readonly<Record<keyof AskingRules, string>>

export const RULE_FIELDS = [
  'askAhead',
  'remindAhead',
  'graceDays',
  'chairAfter',
  'managerAfter',
  'closesAfter',
] as const satisfies readonly (keyof AskingRules)[]

export function typedFrom(form: Form): TypedRules {
  const typed = (name: keyof AskingRules) => words(form, name)
  return {
    askAhead: typed('askAhead'),
    remindAhead: typed('remindAhead'),
    graceDays: typed('graceDays'),
    chairAfter: typed('chairAfter'),
    managerAfter: typed('managerAfter'),
    closesAfter: typed('closesAfter'),
    rhythm: typed('rhythm'),
  }
}

export function typedOf(rules: AskingRules): TypedRules {
  const { remindAhead } = rules
  return {
    askAhead: String(rules.askAhead),
    remindAhead: remindAhead === null ? '' : String(remindAhead),
    graceDays: String(rules.graceDays),
    chairAfter: String(rules.chairAfter),
    managerAfter: String(rules.managerAfter),
    closesAfter: String(rules.closesAfter),
    rhythm: rules.rhythm,
  }
}

/** The rules as numbers: what is no number stays none, so that the check says so; an empty reminder is no reminder. */
export function rulesFrom(typed: TypedRules): AskingRules {
  const number = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN)
  return {
    askAhead: number(typed.askAhead),
    remindAhead: typed.remindAhead === '' ? null : number(typed.remindAhead),
    graceDays: number(typed.graceDays),
    chairAfter: number(typed.chairAfter),
    managerAfter: number(typed.managerAfter),
    closesAfter: number(typed.closesAfter),
    rhythm: REPORTING_RHYTHMS.find((rhythm) => rhythm === typed.rhythm) ?? 'quarterly',
  }
}

export const EXPIRED: Problem = {
  field: 'askAhead',
  message: 'The page was open for too long. What you typed is kept: set it again',
}
