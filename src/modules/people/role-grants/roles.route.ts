import type { PersonId } from '../../../kernel/id.ts'
import { parseId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { holds, may } from '../access.ts'
import { flashOf } from '../directory/flashes.ts'
import { findSeats } from '../directory/holding.store.ts'
import { findPerson } from '../directory/person.store.ts'
import { GIVEN_ROLES, ROLE_NAMES } from '../roles.ts'
import type { Member, Visitor } from '../visitor.ts'
import { type ChangeRefusal, changeRole } from './change-role.ts'
import { givesRole, LONGEST_REASON } from './decide-role.ts'
import { countHeldRoles, findHeldRoles } from './held-role.store.ts'
import { findRolesOf } from './role-grant.store.ts'
import { type RolesOfView, rolesOfPage } from './roles-of.page.tsx'
import { LISTED_ROLES, whoHoldsPage } from './who-holds.page.tsx'

const ROLES_PER_PAGE = 100

/** Who holds which role; and giving and taking them. */
export function rolesRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: '/roles', access: may('read-people'), answer: (visit) => list(world, visit) }),
    route({
      method: 'GET',
      url: '/people/:personId/roles',
      access: may('give-roles'),
      answer: (visit) => show(world, visit, null, []),
    }),
    route({
      method: 'POST',
      url: '/people/:personId/roles',
      access: may('give-roles'),
      answer: (visit) => change(world, visit, 'give'),
    }),
    route({
      method: 'POST',
      url: '/people/:personId/roles/taking',
      access: may('give-roles'),
      answer: (visit) => change(world, visit, 'take'),
    }),
  ]
}

async function list({ db }: World, { visitor, query }: Visit<Member>): Promise<Answer> {
  const asked = {
    role: LISTED_ROLES.find((role) => role === query.role) ?? null,
    isOver: query.when === 'before',
  }
  const wanted = /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1
  return inScope(db, visitor, async (tx) => {
    const { held, found } = await findHeldRoles(tx, asked, {
      from: (wanted - 1) * ROLES_PER_PAGE,
      size: ROLES_PER_PAGE,
    })
    const pages = Math.max(1, Math.ceil(found / ROLES_PER_PAGE))
    return page(
      whoHoldsPage(visitor, {
        asked,
        held,
        found,
        counts: await countHeldRoles(tx),
        page: Math.min(wanted, pages),
        pages,
        seesReasons: holds(visitor, 'give-roles') || holds(visitor, 'read-audit-trail'),
        mayGive: holds(visitor, 'give-roles'),
      }),
    )
  })
}

/** The page of a person's roles; with what was typed and what is wrong with it, where a form came back. */
async function show(
  world: World,
  { visitor, params, query, form }: Visit<Member>,
  sent: 'give' | 'take' | null,
  problems: RolesOfView['problems'],
): Promise<Answer> {
  const id = parseId<'person'>(params.personId ?? '')
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const person = await findPerson(tx, id)
    if (!person || person.leftOn) return notFound
    const seats = await findSeats(tx, { personId: id })
    const mine = GIVEN_ROLES.filter((role) => givesRole(visitor.roles, role))
    const view: RolesOfView = {
      person,
      grants: await findRolesOf(tx, id),
      chairs: seats.filter(({ seat, endsBefore }) => seat === 'chair' && endsBefore === null),
      givable: mine.filter((role) => !person.roles.includes(role)),
      takable: mine.filter((role) => person.roles.includes(role)),
      isThemselves: id === visitor.person.id,
      chosen: { form: sent, ...typedIn(sent, form) },
      problems,
      once: world.newId(),
    }
    return page(rolesOfPage(visitor, view, flashOf(query)), problems.length > 0 ? 422 : 200)
  })
}

function typedIn(sent: 'give' | 'take' | null, form: Visit<Member>['form']) {
  return sent === 'take'
    ? { role: words(form, 'taken'), reason: words(form, 'takenReason') }
    : { role: words(form, 'role'), reason: words(form, 'reason') }
}

async function change(world: World, visit: Visit<Member>, sent: 'give' | 'take'): Promise<Answer> {
  const { visitor, params, form } = visit
  const personId = parseId<'person'>(params.personId ?? '')
  if (!personId) return notFound
  const fields = sent === 'give' ? { role: 'role', reason: 'reason' } : { role: 'taken', reason: 'takenReason' }
  const typed = typedIn(sent, form)
  const role = GIVEN_ROLES.find((each) => each === typed.role)
  if (!role)
    return show(world, visit, sent, [
      { field: fields.role, message: `Choose the role they ${sent === 'give' ? 'get' : 'lose'}` },
    ])
  const what = sent === 'give' ? 'given' : 'taken'
  const changed = await changeRole(world, visitor, {
    what,
    personId,
    role,
    reason: typed.reason,
    formKey: formKey(form),
  })
  if (changed.ok) return redirect(whereTo(personId, visitor, what))
  if (changed.refusal.kind === 'not-found') return notFound
  return show(world, visit, sent, [problemIn(changed.refusal, fields)])
}

/** Whoever took a role from themselves may open this page no more. */
function whereTo(personId: PersonId, visitor: Member, what: string): string {
  return personId === visitor.person.id ? '/account' : `/people/${personId}/roles?done=role-${what}`
}

function problemIn(
  refusal: Exclude<ChangeRefusal, { kind: 'not-found' }>,
  fields: { readonly role: string; readonly reason: string },
): { readonly field: string; readonly message: string } {
  const ofRole = (message: string) => ({ field: fields.role, message })
  switch (refusal.kind) {
    case 'form-expired':
      return ofRole('This form was open too long: send it again')
    case 'themselves':
      return ofRole('Nobody gives a role to themselves: ask somebody else who gives roles')
    case 'administrators-only':
      return ofRole('Only an administrator gives and takes this role')
    case 'has-it':
      return ofRole('They have this role already')
    case 'has-it-not':
      return ofRole('They do not have this role')
    case 'no-organisation':
      return ofRole('A contributor reports for one organisation: say first on their page which they belong to')
    case 'last-one':
      return ofRole(`They are the last ${ROLE_NAMES[refusal.role]} who can sign in: give somebody else that role first`)
    case 'no-reason':
      return { field: fields.reason, message: 'Say why' }
    case 'reason-too-long':
      return { field: fields.reason, message: `Say why in at most ${LONGEST_REASON} characters` }
    default:
      return unreachable(refusal)
  }
}
