import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { judge, sentAt, write } from '../../../../test/support/partnership-duty.ts'
import { send, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId, PlanId, ReportingPointId } from '../../../kernel/id.ts'
import { inScope, type Tx, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { firstPointOf } from '../programme.factory.ts'
import { saveDraft } from '../updates/draft.store.ts'
import { findSubmissionsOfPoint, insertVerdict } from '../updates/update.store.ts'
import { NOTHING_TYPED } from '../updates/update-words.ts'

const CLOSED =
  'Mina Manager closed the plan’s year on 10 April 2015 at 10:00. Nothing in it changes until the manager opens the year again, on its year-end page'

describe('a plan whose year is closed', () => {
  let town: SmallPartnership
  let plan: PlanId
  let [open, waiting]: ReportingPointId[] = []
  let action: ActionId
  const closing = (step: 'closing' | 'reopening', fields = {}) =>
    send(town.manager, `/plans/${plan}/year-end/${step}`, { once: newId(), ...fields })

  before(async () => {
    const house = await theHouse()
    town = await aSmallPartnership()
    const lead = town.lead.member
    const made = ['1.1', '1.2'].map((ref) => anAction({ ref, dueOn: day('2014-11-28'), lead, leadGroupId: town.group }))
    plan = await anAdoptedPlan(house, town.manager.member, { actions: made })
    action = made[0]?.id ?? newId()
    open = await firstPointOf(house.world, lead, action)
    waiting = await firstPointOf(house.world, lead, made[1]?.id ?? newId())
    await write(town.lead, waiting)
    setClock('2015-04-10')
    for (const { id } of made) {
      const fields = { kind: 'not-reported', reason: 'Nobody told', time: '', takenBy: '', once: newId() }
      await send(town.manager, `/actions/${id}/ending`, fields)
    }
    assert.equal((await closing('closing')).status, 303)
  })

  test('takes no update and no draft, and says when it was closed, by whom, and how it is opened', async () => {
    assert.ok(open)
    for (const step of ['submit', 'save'] as const) {
      const refused = await write(town.lead, open, { step, narrative: 'Typed with care' })
      assert.deepEqual(problemsOn(refused.html), [`narrative: ${CLOSED}`])
      assert.match(wordsOf(refused.html), /What you wrote Typed with care/)
    }
    assert.match(wordsOf((await visit(town.lead, `/updates/${open}`)).html), new RegExp(CLOSED))
  })

  test('takes no verdict, nothing back, and no change of an action', async () => {
    assert.ok(waiting)
    const submission = (await sentAt(town, waiting))[0]?.id ?? newId()
    const judged = await send(town.chair, `/updates/${waiting}/verdict`, { submission, step: 'accept', note: '' })
    assert.equal(judged.location, `/updates/${waiting}`)
    assert.match(wordsOf((await visit(town.chair, `/updates/${waiting}`)).html), new RegExp(CLOSED))
    const taken = await send(town.lead, `/updates/${waiting}`, { once: newId(), step: 'withdraw' })
    assert.deepEqual(problemsOn(taken.html), [`steps: ${CLOSED}`])
    const { html } = await visit(town.manager, `/actions/${action}/change`)
    const fields = { once: newId(), version: valueOn(html, 'version') ?? '1', text: 'Open three hubs', ref: '1.1' }
    const changed = await send(town.manager, `/actions/${action}/change`, fields)
    assert.deepEqual(problemsOn(changed.html), [`text: ${CLOSED}`])
  })

  test('and the database refuses what the code forgot to ask', async () => {
    assert.ok(open && waiting)
    const { world } = await theHouse()
    const [point, other] = [open, waiting]
    const at = { by: town.lead.member.person.id, now: world.now() }
    const words = { ...NOTHING_TYPED, narrative: 'Late', returnOn: null }
    const tries: readonly ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => saveDraft(tx, town.id, point, words, at.by, at.now),
      async (tx) => {
        const [sent] = await findSubmissionsOfPoint(tx, other)
        if (sent) await insertVerdict(tx, town.id, { submissionId: sent.id, kind: 'accepted', note: null, ...at })
      },
    ]
    for (const tried of tries)
      await assert.rejects(inScope(world.db, wholePartnership(town.id), tried), { constraint: 'plan_closed' })
  })

  test('takes them again once it is opened with a reason', async () => {
    assert.ok(open && waiting)
    await closing('reopening', { because: 'One report was in the post' })
    assert.equal((await write(town.lead, open)).location, '/updates?done=sent')
    assert.equal((await judge(town.chair, waiting, 'accept')).location, '/updates?done=accepted')
  })
})
