import { unreachable } from '../../../../../kernel/result.ts'
import { valueAt } from '../../../../../kernel/value-at.ts'
import { type Form, words } from '../../../../../platform/http/form.ts'
import { formKey } from '../../../../../platform/http/form-key.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../../../platform/http/route.ts'
import type { World } from '../../../../../platform/world.ts'
import { type Member, may, refusalToReadList, type Visitor } from '../../../../people/index.ts'
import { readListInChild } from '../../../../reading/index.ts'
import { MOST_REQUESTS } from '../answer-columns.ts'
import { MOST_PIECES, packAnswers, unpackAnswers } from '../answers-in-form.ts'
import { doneInWords } from '../done-in-words.ts'
import { countRequests } from '../download-requests/download-requests.ts'
import { readAnswers } from '../read-answers.ts'
import { spreadsheetPage } from '../spreadsheet.page.tsx'
import { answersPage } from './answers.page.tsx'
import { lookAtAnswers } from './look-at-answers.ts'
import { uploadAnswers } from './upload-answers.ts'

const LARGEST_SHEET = 5 * 1024 * 1024

export function uploadAnswersRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/updates/spreadsheet',
      access: may('write-updates'),
      answer: async ({ visitor, query }) => show(world, visitor, null, doneInWords(query)),
    }),
    route({
      method: 'POST',
      url: '/updates/spreadsheet',
      access: may('write-updates'),
      filesUpTo: LARGEST_SHEET,
      isCostly: true,
      answer: (visit) => handIn(world, visit),
    }),
    route({
      method: 'POST',
      url: '/updates/spreadsheet/answers',
      access: may('write-updates'),
      filesUpTo: LARGEST_SHEET,
      isCostly: true,
      answer: (visit) => doIt(world, visit),
    }),
  ]
}

async function show(world: World, visitor: Member, problem: string | null, flash: string | null = null) {
  const counts = await countRequests(world, visitor)
  return page(spreadsheetPage(visitor, { ...counts, once: world.newId(), problem, flash }), problem ? 422 : 200)
}

const REFUSED = {
  'no-heads':
    'is not one that was downloaded here: the column with its hidden marks is missing. Download your requests again, and copy your words over',
  'no-rows': 'has no row below its heads',
  'too-many': `has more than ${MOST_REQUESTS} rows. Split it`,
} as const

async function handIn(world: World, { visitor, form }: Visit<Member>): Promise<Answer> {
  const file = form.files.sheet
  if (form.tooLarge === 'sheet')
    return show(world, visitor, 'The file is larger than 5 MB. Hand in the spreadsheet alone')
  if (!file || file.content.byteLength === 0) return show(world, visitor, 'Choose the spreadsheet that you filled in')
  const name = file.name.replaceAll(/\p{C}/gu, '').slice(-100)
  const { content } = file
  const unsafe = await refusalToReadList(world, visitor, { name, content, what: 'a spreadsheet of updates' })
  if (unsafe) return show(world, visitor, unsafe)
  const lines = await readListInChild({ name, content }, 'answers')
  if (!lines.ok) return show(world, visitor, lines.refusal.sentence)
  const read = readAnswers(lines.value)
  if (!read.ok) return show(world, visitor, `The spreadsheet ${valueAt(REFUSED, read.refusal.kind)}`)
  if (packAnswers(read.value).length > MOST_PIECES) {
    return show(world, visitor, 'The spreadsheet has more words than can be handed in at once. Split it')
  }
  const looked = await lookAtAnswers(world, visitor, read.value)
  return page(answersPage(visitor, { ...looked, name, replace: new Set(), problem: null, once: world.newId() }))
}

async function doIt(world: World, { visitor, form }: Visit<Member>): Promise<Answer> {
  const rows = unpackAnswers(piecesIn(form), MOST_REQUESTS)
  if (!rows) return show(world, visitor, 'Nothing was handed in. Choose the spreadsheet again')
  const replace = new Set(rows.map(({ line }) => line).filter((line) => words(form, `replace-${line}`) === 'yes'))
  const how = words(form, 'how') === 'send' ? 'send' : 'drafts'
  const done = await uploadAnswers(world, visitor, {
    rows,
    choice: { how, replace },
    mark: words(form, 'mark'),
    formKey: formKey(form),
  })
  if (done.ok) {
    const { sent, drafts, left } = done.value
    return redirect(`/updates/spreadsheet?sent=${sent}&drafts=${drafts}&left=${left}`)
  }
  const looked = await lookAtAnswers(world, visitor, rows)
  const view = { ...looked, name: words(form, 'name').slice(0, 100), replace, once: world.newId() }
  return page(answersPage(visitor, { ...view, problem: notDone(done.refusal.kind) }), 422)
}

function piecesIn({ fields }: Form): readonly string[] {
  return Array.from({ length: MOST_PIECES }, (_, at) => valueAt(fields, `answers-${at + 1}`)?.[0] ?? '')
}

function notDone(kind: 'form-expired' | 'changed-meanwhile'): string {
  switch (kind) {
    case 'form-expired':
      return 'The page was open for too long. Nothing was done: look at it and choose again'
    case 'changed-meanwhile':
      return 'An update changed since you opened this page. Nothing was done: look at it again and choose'
    default:
      return unreachable(kind)
  }
}
