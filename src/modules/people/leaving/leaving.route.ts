import { parseDay } from '../../../kernel/day.ts'
import { type PersonId, parseId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { allWords, type Form, words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { may } from '../access.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { findDirectory } from '../directory/directory.store.ts'
import { knownBy, type Label, labelsOf } from '../directory/known-labels.ts'
import { findPerson, findWithSignIn, type PersonRecord } from '../directory/person.store.ts'
import { showPerson } from '../persons/persons.route.ts'
import type { Member, Visitor } from '../visitor.ts'
import type { Choice, Choices, LeavingProblem } from './decide-leaving.ts'
import { findHeld, leave } from './leave.ts'
import { groupsOf, type LeavingView, leavingPage } from './leaving.page.tsx'
import { undoLeaving } from './undo-leaving.ts'

export function leavingRoutes(world: World, announce: PeopleAnnouncements): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/people/:personId/leaving',
      access: may('let-people-leave'),
      answer: (visit) => askWhere(world, announce, visit),
    }),
    route({
      method: 'POST',
      url: '/people/:personId/leaving',
      access: may('let-people-leave'),
      answer: (visit) => recordLeaving(world, announce, visit),
    }),
    route({
      method: 'POST',
      url: '/people/:personId/return',
      access: may('let-people-leave'),
      answer: (visit) => takeBack(world, announce, visit),
    }),
  ]
}

const NOTHING_TYPED: LeavingView['typed'] = { leftOn: '', toAll: '', to: new Map(), empty: new Set() }

async function askWhere(world: World, announce: PeopleAnnouncements, visit: Visit<Member>): Promise<Answer> {
  const id = parseId<'person'>(visit.params.personId ?? '')
  if (!id) return notFound
  return inScope(world.db, visit.visitor, async (tx): Promise<Answer> => {
    const person = await findPerson(tx, id)
    if (!person || person.leftOn) return notFound
    const typed = { ...NOTHING_TYPED, leftOn: `${today(world)}` }
    return page(leavingPage(visit.visitor, await viewOf(world, tx, announce, person, typed, [])))
  })
}

async function viewOf(
  world: World,
  tx: Tx,
  announce: PeopleAnnouncements,
  person: PersonRecord,
  typed: LeavingView['typed'],
  problems: readonly LeavingProblem[],
): Promise<LeavingView> {
  const labels = await labelsFor(tx, person.id)
  const groups = groupsOf(await findHeld(world, tx, announce, person))
  return { person, today: today(world), groups, labels, typed, problems, once: world.newId() }
}

async function labelsFor(tx: Tx, leaver: PersonId): Promise<readonly Label[]> {
  const labels = labelsOf(await findDirectory(tx), ['person', 'post'])
  return labels.filter(({ known }) => known.id !== leaver)
}

async function recordLeaving(
  world: World,
  announce: PeopleAnnouncements,
  { visitor, params, form }: Visit<Member>,
): Promise<Answer> {
  const personId = parseId<'person'>(params.personId ?? '')
  if (!personId) return notFound
  const typed = typedIn(form)
  const choices = await inScope(world.db, visitor, (tx) => choicesOf(world, tx, personId, typed))
  const left = await leave(world, visitor, announce, { personId, choices, formKey: formKey(form) })
  if (left.ok) return redirect(`/people/${personId}?done=left`)
  const { refusal } = left
  switch (refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
    case 'problems': {
      const problems =
        refusal.kind === 'problems'
          ? refusal.problems
          : [{ field: 'leftOn', message: 'This form was open too long: send it again' }]
      return inScope(world.db, visitor, async (tx): Promise<Answer> => {
        const person = await findPerson(tx, personId)
        if (!person) return notFound
        return page(leavingPage(visitor, await viewOf(world, tx, announce, person, typed, problems)), 422)
      })
    }
    default:
      return unreachable(refusal)
  }
}

function typedIn(form: Form): LeavingView['typed'] {
  const rows = Object.keys(form.fields).filter((name) => name.startsWith('to-'))
  return {
    leftOn: words(form, 'leftOn'),
    toAll: words(form, 'toAll'),
    to: new Map(rows.map((name) => [name.slice('to-'.length), words(form, name)])),
    empty: new Set(allWords(form, 'empty')),
  }
}

async function choicesOf(world: World, tx: Tx, leaver: PersonId, typed: LeavingView['typed']): Promise<Choices> {
  const labels = await labelsFor(tx, leaver)
  const choice = (said: string): Choice => {
    const known = knownBy(labels, said)
    return known ? { kind: 'to', known } : { kind: 'unknown' }
  }
  const named = [...typed.to].filter(([, said]) => said !== '').map(([row, said]) => [row, choice(said)] as const)
  const emptied = [...typed.empty].map((row) => [row, { kind: 'nobody' } as const] as const)
  const people = named.flatMap(([, said]) =>
    said.kind === 'to' && said.known.kind === 'person' ? [said.known.id] : [],
  )
  return {
    leftOn: parseDay(typed.leftOn),
    today: today(world),
    toAll: typed.toAll === '' ? null : choice(typed.toAll),
    rows: new Map([...emptied, ...named]),
    withSignIn: await findWithSignIn(tx, people),
  }
}

async function takeBack(world: World, announce: PeopleAnnouncements, visit: Visit<Member>): Promise<Answer> {
  const personId = parseId<'person'>(visit.params.personId ?? '')
  if (!personId) return notFound
  const undone = await undoLeaving(world, visit.visitor, announce, {
    personId,
    formKey: formKey(visit.form),
    sharesWhatWasFilled: words(visit.form, 'shares') === 'yes',
  })
  if (undone.ok) return redirect(`/people/${personId}?done=returned`)
  switch (undone.refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return redirect(`/people/${personId}`)
    case 'acted-since':
      return showPerson(world, announce, visit, {
        field: 'return',
        message:
          'Somebody has acted on what went to them, so the leaving cannot be undone. Hand things back one by one',
      })
    case 'filled-since':
      return showPerson(world, announce, visit, {
        field: 'shares',
        message: `Filled since they left: ${undone.refusal.what.join('; ')}`,
      })
    default:
      return unreachable(undone.refusal)
  }
}
