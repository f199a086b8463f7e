import { parseDay } from '../../../kernel/day.ts'
import { type BodyId, parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { holds, may } from '../access.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { findDirectory } from '../directory/directory.store.ts'
import { BODY_KINDS, keyOf, SEATS } from '../directory/directory-frame.tsx'
import { flashOf } from '../directory/flashes.ts'
import { findFormerNames } from '../directory/former-name.store.ts'
import { findSeats } from '../directory/holding.store.ts'
import { problemsOf } from '../directory/keep-refusal.ts'
import { labelsOf } from '../directory/known-labels.ts'
import type { Member, Visitor } from '../visitor.ts'
import { type BodyView, bodiesPage, bodyPage } from './bodies.page.tsx'
import { findBody, findBodyRecords } from './body.store.ts'
import { type BodyFormView, bodyEndPage, bodyFormPage } from './body-form.page.tsx'
import { endBodyOn } from './end-body.ts'
import { endSeatNow, giveSeat } from './give-seat.ts'
import { keepBody } from './keep-body.ts'

export function bodiesRoutes(world: World, announce: PeopleAnnouncements): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/bodies',
      access: may('read-people'),
      answer: ({ visitor, query }) =>
        inScope(world.db, visitor, async (tx) =>
          page(bodiesPage(visitor, await findBodyRecords(tx, today(world)), flashOf(query))),
        ),
    }),
    route({
      method: 'GET',
      url: '/bodies/new',
      access: may('keep-people'),
      answer: (visit) => formPage(world, visit, null),
    }),
    route({ method: 'POST', url: '/bodies', access: may('keep-people'), answer: (visit) => keep(world, visit, null) }),
    route({
      method: 'GET',
      url: '/bodies/:bodyId',
      access: may('read-people'),
      answer: (visit) => show(world, visit, []),
    }),
    route({
      method: 'GET',
      url: '/bodies/:bodyId/change',
      access: may('keep-people'),
      answer: async (visit) => withId(visit, (id) => formPage(world, visit, id)),
    }),
    route({
      method: 'POST',
      url: '/bodies/:bodyId/change',
      access: may('keep-people'),
      answer: async (visit) => withId(visit, (id) => keep(world, visit, id)),
    }),
    route({
      method: 'GET',
      url: '/bodies/:bodyId/ending',
      access: may('keep-people'),
      answer: async (visit) =>
        withId(visit, (id) => endForm(world, visit, id, { endedOn: `${today(world)}`, successor: '' }, [])),
    }),
    route({
      method: 'POST',
      url: '/bodies/:bodyId/ending',
      access: may('keep-people'),
      answer: async (visit) => withId(visit, (id) => end(world, announce, visit, id)),
    }),
    route({
      method: 'POST',
      url: '/bodies/:bodyId/seats',
      access: may('keep-people'),
      answer: async (visit) => withId(visit, (id) => give(world, visit, id)),
    }),
    route({
      method: 'POST',
      url: '/bodies/:bodyId/seats/:seatId/end',
      access: may('keep-people'),
      answer: async (visit) => withId(visit, (id) => takeAway(world, visit, id)),
    }),
  ]
}

async function withId({ params }: Visit<Member>, answer: (id: BodyId) => Promise<Answer>): Promise<Answer> {
  const id = parseId<'body'>(params.bodyId ?? '')
  return id ? answer(id) : notFound
}

async function show(
  world: World,
  visit: Visit<Member>,
  problems: BodyView['problems'],
  typed: BodyView['typed'] = { person: '', seat: '', from: `${today(world)}` },
): Promise<Answer> {
  const { visitor, query } = visit
  return withId(visit, (id) =>
    inScope(world.db, visitor, async (tx): Promise<Answer> => {
      const body = await findBody(tx, id, today(world))
      if (!body) return notFound
      const view = {
        body,
        formerNames: await findFormerNames(tx, { kind: 'body', id }),
        seats: await findSeats(tx, { bodyId: id }),
        labels: holds(visitor, 'keep-people') ? labelsOf(await findDirectory(tx), ['person']) : [],
        today: today(world),
        typed,
        problems,
        once: world.newId(),
      }
      return page(bodyPage(visitor, view, flashOf(query)), problems.length > 0 ? 422 : 200)
    }),
  )
}

async function formPage(
  world: World,
  { visitor }: Visit<Member>,
  id: BodyId | null,
  refused: Pick<BodyFormView, 'typed' | 'problems'> | null = null,
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const all = await findBodyRecords(tx, today(world))
    const body = all.find((one) => one.id === id) ?? null
    if (id && !body) return notFound
    const typed = {
      name: body?.name ?? '',
      shortName: body?.shortName ?? '',
      kind: body?.kind ?? '',
      parent: body?.parent?.id ?? '',
      terms: body?.terms ?? '',
      formedOn: body?.formedOn?.toString() ?? '',
    }
    const others = all.filter((one) => one.id !== id && !one.endedOn)
    const view = { body, typed, problems: [], ...refused, others, once: world.newId() }
    return page(bodyFormPage(visitor, view), refused ? 422 : 200)
  })
}

async function keep(world: World, visit: Visit<Member>, id: BodyId | null): Promise<Answer> {
  const { visitor, form } = visit
  const typed = {
    name: words(form, 'name'),
    shortName: words(form, 'shortName'),
    kind: words(form, 'kind'),
    parent: words(form, 'parent'),
    terms: words(form, 'terms'),
    formedOn: words(form, 'formedOn'),
  }
  const kept = await keepBody(world, visitor, {
    ...typed,
    id,
    kind: keyOf(BODY_KINDS, typed.kind),
    parentId: parseId<'body'>(typed.parent),
    formedOn: parseDay(typed.formedOn),
    formKey: formKey(form),
  })
  if (kept.ok) return redirect(id ? `/bodies/${id}?done=changed` : '/bodies?done=kept')
  const problems = problemsOf(kept.refusal, 'name')
  return problems ? formPage(world, visit, id, { typed, problems }) : notFound
}

async function give(world: World, visit: Visit<Member>, id: BodyId): Promise<Answer> {
  const { visitor, form } = visit
  const typed = { person: words(form, 'person'), seat: words(form, 'seat'), from: words(form, 'from') }
  const given = await giveSeat(world, visitor, {
    id,
    person: typed.person,
    seat: keyOf(SEATS, typed.seat),
    from: parseDay(typed.from),
    formKey: formKey(form),
  })
  if (given.ok) return redirect(`/bodies/${id}?done=changed`)
  const problems = problemsOf(given.refusal, 'person')
  return problems ? show(world, visit, problems, typed) : notFound
}

async function takeAway(world: World, { visitor, params, form }: Visit<Member>, id: BodyId): Promise<Answer> {
  const seatId = parseId<'seat'>(params.seatId ?? '')
  if (!seatId) return notFound
  const ended = await endSeatNow(world, visitor, { id, seatId, formKey: formKey(form) })
  return ended.ok || ended.refusal.kind === 'form-expired' ? redirect(`/bodies/${id}?done=changed`) : notFound
}

async function endForm(
  world: World,
  { visitor }: Visit<Member>,
  id: BodyId,
  typed: { readonly endedOn: string; readonly successor: string },
  problems: BodyFormView['problems'],
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const all = await findBodyRecords(tx, today(world))
    const body = all.find((one) => one.id === id)
    if (!body || body.endedOn) return notFound
    const others = all.filter((one) => one.id !== id && !one.endedOn)
    const view = { body, typed, problems, others, once: world.newId() }
    return page(bodyEndPage(visitor, view), problems.length > 0 ? 422 : 200)
  })
}

async function end(world: World, announce: PeopleAnnouncements, visit: Visit<Member>, id: BodyId): Promise<Answer> {
  const { visitor, form } = visit
  const typed = { endedOn: words(form, 'endedOn'), successor: words(form, 'successor') }
  const ended = await endBodyOn(world, visitor, announce, {
    id,
    endedOn: parseDay(typed.endedOn),
    successorId: parseId<'body'>(typed.successor),
    formKey: formKey(form),
  })
  if (ended.ok) return redirect(`/bodies/${id}?done=changed`)
  const problems = problemsOf(ended.refusal, 'endedOn')
  return problems ? endForm(world, visit, id, typed, problems) : notFound
}
