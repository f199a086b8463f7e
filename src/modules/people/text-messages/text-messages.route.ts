import { type PersonId, parseId } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { type Form, words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, signedIn } from '../access.ts'
import type { Member, Visitor } from '../visitor.ts'
import { stopTexts, type TextWishRefusal, wishForTexts } from './keep-text-wish/keep-text-wish.ts'
import { textMessagesPage } from './text-messages.page.tsx'
import { findTextStanding } from './text-wish.store.ts'

type Shown = {
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
  readonly form?: Form
  readonly done?: string
}

/** Text messages: wished and stopped by whoever gets them, or recorded for them by whoever keeps people. */
export function textMessagesRoutes(world: World): readonly Route<Visitor>[] {
  const own = '/account/text-messages'
  const others = '/people/:personId/text-messages'
  const ofPerson = (visit: Visit<Member>, answer: (personId: PersonId) => Promise<Answer>) => {
    const personId = parseId<'person'>(visit.params.personId ?? '')
    return personId ? answer(personId) : Promise.resolve(notFound)
  }
  return [
    route({
      method: 'GET',
      url: own,
      access: signedIn,
      answer: ({ visitor, query }) => show(world, visitor, visitor.person.id, { done: query.done ?? '' }),
    }),
    route({
      method: 'POST',
      url: own,
      access: signedIn,
      answer: (visit) => wish(world, visit, visit.visitor.person.id),
    }),
    route({
      method: 'POST',
      url: `${own}/end`,
      access: signedIn,
      answer: (visit) => stop(world, visit, visit.visitor.person.id),
    }),
    route({
      method: 'GET',
      url: others,
      access: may('keep-people'),
      answer: (visit) => ofPerson(visit, (id) => show(world, visit.visitor, id, { done: visit.query.done ?? '' })),
    }),
    route({
      method: 'POST',
      url: others,
      access: may('keep-people'),
      answer: (visit) => ofPerson(visit, (id) => wish(world, visit, id)),
    }),
    route({
      method: 'POST',
      url: `${others}/end`,
      access: may('keep-people'),
      answer: (visit) => ofPerson(visit, (id) => stop(world, visit, id)),
    }),
  ]
}

async function wish(world: World, visit: Visit<Member>, personId: PersonId): Promise<Answer> {
  const { visitor, form } = visit
  const said = { mobile: words(form, 'mobile'), words: words(form, 'words') }
  return answerTo(
    world,
    visit,
    personId,
    await wishForTexts(world, visitor, { personId, ...said, formKey: formKey(form) }),
  )
}

async function stop(world: World, visit: Visit<Member>, personId: PersonId): Promise<Answer> {
  return answerTo(
    world,
    visit,
    personId,
    await stopTexts(world, visit.visitor, { personId, formKey: formKey(visit.form) }),
  )
}

function answerTo(
  world: World,
  { visitor, form, url }: Visit<Member>,
  personId: PersonId,
  kept: Result<undefined, TextWishRefusal>,
): Answer | Promise<Answer> {
  if (kept.ok)
    return redirect(`${url.replace(/\/end$/, '').split('?')[0]}?done=${url.endsWith('/end') ? 'stopped' : 'wished'}`)
  switch (kept.refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return show(world, visitor, personId, {
        problems: [{ field: 'mobile', message: 'The page was open for too long. Send it again' }],
        form,
      })
    case 'problems':
      return show(world, visitor, personId, { problems: kept.refusal.problems, form })
  }
}

async function show(world: World, visitor: Member, personId: PersonId, shown: Shown): Promise<Answer> {
  const isOwn = personId === visitor.person.id
  const scope = isOwn ? wholePartnership(visitor.partnershipId) : visitor
  const standing = await inScope(world.db, scope, (tx) => findTextStanding(tx, personId))
  if (!standing || standing.person.hasLeft) return notFound
  const { problems = [], form, done = '' } = shown
  const typed = form ? { mobile: words(form, 'mobile'), words: words(form, 'words') } : null
  const html = textMessagesPage(visitor, { standing, isOwn }, { once: world.newId(), problems, typed, done })
  return page(html, problems.length > 0 ? 422 : 200)
}
