import { parseDay } from '../../../kernel/day.ts'
import { parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { may } from '../access.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { findDirectory } from '../directory/directory.store.ts'
import { problemsOf } from '../directory/keep-refusal.ts'
import { labelsOf } from '../directory/known-labels.ts'
import type { Member, Visitor } from '../visitor.ts'
import { type EndPostView, endPostPage } from './end-post.page.tsx'
import { endPostOn } from './end-post.ts'
import { findPost } from './post.store.ts'

export function endPostRoutes(world: World, announce: PeopleAnnouncements): readonly Route<Visitor>[] {
  const url = '/posts/:postId/ending'
  return [
    route({
      method: 'GET',
      url,
      access: may('let-people-leave'),
      answer: (visit) => show(world, visit, { endedOn: `${today(world)}`, to: '' }, []),
    }),
    route({ method: 'POST', url, access: may('let-people-leave'), answer: (visit) => end(world, announce, visit) }),
  ]
}

async function show(
  world: World,
  { visitor, params }: Visit<Member>,
  typed: EndPostView['typed'],
  problems: EndPostView['problems'],
): Promise<Answer> {
  const id = parseId<'post'>(params.postId ?? '')
  if (!id) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const post = await findPost(tx, id, today(world))
    if (!post || post.endedOn) return notFound
    const labels = labelsOf(await findDirectory(tx), ['person', 'post']).filter(({ known }) => known.id !== id)
    const view = { post, labels, today: today(world), typed, problems, once: world.newId() }
    return page(endPostPage(visitor, view), problems.length > 0 ? 422 : 200)
  })
}

async function end(world: World, announce: PeopleAnnouncements, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const id = parseId<'post'>(params.postId ?? '')
  if (!id) return notFound
  const typed = { endedOn: words(form, 'endedOn'), to: words(form, 'to') }
  const request = { id, endedOn: parseDay(typed.endedOn), to: typed.to, formKey: formKey(form) }
  const ended = await endPostOn(world, visitor, announce, request)
  if (ended.ok) return redirect(`/posts/${id}?done=changed`)
  const problems = problemsOf(ended.refusal, 'endedOn')
  return problems ? show(world, visit, typed, problems) : notFound
}
