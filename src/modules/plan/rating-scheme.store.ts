import { sql } from 'kysely'
import type { Id, PartnershipId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { RatingKey } from '../reading/index.ts'
import { DEFAULT_RATING_SCHEME } from './default-rating-scheme.ts'
import type { RatingMeaning, RatingScheme, RatingShape, RecoveryFor } from './rating-scheme.ts'

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
  const rows = ratings.map((rating, position) => ({
    partnership_id: partnershipId,
    scheme_id: id,
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
  await tx.insertInto('rating').values(rows).execute()
  return id
}

async function findFirstScheme(tx: Tx): Promise<string | null> {
  const known = await tx.selectFrom('rating_scheme').select('id').orderBy('id').executeTakeFirst()
  return known?.id ?? null
}

export async function findRatingScheme(tx: Tx, schemeId: string): Promise<RatingScheme> {
  const rows = await tx
    .selectFrom('rating')
    .innerJoin('rating_scheme', 'rating_scheme.id', 'rating.scheme_id')
    .select(['key', 'rating.name', 'rating_scheme.name as scheme', 'process_rule', 'impact_rule', 'performance_rule'])
    .select(['letter', 'shape', 'meaning', 'needs_evidence', 'recovery_for'])
    .where('scheme_id', '=', schemeId)
    .orderBy('position')
    .execute()
  const ratings = rows.map((row) => ({
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
  }))
  return { id: schemeId, name: rows[0]?.scheme ?? '', ratings }
}
