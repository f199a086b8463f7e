import { parseId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { findChanges } from '../../audit/index.ts'
import { holds, may } from '../access.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { findDeputies } from '../deputies/deputy.store.ts'
import { findDirectory, findOrganisationsHere } from '../directory/directory.store.ts'
import { flashOf } from '../directory/flashes.ts'
import { findFormerNames } from '../directory/former-name.store.ts'
import { findHoldings, findSeats } from '../directory/holding.store.ts'
import { labelsOf } from '../directory/known-labels.ts'
import { findPeople, findPerson, type PersonRecord } from '../directory/person.store.ts'
import { findRolesOf } from '../role-grants/role-grant.store.ts'
import type { Member, Visitor } from '../visitor.ts'
import { keepPerson } from './keep-person.ts'
import { peoplePage } from './people.page.tsx'
import { type PersonView, personPage } from './person.page.tsx'
import { type PersonFormView, type PersonTyped, personFormPage } from './person-form.page.tsx'

const PEOPLE_PER_PAGE = 100

export function personsRoutes(world: World, announce: PeopleAnnouncements): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: '/people', access: may('read-people'), answer: (visit) => listPeople(world, visit) }),
    route({
      method: 'GET',
      url: '/people/new',
      access: may('keep-people'),
      answer: (visit) => formFor(world, visit, null),
    }),
    route({ method: 'POST', url: '/people', access: may('keep-people'), answer: (visit) => keep(world, visit, false) }),
    route({
      method: 'GET',
      url: '/people/:personId',
      access: may('read-people'),
      answer: (visit) => showPerson(world, announce, visit, null),
    }),
    route({
      method: 'GET',
      url: '/people/:personId/change',
      access: may('keep-people'),
      answer: (visit) => formFor(world, visit, visit.params.personId ?? ''),
    }),
    route({
      method: 'POST',
      url: '/people/:personId/change',
      access: may('keep-people'),
      answer: (visit) => keep(world, visit, true),
    }),
  ]
}

async function listPeople({ db }: World, { visitor, query }: Visit<Member>): Promise<Answer> {
  const asked = {
    words: (query.words ?? '').trim().slice(0, 200),
    organisationId: parseId<'organisation'>(query.organisation ?? ''),
    hasLeft: query.who === 'left',
  }
  const wanted = /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1
  return inScope(db, visitor, async (tx) => {
    const listed = await findPeople(tx, asked, { from: (wanted - 1) * PEOPLE_PER_PAGE, size: PEOPLE_PER_PAGE })
    const pages = Math.max(1, Math.ceil(listed.found / PEOPLE_PER_PAGE))
    const organisations = await findOrganisationsHere(tx)
    return page(
      peoplePage(visitor, { asked, ...listed, page: Math.min(wanted, pages), pages, organisations }, flashOf(query)),
    )
  })
}

/** The page of a person; with a problem of a form on it where there was one. */
export async function showPerson(
  world: World,
  announce: PeopleAnnouncements,
  { visitor, params, query }: Visit<Member>,
  problem: PersonView['problem'],
): Promise<Answer> {
  const id = parseId<'person'>(params.personId ?? '')
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const person = await findPerson(tx, id)
    if (!person) return notFound
    const manages = holds(visitor, 'keep-people')
    const view: PersonView = {
      person,
      formerNames: await findFormerNames(tx, { kind: 'person', id }),
      holdings: await findHoldings(tx, { personId: id }),
      seats: await findSeats(tx, { personId: id }),
      actions: await announce.findLedActions(tx, id, today(world)),
      deputies: await findDeputies(tx, { kind: 'person', id }),
      roles: await findRolesOf(tx, id),
      changes: manages ? await findChanges(tx, [id], 50) : [],
      labels: manages ? labelsOf(await findDirectory(tx), ['person']) : [],
      today: today(world),
      problem,
    }
    return page(personPage(visitor, view, world.newId(), flashOf(query)), problem ? 422 : 200)
  })
}

async function formFor(world: World, { visitor }: Visit<Member>, idGiven: string | null): Promise<Answer> {
  const id = idGiven === null ? null : parseId<'person'>(idGiven)
  if (idGiven !== null && !id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const person = id ? await findPerson(tx, id) : null
    if (id && (!person || person.leftOn)) return notFound
    const typed = {
      name: person?.name ?? '',
      email: person?.email ?? '',
      mobile: person?.mobile ?? '',
      organisation: person?.organisation?.id ?? '',
    }
    return page(personFormPage(visitor, await formView(world, tx, person, typed)))
  })
}

async function formView(
  world: World,
  tx: Tx,
  person: PersonRecord | null,
  typed: PersonTyped,
  problems: PersonFormView['problems'] = [],
): Promise<PersonFormView> {
  return { person, typed, problems, organisations: await findOrganisationsHere(tx), once: world.newId() }
}

async function keep(world: World, { visitor, params, form }: Visit<Member>, isKnown: boolean): Promise<Answer> {
  const id = parseId<'person'>(params.personId ?? '')
  if (isKnown && !id) return notFound
  const typed = {
    name: words(form, 'name'),
    email: words(form, 'email'),
    mobile: words(form, 'mobile'),
    organisation: words(form, 'organisation'),
  }
  const organisationId = parseId<'organisation'>(typed.organisation)
  const kept = await keepPerson(world, visitor, { id, ...typed, organisationId, formKey: formKey(form) })
  if (kept.ok) return redirect(isKnown ? `/people/${kept.value}?done=changed` : '/people?done=added')
  const { refusal } = kept
  switch (refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
    case 'problems': {
      const problems =
        refusal.kind === 'problems'
          ? refusal.problems
          : [{ field: 'name', message: 'This form was open too long: send it again' }]
      return inScope(world.db, visitor, async (tx): Promise<Answer> => {
        const person = id ? await findPerson(tx, id) : null
        return page(personFormPage(visitor, await formView(world, tx, person, typed, problems)), 422)
      })
    }
    default:
      return unreachable(refusal)
  }
}
