import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership, somebody } from '../../../test/support/partnership.ts'
import { sentAt, write } from '../../../test/support/partnership-duty.ts'
import { send, visit } from '../../../test/support/visit.ts'
import { theHouse } from '../../../test/support/visit-house.ts'
import { wordsOf } from '../../../test/support/visit-words.ts'
import { day } from '../../kernel/day.ts'
import type { ReportingPointId } from '../../kernel/id.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { insertDeputy } from '../people/deputies/deputy.store.ts'
import { insertSeat } from '../people/index.ts'
import { UNTIED } from '../plan/index.ts'
import { anAction, anAdoptedPlan } from '../plan/plan.factory.ts'
import { firstPointOf } from './programme.factory.ts'

describe('an action that a body leads', () => {
  let town: SmallPartnership
  let point: ReportingPointId
  before(async () => {
    town = await aSmallPartnership()
    const house = await theHouse()
    const lead = { ...UNTIED, text: 'Early help group', kind: 'group', bodyId: town.group } as const
    const action = anAction({
      dueOn: [day('2014-10-31'), day('2014-11-30'), day('2014-12-31')],
      leads: [lead],
      leadWords: lead.text,
      leadGroupId: town.groupWithoutChair,
    })
    await anAdoptedPlan(house, town.manager.member, { actions: [action] })
    point = await firstPointOf(house.world, town.manager.member, action.id)
  })

  test('is reported on by its chair, who is the one that is asked', async () => {
    const list = wordsOf((await visit(town.chair, '/updates')).html)
    assert.match(list, /Open a family hub in every ward/)
    assert.equal((await write(town.chair, point)).status, 303)
    assert.equal((await sentAt(town, point))[0]?.submittedBy.name, 'Chris Chair')
  })

  test('and by whoever stands in for the chair, who sees that action and no other', async () => {
    const deputy = await somebody(town, { name: 'Dina Deputy' })
    assert.equal((await visit(deputy, `/updates/${point}`)).status, 404)
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertDeputy(tx, town.id, {
        id: newId(),
        of: { kind: 'person', id: town.chair.member.person.id },
        personId: deputy.member.person.id,
        starts: day('2014-10-15'),
        endsBefore: null,
      }),
    )
    assert.equal((await visit(deputy, `/updates/${point}`)).status, 200)
    assert.match(wordsOf((await visit(deputy, '/updates')).html), /You stand in for Chris Chair/)
  })

  test('but by no member of it, by nobody who chaired it before, and not while a role that stands alone is theirs', async () => {
    const { world } = await theHouse()
    const member = await somebody(town, { name: 'Mel Member', role: 'member' })
    const seat = { bodyId: town.group, personId: member.member.person.id, seat: 'member' } as const
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertSeat(tx, town.id, { id: newId<'seat'>(), ...seat }),
    )
    assert.equal((await send(member, `/updates/${point}`, { once: newId(), step: 'save' })).status, 404)
    const scrutineer = await somebody(town, { name: 'Sue Scrutiny', role: 'scrutiny', chairs: town.group })
    assert.equal((await send(scrutineer, `/updates/${point}`, { once: newId(), step: 'save' })).status, 404)
    const { database } = await theHouse()
    await database.owner((db) =>
      db
        .updateTable('body_member')
        .set({ ends_before: '2014-10-15' })
        .where('person_id', '=', town.chair.member.person.id)
        .execute(),
    )
    assert.equal((await send(town.chair, `/updates/${point}`, { once: newId(), step: 'save' })).status, 404)
  })
})
