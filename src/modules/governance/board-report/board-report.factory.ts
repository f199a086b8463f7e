import { day } from '../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { newId } from '../../../platform/ids.ts'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import type { Plan, RatingScheme } from '../../plan/index.ts'
import { anAction, PLAN_YEAR } from '../../plan/plan.factory.ts'
import type { StandingAsAt } from '../../programme/index.ts'
import { type BoardReport, boardReport } from './board-report.ts'

export const A_SCHEME: RatingScheme = {
  id: 'scheme',
  name: 'Five colours',
  ratings: DEFAULT_RATING_SCHEME.ratings.map((rating) => ({ ...rating, name: `Called ${rating.key}` })),
}

const ADOPTED_AT = Temporal.Instant.from('2014-04-01T09:00:00Z')
const BEFORE = '2014-03-01'

export const A_PLAN: Plan = {
  id: newId<'plan'>() satisfies PlanId,
  title: 'Delivery plan',
  period: PLAN_YEAR,
  levelNames: ['Aim'],
  ratingSchemeId: A_SCHEME.id,
  adoptedAt: ADOPTED_AT,
}

type Said = NonNullable<StandingAsAt['latest']>

/** What was known of one action: its last ratings, its duties with whether each was met, and its evidence. */
export type Story = {
  /** accepted, and sent on 1 October 2014, unless told otherwise */
  readonly latest: (Pick<Said, 'progress' | 'impact'> & Partial<Said>) | null
  readonly points: readonly { readonly on: string; readonly isReported: boolean }[]
  /** files attached; one unless told otherwise */
  readonly evidenceCount?: number
  /** what the plan said of it, from each day on; nothing but its first words unless told otherwise */
  readonly said?: readonly (readonly [on: string, said: Parameters<typeof anAction>[0]])[]
}

const SAID = {
  id: newId<'submission'>(),
  narrative: 'Words',
  whatNext: null,
  wayBack: null,
  forecast: null,
  submittedAt: Temporal.Instant.from('2014-10-01T09:00:00Z'),
  isAccepted: true,
}

/** The board report of a plan whose actions have these stories, referenced 1, 2, 3 and so on; made on its own day. */
export function aBoardReport(stories: readonly Story[], asAt = '2014-10-15', today = asAt): BoardReport {
  const actions = stories.map((_, at) => anAction({ ref: String(at + 1) }))
  const standings = new Map<ActionId, StandingAsAt>(
    stories.map(({ latest, points, evidenceCount = 1 }, at) => {
      const actionId = actions[at]?.id ?? newId<'action'>()
      return [
        actionId,
        {
          actionId,
          latest: latest && { ...SAID, ...latest },
          points: points.map(({ on, isReported }) => ({
            id: newId<'reporting-point'>(),
            dueOn: day(on),
            isReported,
            isDated: true,
            reportedAt: null,
          })),
          evidenceCount,
        },
      ]
    }),
  )
  const facts = {
    partnership: 'Testing',
    plan: A_PLAN,
    scheme: A_SCHEME,
    headings: new Map<ActionId, string>(),
    adoptedAt: ADOPTED_AT,
    versions: stories.flatMap(({ said = [[BEFORE, {}]] }, at) => {
      const action = actions[at]
      if (!action) return []
      const versions = said.map(([on, words]) => ({
        at: Temporal.Instant.from(`${on}T09:00:00Z`),
        content: anAction({ ref: action.ref, ...words }),
      }))
      return [{ id: action.id, versions }]
    }),
    trail: { number: 57, hash: 'ab'.repeat(32) },
  }
  return boardReport({ ...facts, asAt: day(asAt), today: day(today), actions, standings })
}
