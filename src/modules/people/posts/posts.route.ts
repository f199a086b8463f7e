import { parseDay } from '../../../kernel/day.ts'
import { type PostId, parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { holds, may } from '../access.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { findDeputies } from '../deputies/deputy.store.ts'
import { findBodiesHere, findDirectory, findOrganisationsHere } from '../directory/directory.store.ts'
import { flashOf } from '../directory/flashes.ts'
import { findFormerNames } from '../directory/former-name.store.ts'
import { findHoldings } from '../directory/holding.store.ts'
import { problemsOf } from '../directory/keep-refusal.ts'
import { labelsOf } from '../directory/known-labels.ts'
import type { Member, Visitor } from '../visitor.ts'
import { endPostRoutes } from './end-post.route.ts'
import { fillPost, keepPost, vacatePost } from './keep-post.ts'
import { findPost, findPosts } from './post.store.ts'
import { type PostFormView, type PostView, postFormPage, postPage, postsPage } from './posts.page.tsx'

export function postsRoutes(world: World, announce: PeopleAnnouncements): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/posts',
      access: may('read-people'),
      answer: ({ visitor, query }) =>
        inScope(world.db, visitor, async (tx) =>
          page(postsPage(visitor, await findPosts(tx, today(world)), flashOf(query))),
        ),
    }),
    route({
      method: 'GET',
      url: '/posts/new',
      access: may('keep-people'),
      answer: (visit) => formPage(world, visit, null),
    }),
    route({ method: 'POST', url: '/posts', access: may('keep-people'), answer: (visit) => keep(world, visit, null) }),
    route({
      method: 'GET',
      url: '/posts/:postId',
      access: may('read-people'),
      answer: (visit) => showPost(world, visit, []),
    }),
    route({
      method: 'GET',
      url: '/posts/:postId/change',
      access: may('keep-people'),
      answer: async (visit) => {
        const id = idIn(visit)
        return id ? formPage(world, visit, id) : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/posts/:postId/change',
      access: may('keep-people'),
      answer: async (visit) => {
        const id = idIn(visit)
        return id ? keep(world, visit, id) : notFound
      },
    }),
    ...endPostRoutes(world, announce),
    route({
      method: 'POST',
      url: '/posts/:postId/holders',
      access: may('keep-people'),
      answer: (visit) => fill(world, visit),
    }),
    route({
      method: 'POST',
      url: '/posts/:postId/holdings/:holdingId/end',
      access: may('keep-people'),
      answer: (visit) => vacate(world, visit),
    }),
  ]
}

function idIn({ params }: Visit<Member>): PostId | null {
  return parseId<'post'>(params.postId ?? '')
}

/** The page of a post; with what was typed and its problems where a form of it was refused. */
export async function showPost(
  world: World,
  visit: Visit<Member>,
  problems: PostView['problems'],
  typed: PostView['typed'] = { holder: '', from: `${today(world)}` },
): Promise<Answer> {
  const { visitor, query } = visit
  const id = idIn(visit)
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const post = await findPost(tx, id, today(world))
    if (!post) return notFound
    const view = {
      post,
      formerNames: await findFormerNames(tx, { kind: 'post', id }),
      holdings: await findHoldings(tx, { postId: id }),
      deputies: await findDeputies(tx, { kind: 'post', id }),
      labels: holds(visitor, 'keep-people') ? labelsOf(await findDirectory(tx), ['person']) : [],
      today: today(world),
      typed,
      problems,
      once: world.newId(),
    }
    return page(postPage(visitor, view, flashOf(query)), problems.length > 0 ? 422 : 200)
  })
}

async function formPage(
  world: World,
  { visitor }: Visit<Member>,
  id: PostId | null,
  refused: Pick<PostFormView, 'typed' | 'problems'> | null = null,
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const post = id ? await findPost(tx, id, today(world)) : null
    if (id && !post) return notFound
    const typed = { name: post?.name ?? '', of: (post?.organisation ?? post?.body)?.id ?? '' }
    const view = {
      post,
      typed,
      problems: [],
      ...refused,
      organisations: await findOrganisationsHere(tx),
      bodies: await findBodiesHere(tx),
      once: world.newId(),
    }
    return page(postFormPage(visitor, view), refused ? 422 : 200)
  })
}

async function keep(world: World, visit: Visit<Member>, id: PostId | null): Promise<Answer> {
  const { visitor, form } = visit
  const typed = { name: words(form, 'name'), of: words(form, 'of') }
  const kept = await keepPost(world, visitor, { id, ...typed, formKey: formKey(form) })
  if (kept.ok) return redirect(id ? `/posts/${id}?done=changed` : '/posts?done=kept')
  const problems = problemsOf(kept.refusal, 'name')
  return problems ? formPage(world, visit, id, { typed, problems }) : notFound
}

async function fill(world: World, visit: Visit<Member>): Promise<Answer> {
  const id = idIn(visit)
  if (!id) return notFound
  const { visitor, form } = visit
  const typed = { holder: words(form, 'holder'), from: words(form, 'from') }
  const filled = await fillPost(world, visitor, {
    id,
    holder: typed.holder,
    from: parseDay(typed.from),
    replaces: words(form, 'beside') !== 'yes',
    formKey: formKey(form),
  })
  if (filled.ok) return redirect(`/posts/${id}?done=changed`)
  const problems = problemsOf(filled.refusal, 'holder')
  return problems ? showPost(world, visit, problems, typed) : notFound
}

async function vacate(world: World, visit: Visit<Member>): Promise<Answer> {
  const id = idIn(visit)
  const holdingId = parseId<'holding'>(visit.params.holdingId ?? '')
  if (!id || !holdingId) return notFound
  const ended = await vacatePost(world, visit.visitor, { id, holdingId, formKey: formKey(visit.form) })
  return ended.ok || ended.refusal.kind === 'form-expired' ? redirect(`/posts/${id}?done=changed`) : notFound
}
