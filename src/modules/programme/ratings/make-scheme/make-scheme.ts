import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { findKnownSchemes, insertScheme } from '../../../plan/index.ts'
import { checkScheme, type SchemeProblem, type TypedScheme } from './check-scheme.ts'

export type MakingRefusal =
  | { readonly kind: 'form-expired' }
  /** the scheme it is to follow is not the partnership's own, or has a later version already */
  | { readonly kind: 'no-such-scheme' }
  | { readonly kind: 'problems'; readonly problems: readonly SchemeProblem[] }

/**
 * Makes a scheme of the partnership's own, or the next version of one. A scheme never changes: plans and updates that have the
 * version before keep it.
 *
 * @param follows  the scheme it is the next version of; null for a first version
 */
export async function makeScheme(
  world: World,
  by: Member,
  { typed, follows, formKey }: { typed: TypedScheme; follows: string | null; formKey: string | null },
): Promise<Result<string, MakingRefusal>> {
  const checked = checkScheme(typed)
  if (!checked.ok) return checked
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<string, MakingRefusal>> => {
    const id = world.newId<'rating-scheme'>()
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    const own = (await findKnownSchemes(tx)).filter(({ kind }) => kind === 'own')
    const before = own.find((scheme) => scheme.id === follows) ?? null
    if (follows && !before) return refuse({ kind: 'no-such-scheme' })
    await insertScheme(tx, by.partnershipId, {
      id,
      kind: 'own',
      version: (before?.version ?? 0) + 1,
      follows: before?.id ?? null,
      ...checked.value,
      by: by.person.id,
      at: world.now(),
    })
    await recordChange(tx, world, by, {
      what: before ? 'made the next version of a rating scheme' : 'made a rating scheme',
      subject: { kind: 'rating-scheme', id },
      ...(before ? { before: { name: before.name, ratings: before.ratings } } : {}),
      after: checked.value,
    })
    return ok(id)
  })
}
