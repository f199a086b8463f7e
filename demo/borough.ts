import type { PersonKey } from './people.ts'

export { type BodyKey, type BodyKind, type DemoBody, demoBodies } from './bodies.ts'
export {
  type DemoOrganisation,
  demoEnded,
  demoOrganisations,
  demoVacancy,
  type OrganisationKey,
} from './organisations.ts'
export { type DemoPerson, demoPeople, type PersonKey } from './people.ts'

/** An estuary town that is on no map. */
export const demoPartnership = {
  name: 'Calverhythe Children and Young People’s Partnership',
  area: 'Calverhythe',
} as const

export type DemoAccount = {
  readonly person: PersonKey
  readonly password: string
  /** what signing in as this person shows, printed beside the address at the start */
  readonly comesFor: string
  /** a role over the whole partnership; a chair and a lead have theirs from a body or an action */
  readonly role?: 'manager' | 'member'
}

/** The demo's sign-ins and their passwords, here and nowhere else. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    person: 'imogen-adeyemi',
    password: 'trellis-manager',
    comesFor: 'runs the plan, its year and its papers',
    role: 'manager',
  },
  {
    person: 'siobhan-keady',
    password: 'trellis-chair',
    comesFor: 'chairs the Learning and Inclusion Group',
  },
  {
    person: 'dev-chaudhary',
    password: 'trellis-lead',
    comesFor: 'leads actions for the council',
    role: 'member',
  },
  {
    person: 'meilin-foss',
    password: 'trellis-charity',
    comesFor: 'leads an action for a young carers charity',
  },
  {
    person: 'winifred-tansley',
    password: 'trellis-viewer',
    comesFor: 'reads the whole plan as a councillor',
    role: 'member',
  },
]
