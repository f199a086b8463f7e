import { longMoment } from '../../../kernel/day.ts'
import type { Closing } from './disposal.store.ts'

/** Why nothing of a plan can be written or changed: when it was closed, by whom, and how it is opened again. */
export function closedInWords({ closedAt, closedBy }: Pick<Closing, 'closedAt' | 'closedBy'>): string {
  return `${closedBy} closed the plan’s year on ${longMoment(closedAt)}. Nothing in it changes until the manager opens the year again, on its year-end page`
}
