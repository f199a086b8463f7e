import { isBefore, parseDay } from '../../../kernel/day.ts'
import { parseId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Form, words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { type Answer, notFound, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { may } from '../access.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { findDirectory } from '../directory/directory.store.ts'
import { type KeepRefusal, problemsOf } from '../directory/keep-refusal.ts'
import { knownBy, labelsOf } from '../directory/known-labels.ts'
import { findPerson } from '../directory/person.store.ts'
import { showPerson } from '../persons/persons.route.ts'
import { findPost } from '../posts/post.store.ts'
import { showPost } from '../posts/posts.route.ts'
import type { Member, Visitor } from '../visitor.ts'
import { type DeputyFor, endDeputy, findDeputy, insertDeputy } from './deputy.store.ts'

export function deputiesRoutes(world: World, announce: PeopleAnnouncements): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/people/:personId/deputies',
      access: may('keep-people'),
      answer: async (visit) => {
        const id = parseId<'person'>(visit.params.personId ?? '')
        if (!id) return notFound
        const named = await nameDeputy(world, visit.visitor, { kind: 'person', id }, visit.form)
        if (named.ok) return redirect(`/people/${id}?done=deputy`)
        const [problem] = problemsOf(named.refusal, 'deputy') ?? []
        return problem ? showPerson(world, announce, visit, problem) : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/posts/:postId/deputies',
      access: may('keep-people'),
      answer: async (visit) => {
        const id = parseId<'post'>(visit.params.postId ?? '')
        if (!id) return notFound
        const named = await nameDeputy(world, visit.visitor, { kind: 'post', id }, visit.form)
        if (named.ok) return redirect(`/posts/${id}?done=deputy`)
        const problems = problemsOf(named.refusal, 'deputy')
        return problems ? showPost(world, visit, problems) : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/deputies/:deputyId/end',
      access: may('keep-people'),
      answer: (visit) => endNow(world, visit),
    }),
  ]
}

/** Names who stands in for a person or a post; it may be dated ahead. */
async function nameDeputy(
  world: World,
  by: Member,
  of: DeputyFor,
  form: Form,
): Promise<Result<undefined, KeepRefusal>> {
  const key = formKey(form)
  if (!key) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<undefined, KeepRefusal>> => {
    const isThere =
      of.kind === 'person'
        ? (await findPerson(tx, of.id))?.leftOn === null
        : (await findPost(tx, of.id, today(world)))?.endedOn === null
    if (!isThere) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, key, of.id, world.now())) return ok()
    const known = knownBy(labelsOf(await findDirectory(tx), ['person']), words(form, 'deputy'))
    const starts = parseDay(words(form, 'deputyFrom'))
    const last = parseDay(words(form, 'deputyTo'))
    const problems = [
      ...(known?.kind === 'person' && known.id !== of.id
        ? []
        : [{ field: 'deputy', message: 'Choose the name of somebody else from the list' }]),
      ...(starts ? [] : [{ field: 'deputyFrom', message: 'Give the first day' }]),
      ...(last && starts && isBefore(last, starts)
        ? [{ field: 'deputyTo', message: 'Give a day after the first' }]
        : []),
    ]
    if (problems.length > 0 || known?.kind !== 'person' || !starts) return refuse({ kind: 'problems', problems })
    const deputy = { starts, endsBefore: last?.add({ days: 1 }) ?? null }
    await insertDeputy(tx, by.partnershipId, { id: world.newId<'deputy'>(), of, personId: known.id, ...deputy })
    await recordChange(tx, world, by, {
      what: 'named a deputy',
      subject: { kind: of.kind, id: of.id },
      after: { deputy: known.name, from: `${starts}`, to: last ? `${last}` : null },
    })
    return ok()
  })
}

async function endNow(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const id = parseId<'deputy'>(params.deputyId ?? '')
  const key = formKey(form)
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const deputy = await findDeputy(tx, id)
    if (!deputy) return notFound
    const back = redirect(`/${deputy.of.kind === 'person' ? 'people' : 'posts'}/${deputy.of.id}?done=deputy`)
    if (!key || (await useFormKey(tx, visitor.partnershipId, key, id, world.now()))) return back
    await endDeputy(tx, id, today(world))
    await recordChange(tx, world, visitor, {
      what: 'ended a deputy’s time',
      subject: { kind: deputy.of.kind, id: deputy.of.id },
      after: { deputy: deputy.name, on: `${today(world)}` },
    })
    return back
  })
}
