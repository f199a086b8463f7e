import { counted } from '../../../kernel/counted.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { lastDay } from '../../../kernel/period.ts'
import type { PlanReading } from '../../reading/index.ts'
import { namesNotKnown, type UnknownName } from '../add-names/names-not-known.ts'
import type { ReviewAnswer } from '../answer-questions/review-answer.store.ts'
import { type ReviewItem, reviewItems } from '../answer-questions/review-item.ts'
import type { AllSetAside } from '../corrections/draft.store.ts'
import type { DraftChange } from '../corrections/draft-change.store.ts'
import type { PageSummary } from '../document/document-page.ts'
import { trailOf } from '../part-trail.ts'
import { type Action, type Part, type Plan, tellsHowItWent } from '../plan.ts'
import type { KeptRecipe } from '../recipes/recipe.store.ts'
import type { MadeTie, ProposedTie } from '../tie-names/propose-ties.ts'
import { OFTEN } from './question-words.ts'
import { aimsOf, type ReviewAim } from './review-aims.ts'
import type { ReviewDocument } from './review-document.ts'
import { byCount, byDocument, type ReviewPageOf, reviewPages } from './review-pages.ts'

export type ReviewGroup = {
  readonly part: Part | null
  /** the titles above the part, outermost first */
  readonly trail: readonly string[]
  readonly actions: readonly Action[]
  /** other parts stand under it */
  readonly hasParts: boolean
}

export type ReviewView = {
  readonly plan: Plan
  readonly fileName: string | null
  readonly ends: string
  readonly summary: string
  readonly groups: readonly ReviewGroup[]
  readonly aims: readonly ReviewAim[]
  readonly shown: ReviewPageOf
  /** everything there is to look at, looked at or not */
  readonly items: readonly ReviewItem[]
  /** by action, the questions that are still open */
  readonly openByAction: ReadonlyMap<string, readonly ReviewItem[]>
  /** kinds of question asked so often that they are named in short beside each action */
  readonly often: ReadonlySet<string>
  readonly names: readonly UnknownName[]
  /** names that may be somebody already known, and the ties there are */
  readonly ties: readonly ProposedTie[]
  readonly madeTies: readonly MadeTie[]
  /** how many actions the document says of how they went */
  readonly toldOf: number
  /** the page of the document beside the actions; null when its pages were not kept */
  readonly document: ReviewDocument | null
  /** the last correction, which can be undone */
  readonly lastChange: DraftChange | null
  /** the kept recipe the document was read with, as it stands */
  readonly usedRecipe: KeptRecipe | null
  /** rows that somebody set aside as no action */
  readonly setAside: AllSetAside
  /** for the forms of this page */
  readonly once: string
}

/** Which page of a long draft: the one an action is on, or one by its number; null for the first that holds an action. */
export type PageWanted = { readonly page: number | null; readonly actionId: ActionId | null }

/** What the review page shows of a draft: its actions under their parts, and what a careful colleague would ask. */
export function reviewView(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
  wanted: PageWanted,
  pages: readonly PageSummary[],
  answers: ReadonlyMap<string, ReviewAnswer>,
): ReviewView {
  const items = reviewItems({ plan, parts, actions, reading }, answers)
  const open = items.filter(({ answer }) => answer === null)
  const openByAction = Map.groupBy(
    open.filter(({ action }) => action !== null),
    ({ action }) => String(action?.id),
  )
  const groups = groupsOf(parts, actions)
  const aims = aimsOf(groups, openByAction)
  return {
    plan,
    fileName: reading?.source.name ?? null,
    ends: plan.period ? lastDay(plan.period).toString() : '',
    summary: summaryOf(plan, parts, actions, reading),
    groups,
    aims,
    shown: reviewPages(
      aims,
      ({ pageByAction }) => pageByAction.get(wanted.actionId ?? '') ?? wanted.page ?? firstOf(pageByAction),
      pages.length > 0 ? byDocument(pages) : byCount,
      pages.length,
    ),
    items,
    openByAction,
    often: new Set(
      [...Map.groupBy(open, ({ code }) => code)].filter(([, of]) => of.length >= OFTEN).map(([code]) => code),
    ),
    names: namesNotKnown(actions),
    ties: [],
    madeTies: [],
    toldOf: actions.filter(({ said }) => tellsHowItWent(said)).length,
    document: null,
    lastChange: null,
    usedRecipe: null,
    setAside: { first: [], count: 0 },
    once: '',
  }
}

/** The first page that holds an action; the first of all when none does. */
function firstOf(pageByAction: ReadonlyMap<string, number>): number {
  return pageByAction.size === 0 ? 1 : Math.min(...pageByAction.values())
}

/** Actions in the plan's order under the part they belong to; a part with no action is kept, and shows none. */
export function groupsOf(parts: readonly Part[], actions: readonly Action[]): readonly ReviewGroup[] {
  const byPart = Map.groupBy(actions, ({ partId }) => partId)
  const hasChildren = new Set(parts.map(({ parentId }) => parentId))
  const groups = parts
    .filter((part) => byPart.has(part.id) || !hasChildren.has(part.id) || hasWords(part))
    .map((part) => ({
      part,
      trail: trailOf(parts, part.parentId),
      actions: byPart.get(part.id) ?? [],
      hasParts: hasChildren.has(part.id),
    }))
  const loose = byPart.get(null) ?? []
  return loose.length > 0 ? [...groups, { part: null, trail: [], actions: loose, hasParts: false }] : groups
}

function hasWords({ why, success, points, leadWords, alignedPlans }: Part): boolean {
  return why !== null || success !== null || leadWords !== null || points.length > 0 || alignedPlans.length > 0
}

function summaryOf(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): string {
  const levels = plan.levelNames.map((name, level) => {
    const count = parts.filter((part) => part.level === level).length
    return counted(count, name.toLowerCase())
  })
  const under = levels.length > 0 ? ` under ${levels.join(' and ')}` : ''
  const from = reading ? ` from ${reading.source.name}` : ''
  return `${counted(actions.length, 'action')}${under} ${actions.length === 1 ? 'was' : 'were'} read${from}.`
}
