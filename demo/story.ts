import type { Day } from '../src/kernel/day.ts'
import { planYear } from './plan-year.ts'
import { careStory } from './story/care.ts'
import { firstWordsStory } from './story/first-words.ts'
import { hubsStory } from './story/hubs.ts'
import { inclusionStory } from './story/inclusion.ts'
import { learningStory } from './story/learning.ts'
import { mindsStory } from './story/minds.ts'
import { missingStory } from './story/missing.ts'
import { safetyStory } from './story/safety.ts'
import { type DemoUpdate, tell } from './story/telling.ts'
import { voiceStory } from './story/voice.ts'

export type { DemoEvidence, DemoUpdate, DemoVerdict } from './story/telling.ts'

/**
 * Eleven months of updates on the demo plan, in the order they were sent.
 *
 * @param starts  first day of the plan year, the first of any month
 * @throws RangeError when `starts` is not the first of a month
 */
export function demoStory(starts: Day): DemoUpdate[] {
  const year = planYear(starts)
  const arcs = [
    hubsStory,
    firstWordsStory,
    learningStory,
    inclusionStory,
    safetyStory,
    missingStory,
    mindsStory,
    careStory,
    voiceStory,
  ].flatMap((arcsOf) => arcsOf(year))
  return arcs.flatMap((arc) => tell(arc, year)).sort((a, b) => Temporal.PlainDate.compare(a.submittedOn, b.submittedOn))
}
