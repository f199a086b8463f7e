import { monthName } from '../../kernel/day.ts'

export type DueMonth = {
  /** `2014-09` */
  readonly month: string
  readonly reported: number
  readonly due: number
  readonly overdue: number
}

export type DueTimelineProps = {
  /** the finding: "Nine reports are overdue; eleven more are due by December" */
  readonly title: string
  /** in order, none left out between the first and the last */
  readonly months: readonly DueMonth[]
  /** `2014-10-14`; marked where it falls */
  readonly today?: string | undefined
  readonly hrefFor?: ((month: string) => string) | undefined
  readonly source?: string
}

/** What both drawings of the timeline are handed. */
export type DueDrawing = Pick<DueTimelineProps, 'title' | 'months' | 'today' | 'hrefFor'> & { readonly id: string }

/** From the base up, or from the left. */
export const DUE_KINDS = ['reported', 'overdue', 'due'] as const

export function totalOf({ reported, overdue, due }: DueMonth): number {
  return reported + overdue + due
}

/** "September 2014", from `2014-09`. */
export function wholeMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${monthName(Number(number))} ${year}`
}

/** "September 2014: 3 reported, 2 missed, 1 still to come", saying only what there is. */
export function monthInWords({ month, reported, overdue, due }: DueMonth): string {
  const facts = [
    reported > 0 && `${reported} reported`,
    overdue > 0 && `${overdue} missed`,
    due > 0 && `${due} still to come`,
  ]
  return `${wholeMonth(month)}: ${facts.filter(Boolean).join(', ') || 'nothing due'}`
}

/** How far through its month a day falls, from 0 to 1; null when it is another month. */
export function placeInMonth(month: string, today: string | undefined): number | null {
  if (!today?.startsWith(`${month}-`)) return null
  const day = Temporal.PlainDate.from(today)
  return (day.day - 1) / day.daysInMonth
}
