import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { linksOn, problemsOn, rowsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { PlanId, ReportingPointId } from '../../../kernel/id.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { addMeeting } from '../asking/keep-calendar/keep-calendar.ts'
import { anUpdate, aVerdict, firstPointOf } from '../programme.factory.ts'

/** Six actions due on 30 June 2014, one of each standing at the end of the first quarter. */
async function aQuarter(town: SmallPartnership): Promise<{ plan: PlanId; points: readonly ReportingPointId[] }> {
  setClock('2014-04-01')
  const house = await theHouse()
  const { world } = house
  const lead = town.lead.member
  const made = ['1.1', '1.2', '1.3', '1.4', '1.5'].map((ref) =>
    anAction({ ref, dueOn: day('2014-06-30'), lead, leadGroupId: town.group }),
  )
  const later = anAction({ ref: '1.6', dueOn: day('2014-12-31'), lead, leadGroupId: town.group })
  const plan = await anAdoptedPlan(house, town.manager.member, { actions: [...made, later] })
  const points = await Promise.all(made.map(({ id }) => firstPointOf(world, lead, id)))
  const [accepted, awaiting, back, draft] = points
  assert.ok(accepted && awaiting && back && draft)
  setClock('2014-06-25')
  await anUpdate(world, lead, accepted, { narrative: 'The first hub opened on 20 June' })
  await anUpdate(world, lead, awaiting, { progress: 'amber' })
  await anUpdate(world, lead, back)
  await send(town.lead, `/updates/${draft}`, { once: newId(), step: 'save', narrative: 'We are nearly there' })
  setClock('2014-06-28')
  await aVerdict(world, town.chair.member, accepted)
  await aVerdict(world, town.chair.member, back, 'Say how many')
  return { plan, points }
}

describe('the reporting periods of a plan', () => {
  let town: SmallPartnership
  let plan: PlanId
  let points: readonly ReportingPointId[]
  before(async () => {
    town = await aSmallPartnership()
    ;({ plan, points } = await aQuarter(town))
  })
  beforeEach(() => setClock('2014-07-05T12:00:00Z'))

  const list = async () => (await visit(town.viewer, `/plans/${plan}/periods`)).html
  const hrefOf = async (name: string) =>
    new RegExp(`href="(/plans/[^"]+/periods/[^"]+)"[^>]*>${name}`).exec(await list())?.[1] ?? 'none'
  const quarter = () => hrefOf('Quarter 1')
  const wordsAt = async (url: string) => wordsOf((await visit(town.viewer, url)).html)
  const step = async (name: string, fields: Record<string, string> = {}) =>
    send(town.manager, `${await quarter()}/${name}`, { once: newId(), ...fields })
  const make = (fields: Record<string, string>) =>
    send(town.manager, `/plans/${plan}/periods`, { once: newId(), ...fields })

  test('there are none at first, and the plan’s rhythm gives them in one step', async () => {
    assert.match(wordsOf(await list()), /This plan has no reporting periods yet\..*No periods yet/)
    const { html } = await visit(town.manager, `/plans/${plan}/periods`)
    assert.match(wordsOf(html), /gives it 4 periods that are not here: from “Quarter 1: April to June 2014”/)
    assert.equal((await make({ by: 'rhythm' })).location, `/plans/${plan}/periods?done=made`)
    assert.deepEqual(
      rowsOn(await list(), 'Reporting periods').map(([name, asAt, sent, state]) => [
        name?.slice(0, 9),
        asAt,
        sent,
        state,
      ]),
      [
        ['Quarter 1', '5 Jul 14', '2 of 5', 'Can be closed'],
        ['Quarter 2', '5 Oct 14', 'None due', 'Running'],
        ['Quarter 3', '5 Jan 15', '0 of 1', 'Not begun'],
        ['Quarter 4', '5 Apr 15', 'None due', 'Not begun'],
      ],
    )
    assert.match(wordsOf((await make({ by: 'rhythm' })).html), /The plan has all of these periods already/)
  })

  test('the manager makes one of their own, is told what is wrong with it, and takes it back', async () => {
    const typed = { by: 'own', name: 'The whole year', starts: '2014-04-01', ends: '2015-03-31', asAt: '' }
    const refused = await make({ ...typed, name: 'Quarter 1: April to June 2014', starts: '2014-02-30', ends: '' })
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), [
      'name: Another period of this plan has that name',
      'starts: Enter its first day, such as 1 April 2026',
      'ends: Enter its last day, such as 30 June 2026',
    ])
    assert.match(
      wordsOf((await make({ ...typed, starts: '2015-05-01', asAt: '2013-01-01' })).html),
      /End on the first day or a later one/,
    )
    await make(typed)
    const href = await hrefOf('The whole year')
    await sendAndFollow(town.manager, `${href}/removal`, { once: newId() })
    assert.doesNotMatch(await list(), /The whole year/)
    assert.equal((await visit(town.viewer, href)).status, 404)
  })

  test('the meetings of a body make periods too, and one without meetings says so', async () => {
    const { world } = await theHouse()
    const body = town.groupWithoutChair
    const kept = await addMeeting(world, town.manager.member, {
      body,
      on: '2014-11-20',
      papersOn: '2014-11-13',
      formKey: newId(),
    })
    assert.ok(kept.ok)
    assert.match(
      wordsOf((await make({ by: 'meetings', body: town.group })).html),
      /It has no meeting in the plan’s time/,
    )
    await make({ by: 'meetings', body })
    assert.match(wordsOf(await list()), /For the meeting of 20 November 2014 1 April 2014 to 13 November 2014/)
  })

  test('an open period says how it stands, to the last row, and every count leads to its members', async () => {
    const words = await wordsAt(await quarter())
    assert.match(
      words,
      /6 actions: 1 accepted, 1 sent and awaiting a verdict, 1 sent back and not sent again, 1 begun as a draft and not sent, 1 due and not reported, 1 not due to report\./,
    )
    assert.match(words, /This is how it stands now\. It is reported on as at 5 July 2014 and can be closed\./)
    const url = await quarter()
    for (const [show, ref] of [
      ['accepted', '1.1'],
      ['awaiting-verdict', '1.2'],
      ['sent-back', '1.3'],
      ['draft-only', '1.4'],
      ['not-reported', '1.5'],
      ['not-due', '1.6'],
    ] as const) {
      assert.ok(linksOn((await visit(town.viewer, url)).html).includes(`${url}?show=${show}#actions`))
      const { html } = await visit(town.viewer, `${url}?show=${show}`)
      const [, title = ''] = /id="actions"[^>]*>([^<]*): 1 of 6</.exec(html) ?? []
      assert.deepEqual(
        rowsOn(html, title).map(([own]) => own),
        [ref],
      )
    }
  })

  test('nobody closes a period before its day', async () => {
    setClock('2014-07-04T22:00:00Z')
    const refused = await step('closing')
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /It can be closed from 5 July 2014/)
  })

  test('closed, it stays as it was, and what comes later is shown as too late', async () => {
    assert.match((await step('closing')).location, /\?done=closed$/)
    setClock('2014-07-09')
    const { world } = await theHouse()
    const [, awaiting, , , none] = points
    assert.ok(awaiting && none)
    await aVerdict(world, town.chair.member, awaiting)
    await anUpdate(world, town.lead.member, none, { narrative: 'Late, but here' })
    const words = await wordsAt(await quarter())
    assert.match(words, /6 actions: 1 accepted, 1 sent and awaiting.*1 due and not reported/)
    assert.match(words, /This period is closed Closed by Mina Manager on 5 July 2014 at 13:00, as at 5 July 2014/)
    assert.match(words, /1 update came too late for this closing.*Came after the period was closed/)
    assert.doesNotMatch(words, /Late, but here/)
    assert.match(wordsOf(await list()), /1 closed\..*2 of 5 Closed 5 Jul 14/)
  })

  test('it can be opened again with a reason, and closed again; the earlier closing stays and the difference is listed', async () => {
    setClock('2014-07-10')
    const refused = await step('reopening', { because: '' })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /Say why, for the record/)
    await step('reopening', { because: 'An update came late' })
    assert.match(await wordsAt(await quarter()), /6 actions: 2 accepted, 1 sent and awaiting a verdict/)
    assert.match(wordsOf(await list()), /Opened again/)
    const { html } = await visit(town.manager, await quarter())
    assert.match(wordsOf(html), /Close this period as at 10 July 2014/)
    await step('closing')
    const words = await wordsAt(await quarter())
    assert.match(words, /Against closing 1: 2 actions differ It was opened again by Mina Manager/)
    assert.deepEqual(
      rowsOn((await visit(town.viewer, await quarter())).html, 'What differs between the two closings').map(
        ([ref, , was, now, kinds]) => [ref, was, now, kinds],
      ),
      [
        ['1.2', 'Sent and awaiting a verdict', 'Accepted', 'its report, whether it was accepted'],
        [
          '1.5',
          'Due and not reported',
          'Sent and awaiting a verdict',
          'its report, another update stands, progress rating, impact rating',
        ],
      ],
    )
    const first = await wordsAt(`${await quarter()}?closing=1`)
    assert.match(first, /This is closing 1, and it holds no longer.*opened again by Mina Manager/)
    assert.match(first, /6 actions: 1 accepted, 1 sent and awaiting/)
    assert.equal((await visit(town.viewer, `${await quarter()}?closing=3`)).status, 404)
    assert.equal((await visit(town.viewer, `${await quarter()}?closing=x`)).status, 404)
  })

  test('a form sent twice closes once, and a period ever closed is not taken back', async () => {
    const href = await hrefOf('For the meeting of 20 November 2014')
    setClock('2014-11-14')
    const once = newId()
    await send(town.manager, `${href}/closing`, { once })
    await send(town.manager, `${href}/closing`, { once })
    assert.equal(rowsOn((await visit(town.viewer, href)).html, 'Closings of this period').length, 1)
    const kept = await send(town.manager, `${href}/removal`, { once: newId() })
    assert.match(wordsOf(kept.html), /A period that was ever closed stays/)
  })

  test('every row can be taken out as a spreadsheet', async () => {
    const csv = await visit(town.viewer, `${await quarter()}/rows/csv?closing=1`)
    assert.match(csv.type, /^text\/csv/)
    const lines = csv.body.toString().trim().split('\r\n')
    assert.equal(lines.length, 7)
    assert.match(
      lines[1] ?? '',
      /^1\.1,.*Accepted,On track,On track,Yes,2014-06-25,The first hub opened on 20 June,The third hub opens in spring,,,,0,2014-06-30$/,
    )
    const xlsx = await visit(town.viewer, `${await quarter()}/rows/xlsx`)
    assert.equal(xlsx.body.subarray(0, 2).toString(), 'PK')
    assert.equal((await visit(town.viewer, `${await quarter()}/rows/exe`)).status, 404)
  })

  test('whoever reads the plan reads its periods and changes none; somebody else finds nothing', async () => {
    const { html } = await visit(town.viewer, await quarter())
    assert.doesNotMatch(html, /<form[^>]*reopening/)
    const other = await aSmallPartnership()
    assert.equal((await visit(other.manager, await quarter())).status, 404)
    assert.equal((await visit(town.lead, await quarter())).status, 404)
    assert.equal((await send(town.viewer, `${await quarter()}/closing`, { once: newId() })).status, 404)
  })
})
