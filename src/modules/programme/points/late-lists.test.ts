import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { rowsOn } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { type PlanId, parseId } from '../../../kernel/id.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { addMeeting } from '../asking/keep-calendar/keep-calendar.ts'
import { anUpdate, aVerdict, firstPointOf } from '../programme.factory.ts'

const EVIDENCE = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('All hubs are open') }
const LATE_WORK = 'The work is late: its last day was 30 June 2014, and it is not complete'

/** 1.1 told its chair that it is behind; 1.2 said nothing and has till December; 1.3 is done; 1.4 said nothing and is behind. */
describe('late work and a late report are two facts in every list', () => {
  let town: SmallPartnership
  let plan: PlanId
  let period: string
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const house = await theHouse()
    const lead = town.lead.member
    const june = day('2014-06-30')
    const dueOn = [june, [june, day('2014-12-31')], june, june]
    const actions = dueOn.map((due, at) =>
      anAction({ ref: `1.${at + 1}`, dueOn: due, lead, leadGroupId: town.group, text: `Hub ${at + 1}` }),
    )
    plan = await anAdoptedPlan(house, town.manager.member, { actions })
    const [behind, , done] = await Promise.all(actions.map(({ id }) => firstPointOf(house.world, town.lead.member, id)))
    assert.ok(behind && done)
    setClock('2014-06-20')
    await anUpdate(house.world, lead, behind, { progress: 'amber', impact: 'amber' })
    await anUpdate(house.world, lead, done, { progress: 'blue', impact: 'blue', evidence: EVIDENCE })
    for (const point of [behind, done]) await aVerdict(house.world, town.chair.member, point)
    const made = { by: 'own', name: 'First quarter', starts: '2014-04-01', ends: '2014-06-30', asAt: '2014-07-05' }
    const { html } = await sendAndFollow(town.manager, `/plans/${plan}/periods`, { once: newId(), ...made })
    period = /periods\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  })
  beforeEach(() => setClock('2014-07-20'))

  const close = () => sendAndFollow(town.manager, `/plans/${plan}/periods/${period}/closing`, { once: newId() })
  /** The rows of a list, told by their references, that say so of the work, and those that say so of the report. */
  const said = async (address: string, caption: string | RegExp, report: RegExp) => {
    const rows = rowsOn((await visit(town.manager, address)).html, caption)
    const refs = (which: (words: string) => boolean) =>
      rows.filter((row) => which(row.join(' '))).map(([ref = '']) => ref)
    return { work: refs((words) => words.includes(LATE_WORK)), report: refs((words) => report.test(words)) }
  }

  for (const [list, address, caption, report, expected] of [
    ['the plan', '/plans/:plan', /^Actions: /, /Overdue/, ['1.1,1.4', '1.2,1.4']],
    [
      'the members of a pair of ratings',
      '/plans/:plan?progress=not-rated&impact=not-rated',
      /^Actions: /,
      /Overdue/,
      ['1.4', '1.2,1.4'],
    ],
    [
      'what is due when',
      '/plans/:plan/due?month=2014-06',
      'Updates due in June 2014',
      /Missed/,
      ['1.1,1.4', '1.2,1.4'],
    ],
    [
      'a cell of the planner',
      '/plans/:plan/planner?by=body&row=all&month=2014-06',
      'Reports due in June 2014',
      /Missed/,
      ['1.1,1.4', '1.2,1.4'],
    ],
    ['a reporting period', '/plans/:plan/periods/:period', 'Every action', /not reported/, ['1.1,1.4', '1.2,1.4']],
    ['who has not reported', '/plans/:plan/reporting', 'Updates not here yet', /Jun/, ['1.4', '1.2,1.4']],
    [
      'ratings beside the facts',
      '/plans/:plan/ratings-beside-facts',
      /^Updates with what was chosen/,
      /Due/,
      ['1.1', ''],
    ],
    [
      'the end of the year',
      '/plans/:plan/year-end',
      'Actions with their endings',
      /report is late: an update was due on 30 June 2014/,
      ['1.1,1.4', '1.2,1.4'],
    ],
  ] as const)
    test(`${list} tells both`, async () => {
      const { work, report: late } = await said(
        address.replace(':plan', plan).replace(':period', period),
        caption,
        report,
      )
      assert.deepEqual([work.join(), late.join()], expected)
    })

  test('a body’s list of what it receives tells both', async () => {
    const { world } = await theHouse()
    const meeting = { body: town.group, on: '2014-07-31', papersOn: '2014-07-24', formKey: newId() }
    assert.ok((await addMeeting(world, town.manager.member, meeting)).ok)
    const { work, report } = await said(`/bodies/${town.group}/forward-plan`, /^To receive on/, /Missed/)
    assert.deepEqual([work.join(), report.join()], ['1.1,1.4', '1.2,1.4'])
  })

  test('a person’s list of what they lead tells both', async () => {
    const { html } = await visit(town.manager, `/people/${town.lead.member.person.id}`)
    const items = [...html.matchAll(/<li>(?:(?!<\/li>).)*<\/li>/gs)].map(([item]) => item)
    const refs = (words: RegExp) =>
      items.filter((item) => words.test(item)).map((item) => /1\.\d/.exec(item)?.[0] ?? '')
    assert.deepEqual(refs(/The work is late/), ['1.1', '1.4'])
    assert.deepEqual(refs(/The report is late: an update was due on 30 June 2014/), ['1.2', '1.4'])
  })

  test('my updates tell both', async () => {
    const rows = rowsOn((await visit(town.lead, '/updates')).html, 'Updates to write')
    assert.deepEqual(
      rows.map(([ref, text = '', , , state]) => [ref, text.includes(LATE_WORK), state]),
      [
        ['1.2', false, 'Overdue'],
        ['1.4', true, 'Overdue'],
      ],
    )
  })

  test('every list of the board report tells both', async () => {
    const at = `/plans/${plan}/board-report?as-at=2014-07-20`
    for (const [caption, expected] of [
      ['Every action', ['1.1,1.4', '1.2,1.4']],
      ['Actions past their last day', ['1.4,1.1', '1.4']],
      ['Actions with an update missed', ['1.4', '1.2,1.4']],
    ] as const) {
      const rows = rowsOn((await visit(town.viewer, at)).html, caption)
      const refs = (words: RegExp) => rows.filter((row) => words.test(row.join(' '))).map(([ref]) => ref)
      assert.deepEqual([refs(/The work is late/).join(), refs(/update missed on|30 Jun 14 Never/).join()], expected)
    }
  })

  test('a closed period keeps for ever which work was late, as its board report does, and which was not', async () => {
    await close()
    const at = `/plans/${plan}/periods/${period}`
    const first = (await visit(town.viewer, `${at}/rows/csv?closing=1`)).body.toString()
    assert.match(first, /^1\.1,.*,Accepted,.*,2014-06-30\r$/m)
    assert.match(first, /^1\.2,.*,Due and not reported,.*,0,\r$/m)
    assert.match(first, /^1\.4,.*,Due and not reported,.*,2014-06-30\r$/m)
    const house = await theHouse()
    setClock('2014-08-01')
    const late = await firstPointOf(house.world, town.lead.member, await idOf('1.4'))
    await anUpdate(house.world, town.lead.member, late, { progress: 'blue', impact: 'blue', evidence: EVIDENCE })
    await aVerdict(house.world, town.chair.member, late)
    await house.database.owner((db) =>
      sql`update reporting_point set withdrawn_at = '2014-08-01T09:00:00Z' where plan_id = ${plan}`.execute(db),
    )
    await house.database.owner((db) => sql`delete from action_standing where plan_id = ${plan}`.execute(db))
    setClock('2015-06-01')
    assert.equal((await visit(town.viewer, `${at}/rows/csv?closing=1`)).body.toString(), first)
    const { work } = await said(`${at}?closing=1`, 'Every action', /./)
    assert.deepEqual(work, ['1.1', '1.4'])
  })

  const idOf = async (ref: string) => {
    const { html } = await visit(town.manager, `/plans/${plan}/year-end`)
    const found = parseId<'action'>(
      new RegExp(`${ref}</[^>]*>(?:(?!</tr>).)*?/actions/([0-9a-f-]{36})`, 's').exec(html)?.[1] ?? '',
    )
    assert.ok(found)
    return found
  }
})

describe('a colour that means complete and asks for no evidence', () => {
  test('is complete in the list of the plan as it is in the board report', async () => {
    setClock('2014-04-01')
    const town = await aSmallPartnership()
    const house = await theHouse()
    const action = anAction({ dueOn: day('2014-06-30'), lead: town.lead.member, leadGroupId: town.group })
    const plan = await anAdoptedPlan(house, town.manager.member, { actions: [action] })
    await house.database.owner((db) =>
      sql`update rating set needs_evidence = false where partnership_id = ${town.id}`.execute(db),
    )
    const point = await firstPointOf(house.world, town.lead.member, action.id)
    await anUpdate(house.world, town.lead.member, point, { progress: 'blue', impact: 'blue' })
    setClock('2014-07-20')
    for (const address of ['', '?as-at=2014-07-10', '/board-report', '/board-report?as-at=2014-07-10'])
      assert.doesNotMatch((await visit(town.viewer, `/plans/${plan}${address}`)).html, /The work is late/, address)
  })
})
