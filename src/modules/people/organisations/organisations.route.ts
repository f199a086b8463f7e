import { parseDay } from '../../../kernel/day.ts'
import { type OrganisationId, parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { may } from '../access.ts'
import { keyOf, ORGANISATION_KINDS } from '../directory/directory-frame.tsx'
import { flashOf } from '../directory/flashes.ts'
import { findFormerNames } from '../directory/former-name.store.ts'
import { problemsOf } from '../directory/keep-refusal.ts'
import type { Member, Visitor } from '../visitor.ts'
import { endOrganisationOn, keepOrganisation } from './keep-organisation.ts'
import { findOrganisation, findOrganisations } from './organisation.store.ts'
import {
  organisationEndPage,
  organisationFormPage,
  organisationPage,
  organisationsPage,
} from './organisations.page.tsx'

export function organisationsRoutes(world: World): readonly Route<Visitor>[] {
  const at = (visit: Visit<Member>) => parseId<'organisation'>(visit.params.organisationId ?? '')
  return [
    route({
      method: 'GET',
      url: '/organisations',
      access: may('read-people'),
      answer: ({ visitor, query }) =>
        inScope(world.db, visitor, async (tx) =>
          page(organisationsPage(visitor, await findOrganisations(tx), flashOf(query))),
        ),
    }),
    route({
      method: 'GET',
      url: '/organisations/new',
      access: may('keep-people'),
      answer: async ({ visitor }) =>
        page(
          organisationFormPage(visitor, {
            organisation: null,
            typed: { name: '', kind: '', formedOn: '' },
            problems: [],
            once: world.newId(),
          }),
        ),
    }),
    route({
      method: 'POST',
      url: '/organisations',
      access: may('keep-people'),
      answer: (visit) => keep(world, visit, null),
    }),
    route({
      method: 'GET',
      url: '/organisations/:organisationId',
      access: may('read-people'),
      answer: (visit) => show(world, visit, at(visit)),
    }),
    route({
      method: 'GET',
      url: '/organisations/:organisationId/change',
      access: may('keep-people'),
      answer: (visit) => showForm(world, visit, at(visit)),
    }),
    route({
      method: 'POST',
      url: '/organisations/:organisationId/change',
      access: may('keep-people'),
      answer: async (visit) => {
        const id = at(visit)
        return id ? keep(world, visit, id) : notFound
      },
    }),
    route({
      method: 'GET',
      url: '/organisations/:organisationId/ending',
      access: may('keep-people'),
      answer: (visit) =>
        endForm(world, visit, at(visit), { endedOn: `${today(world)}`, successor: '', moves: true }, []),
    }),
    route({
      method: 'POST',
      url: '/organisations/:organisationId/ending',
      access: may('keep-people'),
      answer: (visit) => end(world, visit, at(visit)),
    }),
  ]
}

async function show(world: World, { visitor, query }: Visit<Member>, id: OrganisationId | null): Promise<Answer> {
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const organisation = await findOrganisation(tx, id)
    if (!organisation) return notFound
    const formerNames = await findFormerNames(tx, { kind: 'organisation', id })
    return page(organisationPage(visitor, { organisation, formerNames }, flashOf(query)))
  })
}

async function showForm(world: World, { visitor }: Visit<Member>, id: OrganisationId | null): Promise<Answer> {
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const organisation = await findOrganisation(tx, id)
    if (!organisation) return notFound
    const { name, kind, formedOn } = organisation
    const typed = { name, kind, formedOn: formedOn?.toString() ?? '' }
    return page(organisationFormPage(visitor, { organisation, typed, problems: [], once: world.newId() }))
  })
}

async function keep(world: World, { visitor, form }: Visit<Member>, id: OrganisationId | null): Promise<Answer> {
  const typed = { name: words(form, 'name'), kind: words(form, 'kind'), formedOn: words(form, 'formedOn') }
  const kept = await keepOrganisation(world, visitor, {
    id,
    name: typed.name,
    kind: keyOf(ORGANISATION_KINDS, typed.kind),
    formedOn: parseDay(typed.formedOn),
    formKey: formKey(form),
  })
  if (kept.ok) return redirect(id ? `/organisations/${id}?done=changed` : '/organisations?done=kept')
  const problems = problemsOf(kept.refusal, 'name')
  if (!problems) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const organisation = id ? await findOrganisation(tx, id) : null
    return page(organisationFormPage(visitor, { organisation, typed, problems, once: world.newId() }), 422)
  })
}

type EndTyped = { readonly endedOn: string; readonly successor: string; readonly moves: boolean }

async function endForm(
  world: World,
  { visitor }: Visit<Member>,
  id: OrganisationId | null,
  typed: EndTyped,
  problems: Parameters<typeof organisationEndPage>[1]['problems'],
): Promise<Answer> {
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const organisation = await findOrganisation(tx, id)
    if (!organisation || organisation.endedOn) return notFound
    const others = (await findOrganisations(tx)).filter((other) => other.id !== id && !other.endedOn)
    const view = { organisation, typed, problems, others, once: world.newId() }
    return page(organisationEndPage(visitor, view), problems.length > 0 ? 422 : 200)
  })
}

async function end(world: World, visit: Visit<Member>, id: OrganisationId | null): Promise<Answer> {
  if (!id) return notFound
  const { form } = visit
  const typed = {
    endedOn: words(form, 'endedOn'),
    successor: words(form, 'successor'),
    moves: words(form, 'moves') === 'yes',
  }
  const ended = await endOrganisationOn(world, visit.visitor, {
    id,
    endedOn: parseDay(typed.endedOn),
    successorId: parseId<'organisation'>(typed.successor),
    moves: typed.moves,
    formKey: formKey(form),
  })
  if (ended.ok) return redirect(`/organisations/${id}?done=changed`)
  const problems = problemsOf(ended.refusal, 'endedOn')
  return problems ? endForm(world, visit, id, typed, problems) : notFound
}
