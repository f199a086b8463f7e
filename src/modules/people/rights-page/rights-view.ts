import { type Reach, RIGHT_NAMES, RIGHTS, type Right } from '../rights.ts'
import { ROLE_NAMES, ROLES, type Role } from '../roles.ts'

/** One right as a sentence with its reason. */
export type RightRow = { readonly words: string; readonly who: readonly string[]; readonly why: string }
/** One role with all it lets somebody do. */
export type RoleSection = {
  readonly name: string
  readonly how: string
  readonly may: readonly string[]
}
export type RightsView = { readonly rights: readonly RightRow[]; readonly roles: readonly RoleSection[] }

const ON: Readonly<Record<Reach, string>> = {
  partnership: 'all of the partnership',
  'bodies-they-chair': 'the bodies they chair',
  'actions-they-lead': 'the actions they lead',
  'their-organisation': 'the actions of their organisation',
  own: 'their own',
}

const HOW: Readonly<Record<Role, string>> = {
  administrator: 'Given by another administrator; the first one by whoever runs Trellis.',
  manager: 'Given by an administrator or a manager.',
  analyst: 'Given by an administrator or a manager.',
  chair: 'Theirs by the seat of a chair, for as long as they sit in it.',
  member: 'Given by an administrator or a manager.',
  lead: 'Theirs by an action that names them, a post they hold or a body they chair.',
  contributor: 'Given by an administrator or a manager; for the organisation they belong to.',
  scrutiny: 'Given by an administrator or a manager. Stands alone: it changes nothing, whatever else its holder is.',
  'young-person':
    'Given by an administrator or a manager. Stands alone: nothing of the staff’s is shown, whatever else its holder is.',
}

/** The table of rights as an auditor reads it: by right, and again by role. */
export function rightsView(): RightsView {
  return {
    rights: RIGHT_NAMES.map((name) => rowOf(RIGHTS[name])),
    roles: ROLES.map((role) => ({
      name: capital(ROLE_NAMES[role]),
      how: HOW[role],
      may: RIGHT_NAMES.flatMap((name) => sentenceFor(RIGHTS[name], role)),
    })),
  }
}

/** Those who have a right, gathered by what they have it on. */
function rowOf({ words, of, why }: Right): RightRow {
  const byReach = Map.groupBy(
    ROLES.filter((role) => of[role]),
    (role) => of[role],
  )
  const who = [...byReach].flatMap(([reach, roles]) =>
    reach ? [`${capital(roles.map((role) => ROLE_NAMES[role]).join(', '))}: ${ON[reach]}`] : [],
  )
  return { words: capital(words), who, why }
}

function sentenceFor({ words, of }: Right, role: Role): readonly string[] {
  const reach = of[role]
  return reach ? [`${capital(words)} (${ON[reach]})`] : []
}

function capital(words: string): string {
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}
