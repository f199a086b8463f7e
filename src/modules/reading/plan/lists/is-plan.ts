import type { Block } from '../../blocks.ts'
import { opensAsAction } from '../action-words.ts'
import { readPartHeading } from '../part-heading.ts'

const PLAN = /\b(?:plan|strategy|strategies|programme|framework|charter|pledge|priorities)\b/i
const OTHER_KIND =
  /^(?:draft )?(?:minutes|agenda|notes) (?:of|from|for)\b|\b(?:policy|procedures?|guidance|protocol|terms of reference|newsletter|privacy notice|press release|job description|code of conduct|briefing)\b/i
const LETTER = /^dear\b|^yours (?:sincerely|faithfully|truly)\b|^(?:kind|best) regards\b/i
const MEETING =
  /^(?:present|apologies(?: for absence)?|in attendance|attendees|chair|minutes)\s*:|^(?:matters arising|minutes of the (?:last|previous) meeting|any other business|date of next meeting)\b/i

/**
 * Whether a document without a table of actions is a plan, so that its lists may be actions: it calls itself one, or numbers its
 * priorities. A letter, minutes and a policy have lists of things to do as well, and are none.
 */
export function isPlan(blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))
  if (lines.some((line) => line.length < 60 && LETTER.test(line))) return false
  if (lines.filter((line) => line.length < 120 && MEETING.test(line)).length >= 2) return false
  const opening = lines.filter((line) => line.length <= 140).slice(0, 6)
  const numbered = lines.filter((line) => readPartHeading(line) !== null && !opensAsAction(line)).length
  const named = lines.slice(0, 60).some((line) => line.length <= 100 && PLAN.test(line))
  const isOther = opening
    .slice(0, 3)
    .some((line) => OTHER_KIND.test(line) && !/\b(?:action|improvement|delivery) plan\b/i.test(line))
  return !isOther && (named || numbered >= 2)
}
