import type { Closing } from '../../year-end/disposal.store.ts'
import type { UpdateLink } from './update-link.store.ts'

/** Whether a link opens its update; and if not, why. `not-asked`: the update is not wanted of this person, or of nobody, any more. */
export type LinkStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'plan-closed'; readonly closing: Closing }
  | { readonly kind: 'replaced'; readonly at: Temporal.Instant }
  | { readonly kind: 'taken-back'; readonly at: Temporal.Instant }
  | { readonly kind: 'expired'; readonly at: Temporal.Instant }

type Known = {
  readonly isAsked: boolean
  readonly closing: Closing | null
  readonly nextMadeAt: Temporal.Instant | null
  readonly now: Temporal.Instant
}

/**
 * How a link stands at a moment. Whoever is not asked any more is told so and no more, whatever else ended the link.
 *
 * @param isAsked  the duty holds, and the person leads its action or stands in for its lead
 * @param closing  when and by whom the plan's year was closed; null while it is open
 * @param nextMadeAt  when the latest link of this person to this update was made, if that was after this one; else null
 */
export function linkStanding(
  { revokedAt, expiresAt }: Pick<UpdateLink, 'revokedAt' | 'expiresAt'>,
  { isAsked, closing, nextMadeAt, now }: Known,
): LinkStanding {
  if (!isAsked) return { kind: 'not-asked' }
  if (closing) return { kind: 'plan-closed', closing }
  if (revokedAt) {
    const isReplaced = nextMadeAt !== null && Temporal.Instant.compare(nextMadeAt, revokedAt) >= 0
    return { kind: isReplaced ? 'replaced' : 'taken-back', at: revokedAt }
  }
  return Temporal.Instant.compare(now, expiresAt) >= 0 ? { kind: 'expired', at: expiresAt } : { kind: 'open' }
}

const APART = { minutes: 10 }
const MOST_A_DAY = 5

/**
 * Whether one more link may be mailed to somebody who asks for one: the last was made ten minutes ago or more, and no more
 * than four in the day before.
 *
 * @param made  when the links of this person to this update were made, within the day before
 */
export function mayMailLink(made: readonly Temporal.Instant[], now: Temporal.Instant): boolean {
  const tooSoon = now.subtract(APART)
  return made.length < MOST_A_DAY && made.every((at) => Temporal.Instant.compare(at, tooSoon) <= 0)
}
