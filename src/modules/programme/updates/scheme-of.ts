import type { RatingScheme } from '../../plan/index.ts'

export type Schemes = ReadonlyMap<string, RatingScheme>

/** The scheme an update was rated under; the plan's own where that is not at hand. */
export function schemeOf(
  { scheme, schemes }: { readonly scheme: RatingScheme; readonly schemes: Schemes },
  { schemeId }: { readonly schemeId: string },
): RatingScheme {
  return schemes.get(schemeId) ?? scheme
}
