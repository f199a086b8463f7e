import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership, type Somebody } from '../../../../../test/support/partnership.ts'
import { aDuty, judge, sentAt, twoDuties, write } from '../../../../../test/support/partnership-duty.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { findPoint } from '../../points/point.store.ts'
import { findSubmissionsOfAction } from '../update.store.ts'

describe('answering an update', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const list = async (as: Somebody) => wordsOf((await visit(as, '/updates')).html)

  test('an update goes back only with a note', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    const refused = await judge(town.chair, point, 'send-back', '  ')
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), ['note: Say what is missing, so that the lead knows what to write'])
  })

  test('two updates of one action sent at once leave it standing where the later one says', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [first, second] = await twoDuties(town)
      await Promise.all([write(town.lead, first, { progress: 'green' }), write(town.lead, second, { progress: 'red' })])
      const { world } = await theHouse()
      await inScope(world.db, wholePartnership(town.id), async (tx) => {
        const point = await findPoint(tx, first)
        assert.ok(point)
        const [last] = await findSubmissionsOfAction(tx, point.actionId)
        const standing = await tx
          .selectFrom('action_standing')
          .select('progress_rating')
          .where('action_id', '=', point.actionId)
          .executeTakeFirst()
        assert.equal(standing?.progress_rating, last?.progress)
      })
    }
  })

  test('an answer to words the chair has not read is not given', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    const old = valueOn((await visit(town.chair, `/updates/${point}`)).html, 'submission') ?? ''
    await judge(town.chair, point, 'send-back', 'More')
    setClock('2014-10-16')
    await write(town.lead, point, { narrative: 'More words' })
    const answer = await send(town.chair, `/updates/${point}/verdict`, { submission: old, step: 'accept', note: '' })
    assert.equal(answer.location, `/updates/${point}`)
    assert.equal((await sentAt(town, point))[0]?.verdict, null)
  })

  test('a verdict given twice is kept once, and cannot be turned', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    const submission = valueOn((await visit(town.chair, `/updates/${point}`)).html, 'submission') ?? ''
    const accept = { submission, step: 'accept', note: '' }
    const url = `/updates/${point}/verdict`
    const answers = await Promise.all([send(town.chair, url, accept), send(town.chair, url, accept)])
    assert.deepEqual(
      answers.map(({ location }) => location),
      Array(2).fill('/updates?done=accepted'),
    )
    const turned = await send(town.chair, url, { submission, step: 'send-back', note: 'No' })
    assert.equal(turned.location, `/updates/${point}`)
    assert.equal((await sentAt(town, point))[0]?.verdict?.kind, 'accepted')
  })

  test('where the lead group has no chair the manager judges, so that no update waits for nobody', async () => {
    const point = await aDuty(town, { leadGroupId: town.groupWithoutChair })
    await write(town.lead, point)
    assert.match(await list(town.manager), /For you to accept or send back/)
    assert.equal((await judge(town.manager, point, 'accept', '')).location, '/updates?done=accepted')
  })

  test('where there is a chair the manager does not judge, and the lead never judges their own', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    const [sent] = await sentAt(town, point)
    for (const as of [town.manager, town.lead, town.viewer]) {
      const fields = { submission: sent?.id ?? '', step: 'accept', note: '' }
      assert.equal((await send(as, `/updates/${point}/verdict`, fields)).status, 404)
    }
  })
})
