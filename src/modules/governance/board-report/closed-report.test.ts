import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { withPdfFiles, wordsOfPdf } from '../../../../test/support/pdf-tools.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { type ActionId, type PlanId, parseId, type ReportingPeriodId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { insertActions } from '../../plan/index.ts'
import { anAction, anAdoptedPlan, aPart } from '../../plan/plan.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../../programme/programme.factory.ts'
import { makeClosedReport } from './make-board-report.ts'

const EVIDENCE = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('Two hubs') }

describe('the board report of a closed period', () => {
  let town: SmallPartnership
  let planId: PlanId
  let periodId: ReportingPeriodId
  let hub: ActionId
  let play: ActionId

  /** The report as data, as a printed file, as a page and as its rows: each as it comes to whoever asks. */
  const asSeen = async (number: number | null = null) => {
    const { world } = await theHouse()
    const made = await makeClosedReport(world, town.viewer.member, { planId, periodId, number })
    assert.ok(made.ok)
    const query = number === null ? '' : `closing=${number}`
    const at = `/plans/${planId}/board-report`
    return {
      data: JSON.stringify(made.value),
      pdf: (await visit(town.viewer, `${at}.pdf?period=${periodId}&${query}`)).body.toString('base64'),
      page: wordsOf((await visit(town.viewer, `${at}?period=${periodId}&${query}`)).html),
      rows: (await visit(town.viewer, `/plans/${planId}/periods/${periodId}/rows/csv?${query}`)).body.toString(),
    }
  }
  const periodStep = (step: string, fields: Record<string, string> = {}) =>
    sendAndFollow(town.manager, `/plans/${planId}/periods/${periodId}/${step}`, { once: newId(), ...fields })
  const owner = async (statement: ReturnType<typeof sql>) =>
    (await theHouse()).database.owner((db) => statement.execute(db))

  before(async () => {
    town = await aSmallPartnership({ lead: 'Lena Leaver' })
    const house = await theHouse()
    const { world } = house
    const lead = town.lead.member
    setClock('2014-04-01')
    const part = aPart({ title: 'A good start' })
    const dueOn = [day('2014-06-30'), day('2015-03-31')]
    const actions = ['1.1', '1.2', '1.3', '1.4'].map((ref) =>
      anAction({ ref, partId: part.id, dueOn, lead, leadGroupId: town.group }),
    )
    planId = await anAdoptedPlan(house, town.manager.member, { parts: [part], actions })
    ;[hub = newId(), play = newId()] = actions.map(({ id }) => id)
    const [june] = await pointsOf(world, lead, hub)
    const [playJune] = await pointsOf(world, lead, play)
    assert.ok(june && playJune)
    setClock('2014-06-20')
    await anUpdate(world, lead, june.id, { narrative: 'Two hubs opened, says Lena Leaver', evidence: EVIDENCE })
    await aVerdict(world, town.chair.member, june.id)
    const pushed = { ref: '1.3', timescale: '30 September 2015', measure: 'Number of hubs open', text: 'Open a hub' }
    const because = { because: 'The site was lost', leadWords: 'Lena Leaver', version: '1', once: newId() }
    const sent = await send(town.manager, `/actions/${actions[2]?.id}/change`, { ...pushed, ...because })
    assert.equal(sent.status, 303)
    await anUpdate(world, lead, playJune.id, { progress: 'amber', impact: 'red' })
    const made = { by: 'own', name: 'First quarter', starts: '2014-04-01', ends: '2014-06-30', asAt: '2014-07-05' }
    const { html } = await sendAndFollow(town.manager, `/plans/${planId}/periods`, { once: newId(), ...made })
    const id = parseId<'reporting-period'>(/periods\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '')
    assert.ok(id)
    periodId = id
    setClock('2014-07-05T12:00:00Z')
    await periodStep('closing')
  })

  test('says which period it is of, and when that was closed, on the page and on paper', async () => {
    const { page } = await asSeen()
    assert.match(page, /as at 5 July 2014, First quarter, closed on 5 July 2014/)
    assert.match(page, /First quarter is closed This report reads the same for ever/)
    assert.match(page, /4 actions, none added\. 1 action with the last day pushed out\. No measure changed\./)
    assert.match(page, /31 Mar 15 30 Sep 15 183 days later/)
    assert.match(page, /4 actions: 1 off track, 1 with an update missed, 2 never rated/)
    const pdf = await visit(town.viewer, `/plans/${planId}/board-report.pdf?period=${periodId}`)
    assert.match(pdf.headers['content-disposition'] ?? '', /BR-DP-2014-07-05-C1\.pdf/)
    await withPdfFiles({ report: pdf.body }, async (pathOf) => {
      assert.match(await wordsOfPdf(pathOf('report')), /First quarter, closed on 5 July 2014/)
    })
  })

  test('reads the same, byte for byte, whatever is changed, corrected, renumbered, moved, merged or renamed since', async () => {
    const first = await asSeen()
    const { world } = await theHouse()
    const { lead, chair, manager, id } = town
    setClock('2014-08-01')
    const [playJune] = await pointsOf(world, lead.member, play)
    assert.ok(playJune)
    await aVerdict(world, chair.member, playJune.id, 'Not yet')
    await anUpdate(world, lead.member, playJune.id, { progress: 'blue', impact: 'blue', evidence: EVIDENCE })
    await aVerdict(world, chair.member, playJune.id)
    const [, later] = await pointsOf(world, lead.member, hub)
    assert.ok(later)
    await anUpdate(world, lead.member, later.id, { narrative: 'It was three', progress: 'red', evidence: EVIDENCE })
    const changed = {
      ref: '9.9',
      text: 'Open three hubs',
      measure: 'None',
      timescale: 'March 2016',
      leadWords: 'Nobody',
      because: 'The board agreed',
    }
    for (const action of [hub, play]) {
      const sent = await send(manager, `/actions/${action}/change`, { once: newId(), version: '1', ...changed })
      assert.equal(sent.status, 303)
    }
    const ending = { once: newId(), kind: 'merged', reason: 'It is the same', into: hub, time: '', takenBy: '' }
    await send(manager, `/actions/${play}/ending`, ending)
    await inScope(world.db, wholePartnership(id), async (tx) => {
      await insertActions(tx, id, planId, [anAction({ ref: '1.0' })], manager.member.person.id, world.now())
    })
    await owner(sql`update part set title = 'Renamed', ref = '7' where plan_id = ${planId}`)
    await owner(sql`update action set position = 900 - position, part_id = null where plan_id = ${planId}`)
    await owner(sql`update action set set_aside_at = now(), set_aside_as = 'no-action' where id = ${play}`)
    await owner(sql`update reporting_point set withdrawn_at = '2014-08-01T09:00:00Z' where plan_id = ${planId}`)
    await owner(sql`update plan set title = 'Renamed plan', starts = '2013-04-01' where id = ${planId}`)
    await owner(sql`update rating set name = 'Renamed' where partnership_id = ${id}`)
    await owner(sql`update partnership set name = 'Renamed partnership' where partnership_id = ${id}`)
    await owner(sql`update person set name = 'Renamed' where partnership_id = ${id} and name = 'Vera Viewer'`)
    await owner(sql`update body set name = 'Renamed group' where id = ${town.group}`)
    setClock('2015-06-01')
    assert.deepEqual(await asSeen(), first)
    const now = await visit(town.viewer, `/plans/${planId}/board-report`)
    assert.match(wordsOf(now.html), /Renamed plan/, 'and everything did change')
    assert.match(wordsOf(now.html), /and 1 added: .*with the measure changed/)
  })

  test('opened again it is not a report of the period, but the closing can still be read, and so after the next', async () => {
    const first = await asSeen(1)
    await periodStep('reopening', { because: 'The hub was three' })
    const at = `/plans/${planId}/board-report?period=${periodId}`
    assert.equal((await visit(town.viewer, at)).location, `/plans/${planId}/periods/${periodId}`)
    assert.match((await asSeen(1)).page, /First quarter was opened again after this closing/)
    setClock('2015-06-02')
    await periodStep('closing')
    const again = await asSeen(1)
    assert.equal(again.data.replace('"isInForce":false', '"isInForce":true'), first.data)
    assert.equal(again.pdf, first.pdf)
    assert.equal(again.rows, first.rows)
    assert.match((await asSeen()).page, /First quarter, closed again \(closing 2\) on 2 June 2015/)
    for (const wrong of ['closing=9', 'closing=0', 'closing=x']) {
      assert.equal((await visit(town.viewer, `${at}&${wrong}`)).status, 404, wrong)
    }
  })

  test('somebody erased since is named nowhere in it, it says so in their place, and nothing else is different', async () => {
    const first = await asSeen(1)
    const { lead, manager } = town
    const person = lead.member.person.id
    setClock('2015-06-03')
    const leaving = { once: newId(), leftOn: '2015-06-03', toAll: 'Mina Manager' }
    await sendAndFollow(manager, `/people/${person}/leaving`, leaving)
    await sendAndFollow(manager, `/people/${person}/erasure`, { once: newId(), reason: 'asked', sure: 'yes' })
    const then = await asSeen(1)
    const instead = 'a person erased on 3 June 2015'
    assert.ok(first.data.includes('Lena Leaver'))
    assert.ok(!then.data.includes('Lena Leaver'))
    assert.equal(then.data, first.data.replaceAll('Lena Leaver', instead))
    assert.equal(then.rows, first.rows.replaceAll('Lena Leaver', instead))
  })

  test('nobody can alter a row of a closing, drop one or add one, the owner of the tables included', async () => {
    const refused = (statement: ReturnType<typeof sql>, what: RegExp) => assert.rejects(owner(statement), what)
    const never = /what a period was closed with is never altered/
    await refused(sql`update period_closing_row set version = 1, is_accepted = false where plan_id = ${planId}`, never)
    await refused(sql`update period_closing set action_count = 3 where plan_id = ${planId}`, never)
    await refused(sql`update period_closing set closed_at = now() where plan_id = ${planId}`, never)
    await refused(sql`delete from period_closing_row where plan_id = ${planId}`, never)
    await refused(sql`delete from period_reopening where plan_id = ${planId}`, never)
    await refused(sql`update reporting_period set as_at = '2014-12-31' where plan_id = ${planId}`, never)
    const { world } = await theHouse()
    await assert.rejects(
      inScope(world.db, wholePartnership(town.id), (tx) => sql`update period_closing_row set position = 7`.execute(tx)),
      /permission denied/,
    )
    const copied = (position: number, count: number) => sql`
      with closing as (
        insert into period_closing select partnership_id, ${newId()}, period_id, plan_id, 8::smallint, as_at, known_until,
          closed_at, closed_by, ${count}::integer, trail_number, trail_hash, frame
        from period_closing where plan_id = ${planId} and number = 1 returning *)
      insert into period_closing_row select row.partnership_id, closing.id, row.plan_id, action_id, ${position}::integer,
        version, headings, standing, point_id, due_on, answer_id, submission_id, is_accepted, evidence_count, duties
      from period_closing_row row, closing where row.plan_id = ${planId} limit 1`
    await refused(copied(0, 2), /a closing of 2 actions has 1 rows/)
  })
})
