import { type Id, parseId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Form, words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { readListInChild } from '../../reading/index.ts'
import { may } from '../access.ts'
import type { Member, Visitor } from '../visitor.ts'
import { bringList, lookAtList } from './bring-list.ts'
import { findList, forgetListsBefore, insertList } from './directory-list.store.ts'
import { handInPage } from './hand-in.page.tsx'
import { listPage } from './list.page.tsx'
import { LIST_HEADS, rowsOfList } from './rows-of-list.ts'
import { refusalToReadList } from './scan-list.ts'

const LARGEST_LIST = 5 * 1024 * 1024
const KEPT_HOURS = 7 * 24

export function bringListRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/directory-lists/new',
      access: may('keep-people'),
      answer: async ({ visitor }) => page(handInPage(visitor, { once: world.newId(), problem: null })),
    }),
    route({
      method: 'GET',
      url: '/directory-lists/template',
      access: may('keep-people'),
      answer: async () => ({
        kind: 'file',
        name: 'people-and-organisations.csv',
        type: 'text/csv; charset=utf-8',
        content: new TextEncoder().encode(`\ufeff${LIST_HEADS.join(',')}\r\n`),
      }),
    }),
    route({
      method: 'POST',
      url: '/directory-lists',
      access: may('keep-people'),
      filesUpTo: LARGEST_LIST,
      isCostly: true,
      answer: (visit) => handIn(world, visit),
    }),
    route({
      method: 'GET',
      url: '/directory-lists/:listId',
      access: may('keep-people'),
      answer: (visit) => show(world, visit, null),
    }),
    route({
      method: 'POST',
      url: '/directory-lists/:listId/done',
      access: may('keep-people'),
      answer: (visit) => doIt(world, visit),
    }),
  ]
}

const REFUSED = {
  'no-heads': 'has no line of heads. Its columns need heads such as Name, Mail address and Organisation',
  'no-rows': 'has nothing below its heads',
} as const

async function handIn(world: World, { visitor, form }: Visit<Member>): Promise<Answer> {
  const refused = (problem: string) => page(handInPage(visitor, { once: world.newId(), problem }), 422)
  const file = form.files.list
  const key = formKey(form)
  if (form.tooLarge === 'list') return refused('The file is larger than 5 MB. Send the list alone')
  if (!file || file.content.byteLength === 0) return refused('Choose the file with the list')
  if (!key) return refused('This form was open too long: send it again')
  const name = file.name.replaceAll(/\p{C}/gu, '').slice(-100)
  const unsafe = await refusalToReadList(world, visitor, { name, content: file.content, what: 'a list of people' })
  if (unsafe) return refused(unsafe)
  const lines = await readListInChild(file)
  if (!lines.ok) return refused(lines.refusal.sentence)
  const read = rowsOfList(lines.value)
  if (!read.ok) return refused(`The list ${valueAt(REFUSED, read.refusal.kind)}`)
  const id = world.newId<'directory-list'>()
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const earlier = await useFormKey(tx, visitor.partnershipId, key, id, world.now())
    if (earlier) return redirect(`/directory-lists/${earlier}`)
    const now = world.now()
    await forgetListsBefore(tx, now.subtract({ hours: KEPT_HOURS }))
    await insertList(tx, visitor.partnershipId, { id, name, ...read.value, by: visitor.person.id, now })
    await recordChange(tx, world, visitor, {
      what: 'handed in a list of people',
      subject: { kind: 'directory-list', id },
      after: { name, rows: read.value.rows.length },
    })
    return redirect(`/directory-lists/${id}`)
  })
}

function idIn({ params }: Visit<Member>): Id<'directory-list'> | null {
  return parseId<'directory-list'>(params.listId ?? '')
}

async function show(world: World, visit: Visit<Member>, problem: string | null): Promise<Answer> {
  const id = idIn(visit)
  if (!id) return notFound
  const { visitor, form } = visit
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const list = await findList(tx, id)
    if (!list || list.isDone) return notFound
    const { asked, mark } = await lookAtList(tx, list, new Map())
    const view = { list, steps: asked, mark, answers: answersIn(form), problem, once: world.newId() }
    return page(listPage(visitor, view), problem ? 422 : 200)
  })
}

async function doIt(world: World, visit: Visit<Member>): Promise<Answer> {
  const id = idIn(visit)
  if (!id) return notFound
  const { visitor, form } = visit
  const request = { id, answers: answersIn(form), mark: words(form, 'mark'), formKey: formKey(form) }
  const done = await bringList(world, visitor, request)
  if (done.ok) return redirect('/people?done=brought')
  const { refusal } = done
  switch (refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return show(world, visit, 'This form was open too long: look at it and send it again')
    case 'changed-meanwhile':
      return show(world, visit, 'The directory changed since you opened this page. Look at it again')
    default:
      return unreachable(refusal)
  }
}

function answersIn(form: Form): ReadonlyMap<number, string> {
  return new Map(
    Object.keys(form.fields)
      .filter((name) => /^line-\d{1,7}$/.test(name))
      .map((name) => [Number(name.slice('line-'.length)), words(form, name)]),
  )
}
