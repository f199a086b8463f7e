import type { Day } from '../src/kernel/day.ts'
import { beginnings } from './plan/beginnings.ts'
import { frontPage } from './plan/front-page.ts'
import { learning } from './plan/learning.ts'
import { life } from './plan/life.ts'
import { safety } from './plan/safety.ts'
import { planYear } from './plan-year.ts'

export const DEMO_PLAN_NAME = 'calverhythe-delivery-plan.md'

/**
 * The delivery plan of the invented borough as it would be published: Markdown with tables, slips included.
 *
 * @param starts  first day of the plan year, the first of any month
 * @throws RangeError when `starts` is not the first of a month
 */
export function demoPlan(starts: Day): string {
  const year = planYear(starts)
  const pages = [frontPage, beginnings, learning, safety, life].map((write) => write(year).trim())
  return `${pages.join('\n\n')}\n`
}
