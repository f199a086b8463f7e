import { type Day, isAfter } from '../../../kernel/day.ts'
import type { PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { LeadPassing, LedAction } from '../announcements.ts'
import type { Known } from '../directory/directory.ts'
import type { HeldSeat, Holding } from '../directory/holding.store.ts'
import { type Giver, givesRole } from '../role-grants/decide-role.ts'
import { type GivenRole, type KeptRole, ROLE_NAMES } from '../roles.ts'

/** Everything somebody holds. */
export type Held = {
  readonly personId: PersonId
  readonly holdings: readonly Holding[]
  readonly seats: readonly HeldSeat[]
  readonly actions: readonly LedAction[]
  readonly roles: readonly GivenRole[]
  /** of their roles, those that nobody else has and can use */
  readonly nobodyElses: readonly KeptRole[]
}

/** What the form says of one row; `unknown` is a name that nobody has. */
export type Choice =
  | { readonly kind: 'to'; readonly known: Known }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unknown' }

export type Choices = {
  readonly leftOn: Day | null
  readonly today: Day
  /** whoever takes over where a row says nothing */
  readonly toAll: Choice | null
  readonly rows: ReadonlyMap<string, Choice>
  /** of those chosen, the people who can sign in */
  readonly withSignIn: ReadonlySet<string>
}

/** Where each thing goes; null where it stays empty. */
export type Handover = {
  readonly leftOn: Day
  readonly holdings: readonly { readonly holding: Holding; readonly to: PersonId | null }[]
  readonly seats: readonly { readonly seat: HeldSeat; readonly to: PersonId | null }[]
  readonly actions: readonly LeadPassing[]
  readonly roles: readonly { readonly role: GivenRole; readonly to: PersonId | null }[]
}

export type LeavingProblem = { readonly field: string; readonly message: string }

export const rowOf = {
  holding: ({ id }: Pick<Holding, 'id'>) => `post-${id}`,
  seat: ({ id }: Pick<HeldSeat, 'id'>) => `seat-${id}`,
  action: ({ id }: Pick<LedAction, 'id'>) => `action-${id}`,
  role: (role: GivenRole) => `role-${role}`,
} as const

/**
 * Where everything goes that somebody holds who leaves, or every reason why it cannot go so. A post may become vacant and a body be left
 * without a chair only where that is said; an action always keeps somebody who is asked for its updates; a role goes to nobody unless
 * it is said to whom, but the last manager's and the last administrator's; and only whoever gives it passes one on.
 */
export function decideLeaving(
  held: Held,
  choices: Choices,
  recorder: Giver,
): Result<Handover, { readonly kind: 'problems'; readonly problems: readonly LeavingProblem[] }> {
  const problems: LeavingProblem[] = []
  const ask = (field: string, message: string): null => {
    problems.push({ field, message })
    return null
  }
  const leftOn = choices.leftOn ?? ask('leftOn', 'Give the day they leave')
  if (leftOn && isAfter(leftOn, choices.today))
    ask('leftOn', 'Choose today or a day before it: record a leaving when it has come')
  const chosen = (row: string, takes: readonly Known['kind'][]): Known | 'nobody' | 'unsaid' => {
    const choice = choices.rows.get(row) ?? choices.toAll
    if (!choice) return 'unsaid'
    const field = choices.rows.has(row) ? row : 'toAll'
    if (choice.kind === 'nobody') return 'nobody'
    if (choice.kind === 'unknown' || !takes.includes(choice.known.kind)) {
      if (!problems.some((problem) => problem.field === field))
        ask(field, 'Choose a name from the list: nobody here is called so')
      return 'nobody'
    }
    if (choice.known.id !== held.personId) return choice.known
    if (!problems.some((problem) => problem.field === field)) ask(field, 'Choose somebody else: they are leaving')
    return 'nobody'
  }
  const person = (known: Known | 'nobody' | 'unsaid') =>
    typeof known === 'object' && known.kind === 'person' ? known.id : null

  const holdings = held.holdings.map((holding) => {
    const to = chosen(rowOf.holding(holding), ['person'])
    if (to === 'unsaid') ask(rowOf.holding(holding), `Say who is ${holding.post.name} next, or that the post is vacant`)
    return { holding, to: person(to) }
  })
  const seats = held.seats.map((seat) => {
    const to = chosen(rowOf.seat(seat), ['person'])
    if (to === 'unsaid' && seat.seat === 'chair')
      ask(rowOf.seat(seat), `Say who chairs ${seat.body.name} next, or that it has no chair`)
    return { seat, to: person(to) }
  })
  const actions = held.actions.map((action): LeadPassing => {
    const to = chosen(rowOf.action(action), ['person', 'post'])
    const isLeftAlone = action.others.length === 0 && typeof to !== 'object'
    if (isLeftAlone && !problems.some(({ field }) => field === rowOf.action(action)))
      ask(rowOf.action(action), `Say who leads ${nameOf(action)} next: nobody else does`)
    return { actionId: action.id, to: typeof to === 'object' ? to : null }
  })
  const roles = held.roles.map((role) => {
    const row = rowOf.role(role)
    const to = choices.rows.has(row) ? chosen(row, ['person']) : 'nobody'
    const needsTaker = held.nobodyElses.find((kept) => kept === role)
    const mayPass = givesRole(recorder.roles, role)
    if (needsTaker && !mayPass)
      ask(row, `They are the last ${ROLE_NAMES[role]}: before they leave they must give somebody else that role`)
    else if (typeof to === 'object' && !mayPass) ask(row, 'Only an administrator passes this role on')
    else if (typeof to === 'object' && to.id === recorder.id)
      ask(row, 'Choose somebody else: nobody gives a role to themselves')
    else if (typeof to === 'object' && !choices.withSignIn.has(to.id)) ask(row, 'Choose somebody who can sign in')
    else if (needsTaker && typeof to !== 'object')
      ask(row, `Say who is ${needsTaker} next: nobody else ${NEEDED_FOR[needsTaker]}`)
    return { role, to: person(to) }
  })
  if (problems.length > 0 || !leftOn) return refuse({ kind: 'problems', problems })
  return ok({ leftOn, holdings, seats, actions, roles })
}

const NEEDED_FOR: Readonly<Record<KeptRole, string>> = {
  administrator: 'could keep people and ways in',
  manager: 'could run the plan',
}

function nameOf({ ref, text }: LedAction): string {
  return ref ? `action ${ref}` : `“${text.slice(0, 60)}”`
}
