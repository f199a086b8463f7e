import type { Problem } from '../../../../design/index.ts'
import type { Result } from '../../../../kernel/result.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Form, words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { findBodies, type Member, may, type Visitor } from '../../../people/index.ts'
import { calendarPage } from './calendar.page.tsx'
import { findCalendar } from './calendar-entry.store.ts'
import { addMeeting, type CalendarField, type CalendarRefusal, closeDays, removeFromCalendar } from './keep-calendar.ts'

const DONE: Readonly<Record<string, string>> = {
  meeting: 'The meeting is in the calendar',
  closed: 'The days are in the calendar',
  removed: 'It is out of the calendar',
}
const FIELDS: readonly CalendarField[] = ['body', 'on', 'papersOn', 'name', 'starts', 'ends']

export function calendarRoutes(world: World): readonly Route<Visitor>[] {
  const post = (url: string, answer: (visit: Visit<Member>) => Promise<Answer>) =>
    route({ method: 'POST', url, access: may('ask-for-updates'), answer })
  return [
    route({
      method: 'GET',
      url: '/calendar',
      access: may('ask-for-updates'),
      answer: async ({ visitor, query }) =>
        showCalendar(world, visitor, {}, [], valueAt(DONE, query.done ?? '') ?? null),
    }),
    post('/calendar/meetings', async (visit) => {
      const { form } = visit
      const said = { body: words(form, 'body'), on: words(form, 'on'), papersOn: words(form, 'papersOn') }
      const added = await addMeeting(world, visit.visitor, { ...said, formKey: formKey(form) })
      return answerTo(world, visit, added, 'meeting')
    }),
    post('/calendar/closed-days', async (visit) => {
      const { form } = visit
      const said = { name: words(form, 'name'), starts: words(form, 'starts'), ends: words(form, 'ends') }
      const added = await closeDays(world, visit.visitor, { ...said, formKey: formKey(form) })
      return answerTo(world, visit, added, 'closed')
    }),
    post('/calendar/meetings/:entryId/removal', (visit) => remove(world, visit, 'body_meeting')),
    post('/calendar/closed-days/:entryId/removal', (visit) => remove(world, visit, 'closed_period')),
  ]
}

async function remove(world: World, visit: Visit<Member>, entry: 'closed_period' | 'body_meeting'): Promise<Answer> {
  const { visitor, params, form } = visit
  const removed = await removeFromCalendar(world, visitor, { entry, id: params.entryId ?? '', formKey: formKey(form) })
  return answerTo(world, visit, removed, 'removed')
}

function answerTo(
  world: World,
  { visitor, form }: Visit<Member>,
  changed: Result<undefined, CalendarRefusal>,
  done: string,
): Promise<Answer> | Answer {
  if (changed.ok) return redirect(`/calendar?done=${done}`)
  switch (changed.refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return showCalendar(world, visitor, typedIn(form), [
        { field: 'body', message: 'The page was open for too long. What you typed is kept: send it again' },
      ])
    case 'problems':
      return showCalendar(world, visitor, typedIn(form), changed.refusal.problems)
  }
}

function typedIn(form: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(FIELDS.map((field) => [field, words(form, field)]))
}

async function showCalendar(
  world: World,
  visitor: Member,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  flash: string | null = null,
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const view = { ...(await findCalendar(tx, today(world))), bodies: await findBodies(tx) }
    const html = calendarPage(visitor, view, { once: world.newId(), typed, problems }, flash)
    return page(html, problems.length > 0 ? 422 : 200)
  })
}
