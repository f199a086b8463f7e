import type { Id, PartnershipId, PersonId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type PresetKind, RATING_PRESETS } from '../rating-presets.ts'
import type { RatingRule, RatingScheme } from '../rating-scheme.ts'
import { findRatingSchemes, ratingRows } from './rating-scheme.store.ts'

/** A scheme that the partnership has, as it is kept. */
export type KnownScheme = RatingScheme & { readonly kind: PresetKind | 'own'; readonly version: number }
type By = { readonly by: PersonId; readonly at: Temporal.Instant }
const MOST_SCHEMES = 100

/** The partnership's own schemes that no later version took the place of, and the presets it has used. */
export async function findKnownSchemes(tx: Tx): Promise<readonly KnownScheme[]> {
  const rows = await tx
    .selectFrom('rating_scheme')
    .select(['id', 'kind', 'version'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('rating_scheme as later').select('later.id').whereRef('later.follows', '=', 'rating_scheme.id'),
        ),
      ),
    )
    .orderBy('name')
    .limit(MOST_SCHEMES)
    .execute()
  const schemes = await findRatingSchemes(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, kind, version }) => {
    const scheme = schemes.get(id)
    return scheme ? [{ ...scheme, kind: kind as KnownScheme['kind'], version }] : []
  })
}

/** A preset as the partnership has it; made the first time it is wanted. */
export async function ensurePreset(
  tx: Tx,
  partnershipId: PartnershipId,
  kind: PresetKind,
  { id, by, at }: By & { readonly id: Id<'rating-scheme'> },
): Promise<string> {
  const known = (await findKnownSchemes(tx)).find((scheme) => scheme.kind === kind)
  if (known) return known.id
  await insertScheme(tx, partnershipId, { id, kind, version: 1, follows: null, ...RATING_PRESETS[kind], by, at })
  return id
}

export async function insertScheme(
  tx: Tx,
  partnershipId: PartnershipId,
  scheme: By & {
    readonly id: Id<'rating-scheme'>
    readonly kind: KnownScheme['kind']
    readonly version: number
    readonly follows: string | null
    readonly name: string
    readonly ratings: readonly RatingRule[]
  },
): Promise<void> {
  const { id, kind, version, follows, name, by, at } = scheme
  const made = { made_at: at.toString(), made_by: by }
  await tx
    .insertInto('rating_scheme')
    .values({ partnership_id: partnershipId, id, name, kind, version, follows, ...made })
    .execute()
  await tx
    .insertInto('rating')
    .values(ratingRows(partnershipId, id, scheme.ratings))
    .execute()
}

/** Gives a plan another scheme, and keeps which it had. */
export async function setPlanScheme(
  tx: Tx,
  partnershipId: PartnershipId,
  of: By & {
    readonly id: Id<'scheme-choice'>
    readonly planId: PlanId
    readonly before: string
    readonly schemeId: string
  },
): Promise<void> {
  await tx
    .insertInto('scheme_choice')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      plan_id: of.planId,
      scheme_id: of.schemeId,
      before_scheme_id: of.before,
      chosen_at: of.at.toString(),
      chosen_by: of.by,
    })
    .execute()
  await tx.updateTable('plan').set({ rating_scheme_id: of.schemeId }).where('id', '=', of.planId).execute()
}
