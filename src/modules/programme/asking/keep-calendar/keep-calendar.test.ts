import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import { newId } from '../../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'
import { askTonight } from '../ask-tonight.ts'

describe('the calendar', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
    const action = anAction({ dueOn: day('2014-11-28'), lead: town.lead.member, leadGroupId: town.group })
    await anAdoptedPlan(await theHouse(), town.manager.member, { actions: [action] })
  })
  const open = async () => wordsOf((await visit(town.manager, '/calendar')).html)
  const stepsOn = async (on: string) => {
    setClock(`${on}T06:00:00Z`)
    return (await askTonight((await theHouse()).world)).steps
  }

  test('with nothing in it says so, and what is known without it', async () => {
    const words = await open()
    assert.match(words, /No meeting is in the calendar/)
    assert.match(words, /Weekends and the bank holidays of England are known/)
  })

  test('a meeting whose papers close shortly before a report is due draws the asking forward', async () => {
    const fields = { once: newId(), body: town.group, on: '2014-11-25', papersOn: '2014-11-18' }
    assert.equal((await send(town.manager, '/calendar/meetings', fields)).location, '/calendar?done=meeting')
    assert.match(await open(), /25 November 2014 Early help group 18 November 2014/)
    assert.equal(await stepsOn('2014-10-20'), 0)
    assert.equal(await stepsOn('2014-10-21'), 1)
  })

  test('days that do not add up are told beside their boxes, and what was typed stays', async () => {
    const fields = { once: newId(), name: '', starts: '2014-12-24', ends: '2014-12-01' }
    const answer = await send(town.manager, '/calendar/closed-days', fields)
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.html), /Say what the days are.*The last day must be on or after the first/s)
    assert.match(answer.html, /value="2014-12-24"/)
    const long = { ...fields, once: newId(), name: 'x'.repeat(201) }
    assert.match(
      wordsOf((await send(town.manager, '/calendar/closed-days', long)).html),
      /Shorten it to 200 characters/,
    )
    const meeting = { once: newId(), body: town.group, on: '2014-12-01', papersOn: '2014-12-02' }
    assert.equal((await send(town.manager, '/calendar/meetings', meeting)).status, 422)
  })

  test('nobody is asked on days the partnership is closed, and what is taken out moves nothing any more', async () => {
    const fields = { once: newId(), name: 'Moving house', starts: '2014-11-11', ends: '2014-11-11' }
    await send(town.manager, '/calendar/closed-days', fields)
    const page = await visit(town.manager, '/calendar')
    assert.match(wordsOf(page.html), /11 November 2014 Moving house/)
    const [, removal] = /action="(\/calendar\/closed-days\/[^"]+\/removal)"/.exec(page.html) ?? []
    assert.ok(removal)
    await send(town.manager, removal, { once: newId() })
    assert.doesNotMatch(await open(), /Moving house/)
  })
})
