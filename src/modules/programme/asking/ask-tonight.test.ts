import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId, ReportingPointId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { insertDeputy } from '../../people/deputies/deputy.store.ts'
import { insertPost } from '../../people/index.ts'
import { changeAction } from '../../plan/change-action/change-action.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { UNTIED } from '../../plan/plan.ts'
import { anUpdate, aVerdict, firstPointOf } from '../programme.factory.ts'
import { askTonight } from './ask-tonight.ts'

const dueOn = day('2014-11-30')

/** A plan adopted in October with one action of this lead, due at the end of November. */
async function aTown(): Promise<SmallPartnership & { readonly action: ActionId; readonly point: ReportingPointId }> {
  const house = await theHouse()
  const town = await aSmallPartnership()
  const action = anAction({ dueOn, lead: town.lead.member, leadGroupId: town.group })
  await anAdoptedPlan(house, town.manager.member, { actions: [action] })
  return { ...town, action: action.id, point: await firstPointOf(house.world, town.manager.member, action.id) }
}

async function nightOf(on: string): Promise<void> {
  setClock(`${on}T06:00:00Z`)
  await askTonight((await theHouse()).world)
}

async function messagesOf({ id }: SmallPartnership) {
  const { world } = await theHouse()
  return inScope(world.db, wholePartnership(id), (tx) =>
    tx.selectFrom('message').select(['to_name', 'purpose', 'subject', 'body', 'not_before']).orderBy('id').execute(),
  )
}

async function whoWasTold(town: SmallPartnership): Promise<readonly string[]> {
  return (await messagesOf(town)).map(({ to_name, purpose }) => `${purpose}: ${to_name}`)
}

describe('asking at night', () => {
  test('asks the lead four weeks ahead, reminds, tells that it is due, then the chair, then the manager', async () => {
    const town = await aTown()
    await nightOf('2014-10-30')
    assert.deepEqual(await whoWasTold(town), [])
    await nightOf('2014-10-31')
    await nightOf('2014-11-21')
    await nightOf('2014-11-28')
    assert.deepEqual(await whoWasTold(town), ['asking: Lena Lead', 'reminder: Lena Lead', 'reminder: Lena Lead'])
    await nightOf('2014-12-08')
    await nightOf('2014-12-15')
    assert.deepEqual((await whoWasTold(town)).slice(3), [
      'reminder: Lena Lead',
      'escalation: Chris Chair',
      'reminder: Lena Lead',
      'escalation: Mina Manager',
    ])
    await nightOf('2014-12-30')
    await nightOf('2015-03-30')
    assert.equal((await messagesOf(town)).length, 7)
  })

  test('the message says what is wanted by when, and its link opens that update', async () => {
    const town = await aTown()
    await nightOf('2014-10-31')
    const [asked] = await messagesOf(town)
    assert.ok(asked)
    assert.equal(asked.subject, 'Update wanted by 30 November 2014: 1.1 Open a family hub in every ward')
    assert.match(asked.body, /^Lena Lead,\n/)
    assert.match(
      asked.body,
      /1\.1 Open a family hub in every ward\nWanted by 30 November 2014\.\nhttp:\/\/localhost:3000\/u\/[\w-]{64}\n/,
    )
    assert.equal(
      Temporal.Instant.from(asked.not_before).toString(),
      '2014-10-31T08:00:00Z',
      'not before people are at work',
    )
  })

  test('a second run of the same night, and two at once, tell nobody twice', async () => {
    const town = await aTown()
    setClock('2014-10-31T06:00:00Z')
    const { world } = await theHouse()
    await Promise.all([askTonight(world), askTonight(world), askTonight(world)])
    const again = await askTonight(world)
    assert.equal((await messagesOf(town)).length, 1)
    assert.equal(again.steps, 0)
  })

  test('an answer stops it; sent back, its lead is told and it goes on where it was; accepted as complete, it ends', async () => {
    const town = await aTown()
    const { world } = await theHouse()
    await nightOf('2014-10-31')
    setClock('2014-11-10')
    await anUpdate(world, town.lead.member, town.point)
    await nightOf('2014-11-21')
    assert.equal((await messagesOf(town)).length, 1)
    setClock('2014-11-24')
    await aVerdict(world, town.chair.member, town.point, 'How many hubs?')
    await nightOf('2014-11-28')
    assert.deepEqual(await whoWasTold(town), ['asking: Lena Lead', 'sent-back: Lena Lead', 'reminder: Lena Lead'])
    await anUpdate(world, town.lead.member, town.point, { narrative: 'Two hubs', progress: 'blue' })
    await aVerdict(world, town.chair.member, town.point)
    await nightOf('2014-12-15')
    assert.equal((await messagesOf(town)).length, 3)
  })

  test('somebody who leads ten actions gets one message with ten links', async () => {
    const house = await theHouse()
    const town = await aSmallPartnership()
    const actions = Array.from({ length: 10 }, (_, n) => anAction({ ref: `1.${n + 1}`, dueOn, lead: town.lead.member }))
    await anAdoptedPlan(house, town.manager.member, { actions })
    await nightOf('2014-10-31')
    const messages = await messagesOf(town)
    assert.equal(messages.length, 1)
    assert.equal(messages[0]?.subject, '10 updates wanted: Delivery plan')
    assert.equal(new Set(messages[0]?.body.match(/\/u\/[\w-]{64}/g)).size, 10)
  })

  test('an action that nobody is known to lead is the manager’s to place from the first', async () => {
    const house = await theHouse()
    const town = await aSmallPartnership()
    await anAdoptedPlan(house, town.manager.member, { actions: [anAction({ dueOn })] })
    await nightOf('2014-10-31')
    const [told] = await messagesOf(town)
    assert.equal(told?.to_name, 'Mina Manager')
    assert.match(told?.body ?? '', /Due 30 November 2014\. Nobody is known to lead it\./)
  })

  test('a timescale moved while it is asked for is asked for by its new day, and no more by the old', async () => {
    const town = await aTown()
    const house = await theHouse()
    await nightOf('2014-10-31')
    setClock('2014-11-03')
    const moved = await changeAction(house.world, town.manager.member, house.announce, {
      actionId: town.action,
      version: 1,
      formKey: newId(),
      ref: '1.1',
      text: 'Open a family hub in every ward',
      measure: '',
      timescale: '28 February 2015',
      because: 'Agreed by the board',
      leadWords: 'Lena Lead',
      leadGroupId: town.group,
      leadPersonIds: [town.lead.member.person.id],
      partId: null,
      said: null,
    })
    assert.ok(moved.ok)
    for (const on of ['2014-11-21', '2014-11-28', '2014-12-08', '2014-12-15']) await nightOf(on)
    assert.equal((await messagesOf(town)).length, 1)
    await nightOf('2015-01-30')
    assert.equal(
      (await messagesOf(town))[1]?.subject,
      'Update wanted by 28 February 2015: 1.1 Open a family hub in every ward',
    )
  })

  test('while somebody is away their deputy is asked in their place, and they again when they are back', async () => {
    const town = await aTown()
    const { world } = await theHouse()
    const { lead, viewer } = town
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertDeputy(tx, town.id, {
        id: newId(),
        of: { kind: 'person', id: lead.member.person.id },
        personId: viewer.member.person.id,
        starts: day('2014-10-20'),
        endsBefore: day('2014-11-10'),
      }),
    )
    await nightOf('2014-10-31')
    await nightOf('2014-11-21')
    assert.deepEqual(await whoWasTold(town), ['asking: Vera Viewer', 'reminder: Lena Lead'])
    assert.match((await messagesOf(town))[0]?.body ?? '', /You stand in for Lena Lead\./)
  })

  test('while a post is vacant, whoever stands in for it is asked', async () => {
    const { world, ...house } = await theHouse()
    const town = await aSmallPartnership()
    const postId = newId<'post'>()
    await inScope(world.db, wholePartnership(town.id), async (tx) => {
      await insertPost(tx, town.id, { id: postId, name: 'Head of play', organisationId: null, bodyId: null })
      const times = { starts: day('2014-10-01'), endsBefore: null }
      const deputy = { of: { kind: 'post', id: postId }, personId: town.viewer.member.person.id } as const
      await insertDeputy(tx, town.id, { id: newId(), ...deputy, ...times })
    })
    const lead = { ...UNTIED, text: 'Head of play', kind: 'post', postId } as const
    const action = anAction({ dueOn, leads: [lead], leadGroupId: town.group })
    await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [action] })
    await nightOf('2014-10-31')
    assert.deepEqual(await whoWasTold(town), ['asking: Vera Viewer'])
  })

  test('a report past before it could be asked for is said to have been due, never to be wanted by a day that is gone', async () => {
    const house = await theHouse()
    const town = await aSmallPartnership()
    const action = anAction({ dueOn: day('2014-09-30'), lead: town.lead.member })
    await anAdoptedPlan(house, town.manager.member, { actions: [action] })
    await nightOf('2014-10-16')
    const [told] = await messagesOf(town)
    assert.match(told?.subject ?? '', /^Update still wanted, due 30 September 2014:/)
    assert.match(told?.body ?? '', /It was due on 30 September 2014\. It can be sent until 28 October 2014\./)
    assert.doesNotMatch(told?.body ?? '', /Wanted by/)
  })

  test('on the day itself it is said to be due', async () => {
    const town = await aTown()
    for (const on of ['2014-10-31', '2014-11-21', '2014-11-28']) await nightOf(on)
    assert.match((await messagesOf(town)).at(-1)?.body ?? '', /It is due on 30 November 2014\./)
  })

  test('a plan of a past year, adopted today, asks nobody for anything', async () => {
    setClock('2016-01-15')
    const town = await aTown()
    await nightOf('2016-01-18')
    await nightOf('2016-06-30')
    assert.deepEqual(await whoWasTold(town), [])
  })

  test('a partnership does not see, and is not told, what another is asked for', async () => {
    const [one, other] = [await aTown(), await aTown()]
    await nightOf('2014-10-31')
    assert.equal((await messagesOf(one)).length, 1)
    assert.equal((await messagesOf(other)).length, 1)
  })
})
