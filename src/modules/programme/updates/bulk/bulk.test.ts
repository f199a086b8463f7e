import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fillSheet, rowsOfSheet } from '../../../../../test/support/filled-sheet.ts'
import { aSmallPartnership, type SmallPartnership, type Somebody } from '../../../../../test/support/partnership.ts'
import { sentAt, write } from '../../../../../test/support/partnership-duty.ts'
import { send, type Visited, visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, rowsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'
import { findPoint } from '../../points/point.store.ts'
import { firstPointOf } from '../../programme.factory.ts'
import { insertClosing } from '../../year-end/disposal.store.ts'
import { findDraft } from '../draft.store.ts'

const WHOLE = {
  'What has happened': 'Two hubs are open.\nA third opens in May 2015.',
  'What happens next': 'Choose a room for the fourth hub',
  Progress: 'Green',
  Impact: 'Amber',
}

/** Duties of the lead's actions 1.1, 1.2 … due at the end of October 2014. */
async function duties(town: SmallPartnership, count: number): Promise<readonly ReportingPointId[]> {
  const { world, ...house } = await theHouse()
  const actions = Array.from({ length: count }, (_, at) =>
    anAction({
      ref: `1.${at + 1}`,
      text: `Open hub ${at + 1}`,
      dueOn: day('2014-10-31'),
      lead: town.lead.member,
      leadGroupId: town.group,
    }),
  )
  await anAdoptedPlan({ world, ...house }, town.manager.member, { actions })
  return Promise.all(actions.map(({ id }) => firstPointOf(world, town.lead.member, id)))
}

const download = async (as: Somebody, whose = 'mine') =>
  (await visit(as, `/updates/spreadsheet/requests?whose=${whose}`)).body

const handIn = (as: Somebody, content: Uint8Array, name = 'my-requests.xlsx') =>
  send(as, '/updates/spreadsheet', { once: newId() }, { sheet: { name, type: 'application/octet-stream', content } })

const formOn = (html: string) => ({
  once: newId(),
  mark: valueOn(html, 'mark') ?? '',
  ...Object.fromEntries(
    [...html.matchAll(/name="(answers-\d+)"/g)].map(([, name = '']) => [name, valueOn(html, name) ?? '']),
  ),
})

const choose = (as: Somebody, { html }: Visited, how: 'send' | 'drafts', more: Record<string, string> = {}) =>
  send(as, '/updates/spreadsheet/answers', { ...formOn(html), how, ...more }, {})

async function closeYear(town: SmallPartnership, point: ReportingPointId): Promise<void> {
  const { world } = await theHouse()
  await inScope(world.db, wholePartnership(town.id), async (tx) => {
    const planId = (await findPoint(tx, point))?.planId ?? newId()
    const at = { by: town.manager.member.person.id, at: world.now() }
    await insertClosing(tx, town.id, { id: newId<'closing'>(), planId }, at)
  })
}

const draftAt = async (town: SmallPartnership, point: ReportingPointId) =>
  inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findDraft(tx, point))

describe('updates by spreadsheet', () => {
  test('a lead downloads, fills in, sees what will happen, and sends what is complete; the rest are drafts', async () => {
    const town = await aSmallPartnership()
    const [first, second, third] = await duties(town, 3)
    assert.ok(first && second && third)
    assert.match((await visit(town.lead, '/updates')).html, /href="\/updates\/spreadsheet"/)
    const sheet = await download(town.lead)
    assert.deepEqual(
      rowsOfSheet(sheet).map((row) => [row.Reference, row.Action, row.Due]),
      [
        ['1.1', 'Open hub 1', '31 Oct 14'],
        ['1.2', 'Open hub 2', '31 Oct 14'],
        ['1.3', 'Open hub 3', '31 Oct 14'],
      ],
    )
    const seen = await handIn(town.lead, fillSheet(sheet, [WHOLE, { 'What has happened': 'Half said in May' }]))
    assert.equal(seen.status, 200)
    assert.match(wordsOf(seen.html), /1 complete, 1 kept as a draft, 1 unchanged\. Nothing has happened yet/)
    assert.match(rowsOn(seen.html, 'Kept as a draft: 1 row').join(), /What happens next: Say what happens next/)
    assert.match(rowsOn(seen.html, 'Ready to send: 1 row').join(), /31 Oct 14.*Progress .*On track.*“Two hubs are open/)
    assert.equal((await sentAt(town, first)).length, 0)

    const done = await choose(town.lead, seen, 'send')
    assert.equal(done.location, '/updates/spreadsheet?sent=1&drafts=1&left=0')
    assert.match(wordsOf((await visit(town.lead, done.location)).html), /1 update sent, 1 draft kept/)
    const [sent] = await sentAt(town, first)
    assert.equal(sent?.narrative, WHOLE['What has happened'], 'its lines are kept')
    assert.deepEqual([sent?.progress, sent?.impact], ['green', 'amber'])
    assert.equal((await draftAt(town, second))?.narrative, 'Half said in May')
    assert.equal(await draftAt(town, third), null)
  })

  test('all can be kept as drafts, and a draft that is complete can be sent from the same sheet later', async () => {
    const town = await aSmallPartnership()
    const [first] = await duties(town, 1)
    assert.ok(first)
    const filled = fillSheet(await download(town.lead), [WHOLE])
    const kept = await choose(town.lead, await handIn(town.lead, filled), 'drafts')
    assert.equal(kept.location, '/updates/spreadsheet?sent=0&drafts=1&left=0')
    assert.equal((await sentAt(town, first)).length, 0)
    const again = await handIn(town.lead, filled)
    assert.match(wordsOf(again.html), /1 complete\. Nothing has happened yet/)
    assert.equal((await choose(town.lead, again, 'send')).location, '/updates/spreadsheet?sent=1&drafts=0&left=0')
    assert.match(wordsOf((await handIn(town.lead, filled)).html), /1 unchanged.*This spreadsheet changes nothing/)
  })

  test('forty requests with long words, of any script, come through whole', async () => {
    const town = await aSmallPartnership()
    const points = await duties(town, 40)
    const long = `${'Zwölf “Familien” – Łódź 家庭 😀 & <b>more</b>. '.repeat(150)}In May 2015.`
    const filled = fillSheet(
      await download(town.lead),
      points.map(() => ({ ...WHOLE, 'What has happened': long })),
    )
    const seen = await handIn(town.lead, filled)
    assert.match(wordsOf(seen.html), /40 complete\. Nothing has happened yet/)
    assert.match(seen.html, /name="answers-2"/, 'more than one field holds')
    assert.equal((await choose(town.lead, seen, 'send')).location, '/updates/spreadsheet?sent=40&drafts=0&left=0')
    const [, , third] = points
    assert.equal(third && (await sentAt(town, third))[0]?.narrative, long)
  })

  test('the same form sent twice at once does it once, and answers the same', async () => {
    const town = await aSmallPartnership()
    const [first] = await duties(town, 1)
    assert.ok(first)
    const seen = await handIn(town.lead, fillSheet(await download(town.lead), [WHOLE]))
    const form = { ...formOn(seen.html), how: 'send' }
    const answers = await Promise.all([1, 2].map(() => send(town.lead, '/updates/spreadsheet/answers', form)))
    for (const { location } of answers) assert.equal(location, '/updates/spreadsheet?sent=1&drafts=0&left=0')
    assert.equal((await sentAt(town, first)).length, 1)
  })

  test('a row that cannot be kept is refused beside its cell, and the others go on', async () => {
    const town = await aSmallPartnership()
    await duties(town, 2)
    const wrong = { ...WHOLE, Progress: 'Purple', 'Back on track by': 'Michaelmas' }
    const seen = await handIn(town.lead, fillSheet(await download(town.lead), [wrong, WHOLE]))
    const [row] = rowsOn(seen.html, 'Left out: 1 row')
    assert.match(row?.join() ?? '', /Progress: “Purple” is no rating of this plan.*Back on track by: Enter a day/)
    assert.equal((await choose(town.lead, seen, 'send')).location, '/updates/spreadsheet?sent=1&drafts=0&left=1')
  })

  test('what changed on the web since the download stays, with both texts shown, unless the lead says otherwise', async () => {
    const town = await aSmallPartnership()
    const [first, second] = await duties(town, 2)
    assert.ok(first && second)
    const sheet = await download(town.lead)
    for (const point of [first, second]) await write(town.manager, point, { step: 'save', narrative: 'From the web' })
    const seen = await handIn(town.lead, fillSheet(sheet, [WHOLE, WHOLE]))
    assert.match(wordsOf(seen.html), /2 changed on the web since\. .*In your spreadsheet.*From the web/)
    const done = await choose(town.lead, seen, 'send', { 'replace-2': 'yes' })
    assert.equal(done.location, '/updates/spreadsheet?sent=1&drafts=0&left=1')
    assert.equal((await sentAt(town, first)).length, 1)
    assert.equal((await draftAt(town, second))?.narrative, 'From the web')
  })

  test('when something changes between looking and choosing, nothing is done and the page is shown anew', async () => {
    const town = await aSmallPartnership()
    const [first, second] = await duties(town, 2)
    assert.ok(first && second)
    const seen = await handIn(town.lead, fillSheet(await download(town.lead), [WHOLE, WHOLE]))
    await write(town.manager, first, { step: 'save', narrative: 'From the web' })
    const refused = await choose(town.lead, seen, 'send')
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), [
      'choose: An update changed since you opened this page. Nothing was done: look at it again and choose',
    ])
    assert.match(wordsOf(refused.html), /1 complete, 1 changed on the web since/)
    assert.equal((await sentAt(town, second)).length, 0)
  })

  test('a duty that is somebody else’s reads as one that never was', async () => {
    const town = await aSmallPartnership()
    const [first] = await duties(town, 1)
    assert.ok(first)
    const sheet = await download(town.lead)
    const filled = fillSheet(sheet, [WHOLE])
    const others = await handIn(town.chair, filled)
    const key = (rowsOfSheet(sheet)[0]?.['Leave this as it is'] ?? '').replace(first, newId())
    const unknown = await handIn(town.lead, fillSheet(sheet, [{ ...WHOLE, 'Leave this as it is': key }]))
    assert.equal(others.status, 404, 'a chair writes no updates')
    assert.match(wordsOf(unknown.html), /1 not found.*No request of yours has this row’s hidden mark/)
    const elsewhere = await aSmallPartnership()
    await duties(elsewhere, 1)
    const theirs = await handIn(elsewhere.lead, filled)
    const rows = (html: string) => rowsOn(html, 'Not found: 1 row')
    assert.deepEqual(rows(theirs.html), rows(unknown.html))
  })

  test('a manager downloads all that they may write, and answers for a lead who cannot', async () => {
    const town = await aSmallPartnership()
    const [first] = await duties(town, 1)
    assert.ok(first)
    const page = wordsOf((await visit(town.manager, '/updates/spreadsheet')).html)
    assert.match(page, /Download all requests that I may write \(\.xlsx\) ?: 1 request/)
    const seen = await handIn(town.manager, fillSheet(await download(town.manager, 'all'), [WHOLE]))
    assert.equal((await choose(town.manager, seen, 'send')).location, '/updates/spreadsheet?sent=1&drafts=0&left=0')
    const [sent] = await sentAt(town, first)
    assert.equal(sent?.submittedBy.name, town.manager.member.person.name)
  })

  test('of an update sent meanwhile by somebody else, only a correction with its reason is sent', async () => {
    const town = await aSmallPartnership()
    const [first] = await duties(town, 1)
    assert.ok(first)
    const sheet = await download(town.lead)
    await write(town.manager, first)
    const seen = await handIn(town.lead, fillSheet(sheet, [WHOLE]))
    const [row] = rowsOn(seen.html, 'Left out: 1 row')
    assert.match(row?.join() ?? '', /Why it is corrected: Say why you correct it/)
    const again = await handIn(
      town.lead,
      fillSheet(sheet, [{ ...WHOLE, 'Why it is corrected': 'A third hub is open' }]),
    )
    const done = await choose(town.lead, again, 'send', { 'replace-2': 'yes' })
    assert.equal(done.location, '/updates/spreadsheet?sent=1&drafts=0&left=0')
    assert.equal((await sentAt(town, first))[0]?.reason, 'A third hub is open')
  })

  test('a plan whose year is closed takes nothing, and says when it was closed and by whom', async () => {
    const town = await aSmallPartnership()
    const [first] = await duties(town, 1)
    assert.ok(first)
    const sheet = await download(town.lead)
    await closeYear(town, first)
    const seen = await handIn(town.lead, fillSheet(sheet, [WHOLE]))
    assert.match(rowsOn(seen.html, 'Left out: 1 row').join(), /closed the plan’s year on/)
    assert.equal((await visit(town.lead, '/updates/spreadsheet/requests')).status, 303)
  })

  test('with nothing asked the page says so', async () => {
    const town = await aSmallPartnership()
    assert.match(wordsOf((await visit(town.manager, '/updates/spreadsheet')).html), /No update is asked of you/)
    assert.equal((await visit(town.manager, '/updates/spreadsheet/requests')).location, '/updates/spreadsheet')
  })
})
