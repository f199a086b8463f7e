import { longPeriod } from '../../../kernel/period.ts'
import type { ActionReading, Finding } from '../plan-reading.ts'
import { type Recipe, toldColour } from '../recipe.ts'
import type { ProposedPeriod } from './find-period.ts'
import type { PlanDraft } from './plan-draft.ts'
import { ratedCell } from './rated-cell.ts'
import { readRating } from './rating.ts'
import { nameOfShade } from './shade-name.ts'

/** What the reader itself is not sure of, as questions to whoever knows the plan. */
export function readingFindings(
  draft: PlanDraft,
  actions: readonly ActionReading[],
  proposed: ProposedPeriod | null,
  recipe: Recipe,
): Finding[] {
  return [
    ...periodQuestion(proposed),
    ...noActions(actions),
    ...doubtfulJoins(draft, actions),
    ...leadsCutInTwo(actions),
    ...coloursWithoutKey(draft, actions, recipe),
    ...blueThatIsNotComplete(draft, actions),
  ]
}

function periodQuestion(proposed: ProposedPeriod | null): Finding[] {
  if (!proposed) {
    return [
      {
        code: 'period-not-found',
        severity: 'question',
        action: null,
        words: null,
        message: 'The document does not say which years it covers. What is the plan’s period?',
        where: null,
      },
    ]
  }
  const { words, basis } = proposed
  if (basis === 'stated') return []
  const years = basis === 'financial-year' ? 'financial years, April to March' : 'a calendar year'
  return [
    {
      code: 'period-proposed',
      severity: 'question',
      action: null,
      words,
      message: `“${words}” was read as ${longPeriod(proposed.period)}, taking it for ${years}. Is that the plan’s period?`,
      where: null,
    },
  ]
}

function noActions(actions: readonly ActionReading[]): Finding[] {
  if (actions.length > 0) return []
  return [
    {
      code: 'no-actions-found',
      severity: 'warning',
      action: null,
      words: null,
      message: 'No table of actions was found in this document. All its words are listed as not understood.',
      where: null,
    },
  ]
}

function doubtfulJoins(draft: PlanDraft, actions: readonly ActionReading[]): Finding[] {
  return draft.actions.flatMap((action, index): Finding[] => {
    const joined = action.doubtfulJoin
    if (!joined) return []
    const words = joined.fields.action
    return [
      {
        code: 'row-joined-after-page',
        severity: 'question',
        action: actions[index]?.id ?? null,
        words,
        message: `“${words}” begins a page and has no date or lead of its own, so it was read as the end of the action before it. Is that right?`,
        where: joined.row.where,
      },
    ]
  })
}

/** A lead that, put after the lead of the row above, spells a lead named elsewhere: a cell the page cut in two. */
function leadsCutInTwo(actions: readonly ActionReading[]): Finding[] {
  const whole = new Set(actions.map((action) => action.leadWords))
  return actions.flatMap((action, index): Finding[] => {
    const above = actions[index - 1]?.leadWords
    if (!above || !action.leadWords || !whole.has(`${above} ${action.leadWords}`)) return []
    return [
      {
        code: 'lead-cut-in-two',
        severity: 'question',
        action: action.id,
        words: action.leadWords,
        message: `The lead of the action above and “${action.leadWords}” together make “${above} ${action.leadWords}”, who is named elsewhere. Was one cell cut in two, and do they lead both?`,
        where: action.where,
      },
    ]
  })
}

/** A shade alone is read as the rating nearest to it; what the colour means is for somebody to say who knows. */
function coloursWithoutKey(draft: PlanDraft, actions: readonly ActionReading[], recipe: Recipe): Finding[] {
  const explained = new Set(draft.ratingKey.map(({ key }) => key))
  const shaded = draft.actions.flatMap((action, at) =>
    SIDES.flatMap((side) => {
      const { text, fill } = ratedCell(action, side)
      const rating = text === '' && fill && !toldColour(recipe, fill) ? readRating('', fill, recipe) : null
      const read = actions[at]
      return rating && read && !(rating.key && explained.has(rating.key))
        ? [{ ...rating, name: rating.key ?? nameOfShade(fill ?? ''), id: read.id, where: read.where }]
        : []
    }),
  )
  return [...Map.groupBy(shaded, ({ name }) => name)].flatMap(([name, same]): Finding[] => {
    const first = same[0]
    if (!first) return []
    const many = same.length === 1 ? 'One rating is' : `${same.length} ratings are`
    const unread = first.key === null ? ' It was read as no rating.' : ''
    return [
      {
        code: 'colour-without-key',
        severity: 'question',
        action: first.id,
        words: first.text,
        message: `${many} ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} cell with no word in it, and the document does not say what ${name} means.${unread} What does it mean here?`,
        where: first.where,
      },
    ]
  })
}

const SIDES = ['progress', 'impact'] as const

/** Blue is "complete" in most plans and "suspended" in some; where the document's key says so, nobody should read it as done. */
function blueThatIsNotComplete(draft: PlanDraft, actions: readonly ActionReading[]): Finding[] {
  const entry = draft.ratingKey.find(({ key, text }) => key === 'blue' && NOT_COMPLETE.test(text))
  const rated = actions.find(({ progressRating, impactRating }) =>
    [progressRating, impactRating].some((rating) => rating?.key === 'blue'),
  )
  if (!entry || !rated) return []
  return [
    {
      code: 'blue-is-not-complete',
      severity: 'warning',
      action: rated.id,
      words: entry.text,
      message: `This document’s key says that blue means “${entry.text}”, where most plans mean complete. Which rating should these actions have?`,
      where: entry.where,
    },
  ]
}

const NOT_COMPLETE =
  /\b(?:suspend|paus|stop|cancel|delet|withdrawn|on hold|defer|not (?:yet )?(?:start|complet|due)|no longer)/i
