import { type Day, isAfter, parseDay } from '../../../../kernel/day.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { StepWords } from '../step.store.ts'

export type StepField = 'name' | 'dueOn' | 'who' | 'doneOn' | 'words' | 'on'
export type StepProblem = { readonly field: StepField; readonly message: string }
export type StepProblems = { readonly kind: 'problems'; readonly problems: readonly StepProblem[] }

export const LONGEST_STEP = 300
const LONGEST_WHO = 200
export const LONGEST_PROOF = 2000

/** A step as it was typed, when it says what and by when; else every problem. */
export function checkStep(said: {
  readonly name: string
  readonly dueOn: string
  readonly who: string
}): Result<StepWords, StepProblems> {
  const dueOn = parseDay(said.dueOn)
  const problems: StepProblem[] = []
  if (said.name === '') problems.push({ field: 'name', message: 'Say what the step is' })
  if (said.name.length > LONGEST_STEP)
    problems.push({ field: 'name', message: `Shorten it to ${LONGEST_STEP} characters` })
  if (!dueOn) problems.push({ field: 'dueOn', message: 'Give the day it is due' })
  if (said.who.length > LONGEST_WHO) problems.push({ field: 'who', message: `Shorten it to ${LONGEST_WHO} characters` })
  if (!dueOn || problems.length > 0) return refuse({ kind: 'problems', problems })
  return ok({ name: said.name, dueOn, who: said.who || null })
}

/** That a step is done, as it was typed: on a day that has come. */
export function checkDone(
  said: { readonly doneOn: string; readonly words: string },
  today: Day,
): Result<{ readonly on: Day; readonly words: string | null }, StepProblems> {
  const on = parseDay(said.doneOn || today.toString())
  const problems: StepProblem[] = []
  if (!on) problems.push({ field: 'doneOn', message: 'Give the day it was done' })
  if (on && isAfter(on, today)) problems.push({ field: 'doneOn', message: 'Give a day that has come' })
  if (said.words.length > LONGEST_PROOF) problems.push({ field: 'words', message: 'Shorten it to 2,000 characters' })
  if (!on || problems.length > 0) return refuse({ kind: 'problems', problems })
  return ok({ on, words: said.words || null })
}
