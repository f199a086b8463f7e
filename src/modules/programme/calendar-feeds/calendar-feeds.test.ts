import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { anAddress, eventsAt, eventsIn, readCalendar } from '../../../../test/support/calendar.ts'
import { aSmallPartnership, leading, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { changeAction } from '../../plan/change-action/change-action.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { insertMeeting, removeEntry } from '../asking/keep-calendar/calendar-entry.store.ts'
import { anUpdate, firstPointOf } from '../programme.factory.ts'
import { addStep, markStepDone, removeStep } from '../waiting/keep-steps/keep-steps.ts'
import { findSteps } from '../waiting/step.store.ts'

describe('a calendar at a private address', () => {
  let town: SmallPartnership
  let planId: PlanId
  let hub: ActionId
  const text =
    'Open a family hub; “warm, dry, near” \\ in every ward of the borough, with a café, before the winter comes'
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const house = await theHouse()
    const action = anAction({
      ref: '1.1',
      text,
      dueOn: day('2014-11-30'),
      lead: town.lead.member,
      leadGroupId: town.group,
    })
    hub = action.id
    const other = anAction({ ref: '1.2', text: 'Write a play strategy', dueOn: day('2015-03-31') })
    planId = await anAdoptedPlan(house, town.manager.member, { actions: [action, other] })
    await inScope(house.world.db, wholePartnership(town.id), (tx) =>
      insertMeeting(
        tx,
        town.id,
        { id: house.world.newId(), bodyId: town.group, on: day('2014-12-05'), papersOn: day('2014-11-27') },
        { by: town.manager.member.person.id, at: house.world.now() },
      ),
    )
    setClock()
  })

  test('tells what is due and when bodies meet, on whole days, as another program reads it', async () => {
    const events = await eventsAt(await anAddress(town.viewer, `plan:${planId}`))
    assert.deepEqual(
      events.map(({ title, on, ends, isDate, status }) => [title, on, ends, isDate, status]),
      [
        [
          'Report due: 1.1 Open a family hub; “warm, dry, near” \\ in every ward of the…',
          '2014-11-30',
          '2014-12-01',
          true,
          'CONFIRMED',
        ],
        ['Meeting: Early help group', '2014-12-05', '2014-12-06', true, 'CONFIRMED'],
        ['Report due: 1.2 Write a play strategy', '2015-03-31', '2015-04-01', true, 'CONFIRMED'],
      ],
    )
    assert.equal(events[0]?.url, `http://localhost:3000/actions/${hub}`)
  })

  test('is well formed: lines of 75 bytes at most, told how often to ask, and nothing to answer to', async () => {
    const body = (await readCalendar(await anAddress(town.viewer, `plan:${planId}`))).body.toString()
    for (const line of body.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.doesNotMatch(body.replaceAll('\r\n', ''), /[\r\n]/)
    assert.match(body, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    assert.match(body, /\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n/)
    assert.match(body, /\r\nMETHOD:PUBLISH\r\n/)
    assert.match(body, /\r\nDTSTART;VALUE=DATE:20141130\r\n/)
    assert.match(body, /\r\nLAST-MODIFIED:2014/)
    assert.doesNotMatch(body, /ATTENDEE|ORGANIZER|Lena Lead/)
  })

  test('one’s own holds what one leads, and the bodies one sits in', async () => {
    const own = await eventsAt(await anAddress(leading(town.lead), 'own'))
    assert.deepEqual(
      own.map(({ title }) => title.slice(0, 15)),
      ['Report due: 1.1'],
    )
    const chairs = await eventsAt(await anAddress(town.chair, 'own'))
    assert.deepEqual(
      chairs.map(({ title }) => title),
      ['Meeting: Early help group'],
    )
  })

  test('of a plan or a body shows its owner what they see of it, and no more', async () => {
    const events = await eventsAt(await anAddress(leading(town.lead), `plan:${planId}`))
    assert.deepEqual(
      events.filter(({ title }) => title.startsWith('Report')).map(({ on }) => on),
      ['2014-11-30'],
    )
    const body = await eventsAt(await anAddress(town.viewer, `body:${town.group}`))
    assert.equal(body.length, 2)
  })

  test('a duty that moved is cancelled under its own name, and told anew under another', async () => {
    const house = await theHouse()
    const moved = anAction({ ref: '2.1', text: 'Move me', dueOn: day('2014-11-30'), lead: town.lead.member })
    const id = await anAdoptedPlan(house, town.manager.member, { actions: [moved] })
    const path = await anAddress(town.viewer, `plan:${id}`)
    const [first] = await eventsAt(path)
    const change = await changeAction(house.world, town.manager.member, house.announce, {
      actionId: moved.id,
      version: 1,
      formKey: newId(),
      ref: '2.1',
      text: 'Move me',
      measure: '',
      timescale: '28 February 2015',
      leadWords: 'Lena Lead',
      leadGroupId: null,
      leadPersonIds: [town.lead.member.person.id],
      partId: null,
      said: null,
      because: 'The building is late',
    })
    assert.ok(change.ok)
    const [was, is] = await eventsAt(path)
    assert.ok(first && was && is)
    assert.deepEqual([was.uid, was.status], [first.uid, 'CANCELLED'])
    assert.ok(was.sequence > first.sequence)
    assert.deepEqual([is.on, is.status], ['2015-02-28', 'CONFIRMED'])
    assert.notEqual(is.uid, was.uid)
  })

  test('what was reported stays under its name, says so, and counts one change more', async () => {
    const house = await theHouse()
    const told = anAction({ ref: '3.1', text: 'Tell me', dueOn: day('2014-11-30'), lead: town.lead.member })
    const id = await anAdoptedPlan(house, town.manager.member, { actions: [told] })
    const path = await anAddress(town.viewer, `plan:${id}`)
    const [first] = await eventsAt(path)
    await anUpdate(house.world, town.lead.member, await firstPointOf(house.world, town.lead.member, told.id))
    const [then] = await eventsAt(path)
    assert.ok(first && then)
    assert.deepEqual([then.uid, then.title, then.sequence], [first.uid, 'Reported: 3.1 Tell me', first.sequence + 1])
  })

  test('the steps of an action stand in it, and say when they are done or taken out', async () => {
    const { world, ...house } = await theHouse()
    const by = town.manager.member
    const stepped = anAction({ ref: '4.1', text: 'Open a hub', lead: town.lead.member })
    const id = await anAdoptedPlan({ world, ...house }, by, { actions: [stepped] })
    const of = () => ({ actionId: stepped.id, formKey: newId() })
    await addStep(world, by, { ...of(), typed: { name: 'Find a room', dueOn: '2014-10-20', who: '' } })
    const [step] = await inScope(world.db, by, (tx) => findSteps(tx, { actionId: stepped.id }, world.now()))
    assert.ok(step)
    const path = await anAddress(leading(town.lead), `plan:${id}`)
    const read = async () => (await eventsAt(path)).find(({ uid }) => uid.startsWith('step-'))
    const first = await read()
    assert.deepEqual([first?.title, first?.on, first?.status], ['Step due: 4.1 Find a room', '2014-10-20', 'CONFIRMED'])
    await markStepDone(world, by, { ...of(), stepId: step.id, typed: { doneOn: '', words: '' } })
    const done = await read()
    assert.deepEqual([done?.title, done?.sequence], ['Step done: 4.1 Find a room', 1])
    await removeStep(world, by, { ...of(), stepId: step.id })
    const gone = await read()
    assert.deepEqual([gone?.uid, gone?.status, gone?.sequence], [first?.uid, 'CANCELLED', 2])
  })

  test('a meeting taken out of the calendar is cancelled', async () => {
    const house = await theHouse()
    const id = house.world.newId<'meeting'>()
    const by = { by: town.manager.member.person.id, at: house.world.now() }
    await inScope(house.world.db, wholePartnership(town.id), (tx) =>
      insertMeeting(
        tx,
        town.id,
        { id, bodyId: town.groupWithoutChair, on: day('2015-01-20'), papersOn: day('2015-01-13') },
        by,
      ),
    )
    const path = await anAddress(town.viewer, `body:${town.groupWithoutChair}`)
    assert.deepEqual(
      (await eventsAt(path)).map(({ status }) => status),
      ['CONFIRMED'],
    )
    await inScope(house.world.db, wholePartnership(town.id), (tx) =>
      removeEntry(tx, 'body_meeting', id, house.world.now()),
    )
    assert.deepEqual(
      (await eventsAt(path)).map(({ status }) => status),
      ['CANCELLED'],
    )
  })

  test('a calendar is taken away once, without an address, by whoever is signed in', async () => {
    const once = await visit(town.viewer, `/plans/${planId}/calendar.ics`)
    assert.match(once.headers['content-disposition'] ?? '', /trellis\.ics/)
    assert.equal(eventsIn(once.body.toString()).length, 3)
    assert.equal((await visit(town.viewer, `/bodies/${town.group}/calendar.ics`)).status, 200)
    assert.equal((await visit(town.viewer, '/calendar-feeds/own.ics')).status, 200)
    assert.equal((await visit(town.viewer, `/plans/${newId()}/calendar.ics`)).status, 404)
  })
})
