/** The roles that one person gives another. */
export const GIVEN_ROLES = [
  'administrator',
  'manager',
  'analyst',
  'member',
  'contributor',
  'scrutiny',
  'young-person',
] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]

/** A chair is one by their seat and a lead by an action: nobody gives these. */
export type Role = GivenRole | 'chair' | 'lead'

/** Every role, in the order the page for auditors has them. */
export const ROLES: readonly Role[] = [
  'administrator',
  'manager',
  'analyst',
  'chair',
  'member',
  'lead',
  'contributor',
  'scrutiny',
  'young-person',
]

/**
 * The roles that count, of those somebody was given and those they have by a seat or an action. Two stand alone: scrutiny changes
 * nothing, whatever else its holder is, and a young person is shown nothing of the staff's.
 */
export function rolesInForce(
  given: readonly GivenRole[],
  by: { readonly isChair: boolean; readonly isLead: boolean },
): readonly Role[] {
  const alone = STANDING_ALONE.find((role) => given.includes(role))
  if (alone) return [alone]
  return [...given, ...(by.isChair ? ['chair' as const] : []), ...(by.isLead ? ['lead' as const] : [])]
}

/** The narrower of the two first: whoever has both is a young person. */
export const STANDING_ALONE = ['young-person', 'scrutiny'] as const satisfies readonly GivenRole[]

/** The roles that a partnership always keeps somebody in: the keeper of the keys, and whoever runs its plans. */
export const KEPT_ROLES = ['administrator', 'manager'] as const satisfies readonly GivenRole[]
export type KeptRole = (typeof KEPT_ROLES)[number]

/** A role's name for a sentence: "A partnership manager …". */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: 'administrator',
  manager: 'partnership manager',
  analyst: 'performance analyst',
  chair: 'chair',
  member: 'board member',
  lead: 'lead',
  contributor: 'contributor',
  scrutiny: 'scrutiny member',
  'young-person': 'young person',
}

/** A role's name where it stands alone. */
export function roleTitle(role: Role): string {
  const name = ROLE_NAMES[role]
  return `${name[0]?.toUpperCase()}${name.slice(1)}`
}
