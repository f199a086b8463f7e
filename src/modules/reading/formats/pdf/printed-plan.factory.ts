import type { ActionReading } from '../../plan-reading.ts'

export type InventedAction = {
  readonly ref: string
  readonly text: string
  readonly measure: string
  readonly when: string
  readonly lead: string
}

export const PRINTED_NAMES = ['Ref', 'Action', 'Measure', 'Timescale', 'Lead']
export const PRINTED_WIDTHS = ['1.3cm', '1fr', '1fr', '2.6cm', '3.4cm']

const OPENINGS = [
  'Open',
  'Review',
  'Agree with schools',
  'Write and publish',
  'Train the staff of each hub in',
  'Consult young carers about',
]
const THINGS = [
  'the early help offer in each locality of the borough, with partners from health and the police',
  'a pathway for young people who leave care',
  'how families hear of free childcare for two-year-olds, so that take-up rises in every ward',
  'supervised play',
  'the joint protocol on children missing from home or care, and test it with three case audits',
  'speech and language therapy before school age',
]
const MEASURES = [
  '40 more families use a hub each quarter',
  'Protocol agreed',
  'Take-up at 85% or more in each ward, against 71% in 2025, by the end of the second year',
  '9 in 10 staff trained',
]
const TIMES = ['March 2027', 'Quarterly Oct & Jan', '30 September 2026', 'Ongoing', 'By end of autumn term 2026']
const LEADS = [
  'Head of Early Help, Ann Lee',
  'Bob Ray',
  'Safer Lives Group',
  'Designated Nurse and Head of Virtual School',
]

/** Actions of an invented plan, each different, with cells of one to five lines when they are printed. */
export function inventedActions(count: number): readonly InventedAction[] {
  return Array.from({ length: count }, (_, index) => ({
    ref: `${1 + Math.floor(index / 12)}.${1 + (index % 12)}`,
    text: `${pick(OPENINGS, index)} ${pick(THINGS, 5 * index + Math.floor(index / 6))}`,
    measure: pick(MEASURES, index + Math.floor(index / 4)),
    when: pick(TIMES, 3 * index),
    lead: pick(LEADS, index + Math.floor(index / 5)),
  }))
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? ''
}

/** An action's fields in the order in which they were printed. */
export function printedFields(action: ActionReading): readonly (string | null | undefined)[] {
  return [action.ref, action.text, action.measure, action.timescale?.text, action.leadWords]
}
