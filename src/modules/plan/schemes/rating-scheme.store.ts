import { type Selectable, sql } from 'kysely'
import type { Id, PartnershipId, PlanId } from '../../../kernel/id.ts'
import type { DB, Tx } from '../../../platform/database/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import { DEFAULT_RATING_SCHEME } from '../default-rating-scheme.ts'
import type { RatingMeaning, RatingRule, RatingScheme, RatingShape, RecoveryFor } from '../rating-scheme.ts'

/** The partnership's scheme; the five usual colours when it has none yet. Two who ask at once wait for each other and get one. */
export async function ensureRatingScheme(
  tx: Tx,
  partnershipId: PartnershipId,
  newId: <Thing extends string>() => Id<Thing>,
): Promise<string> {
  const first = await findFirstScheme(tx)
  if (first) return first
  await sql`select from partnership where partnership_id = ${partnershipId} for no key update`.execute(tx)
  const made = await findFirstScheme(tx)
  if (made) return made
  const id = newId<'rating-scheme'>()
  const { name, ratings } = DEFAULT_RATING_SCHEME
  await tx.insertInto('rating_scheme').values({ partnership_id: partnershipId, id, name }).execute()
  await tx
    .insertInto('rating')
    .values(ratingRows(partnershipId, id, ratings))
    .execute()
  return id
}

/** The colours of a scheme as rows, in order. */
export function ratingRows(partnershipId: PartnershipId, schemeId: string, ratings: readonly RatingRule[]) {
  return ratings.map((rating, position) => ({
    partnership_id: partnershipId,
    scheme_id: schemeId,
    key: rating.key,
    position,
    name: rating.name,
    letter: rating.letter,
    shape: rating.shape,
    meaning: rating.meaning,
    needs_evidence: rating.needsEvidence,
    recovery_for: rating.recoveryFor,
    process_rule: rating.processRule,
    impact_rule: rating.impactRule,
    performance_rule: rating.performanceRule,
  }))
}

async function findFirstScheme(tx: Tx): Promise<string | null> {
  const known = await tx
    .selectFrom('rating_scheme')
    .select('id')
    .where('kind', '=', 'five-colours')
    .orderBy('id')
    .executeTakeFirst()
  return known?.id ?? null
}

export async function findRatingScheme(tx: Tx, schemeId: string): Promise<RatingScheme> {
  return (await findRatingSchemes(tx, [schemeId])).get(schemeId) ?? { id: schemeId, name: '', ratings: [] }
}

/** Some schemes, such as those that the updates of an action were rated under. */
export async function findRatingSchemes(
  tx: Tx,
  schemeIds: readonly string[],
): Promise<ReadonlyMap<string, RatingScheme>> {
  if (schemeIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('rating')
    .innerJoin('rating_scheme', 'rating_scheme.id', 'rating.scheme_id')
    .select(['scheme_id', 'key', 'rating.name', 'rating_scheme.name as scheme'])
    .select(['process_rule', 'impact_rule', 'performance_rule'])
    .select(['letter', 'shape', 'meaning', 'needs_evidence', 'recovery_for'])
    .where('scheme_id', 'in', [...new Set(schemeIds)])
    .orderBy('position')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ scheme_id }) => scheme_id)].map(([id, of]) => [
      id,
      { id, name: of[0]?.scheme ?? '', ratings: of.map(ratingRuleOf) },
    ]),
  )
}

type RatingRow = Omit<Selectable<DB['rating']>, 'partnership_id' | 'position' | 'scheme_id'>

function ratingRuleOf(row: RatingRow): RatingRule {
  return {
    key: row.key as RatingKey,
    name: row.name,
    letter: row.letter,
    shape: row.shape as RatingShape,
    meaning: row.meaning as RatingMeaning,
    needsEvidence: row.needs_evidence,
    recoveryFor: row.recovery_for as RecoveryFor,
    processRule: row.process_rule,
    impactRule: row.impact_rule,
    performanceRule: row.performance_rule,
  }
}

/** The scheme that a plan had at a moment. */
export async function findSchemeAsAt(
  tx: Tx,
  { id, ratingSchemeId }: { readonly id: PlanId; readonly ratingSchemeId: string },
  at: Temporal.Instant,
): Promise<RatingScheme> {
  const next = await tx
    .selectFrom('scheme_choice')
    .select('before_scheme_id')
    .where('plan_id', '=', id)
    .where('chosen_at', '>', at.toString())
    .orderBy('chosen_at')
    .executeTakeFirst()
  return findRatingScheme(tx, next?.before_scheme_id ?? ratingSchemeId)
}

/** As {@link findSchemeAsAt}, of a plan by its id. */
export async function findSchemeOfPlanAsAt(tx: Tx, planId: PlanId, at: Temporal.Instant): Promise<RatingScheme> {
  const plan = await tx.selectFrom('plan').select('rating_scheme_id').where('id', '=', planId).executeTakeFirstOrThrow()
  return findSchemeAsAt(tx, { id: planId, ratingSchemeId: plan.rating_scheme_id }, at)
}
