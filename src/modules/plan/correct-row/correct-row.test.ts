import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { passagesOn, problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findChanges } from '../../audit/index.ts'
import { findActions } from '../action.store.ts'
import { setActionsAside } from '../corrections/draft.store.ts'
import { aDraftPlan, anAction } from '../plan.factory.ts'
import type { Action } from '../plan.ts'

describe('a row of a draft that was read wrongly', () => {
  let town: SmallPartnership
  let planId: PlanId
  let actions: readonly Action[]
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(async () => {
    actions = [
      anAction({ ref: '1.1', text: 'Open a hub', measure: 'Hubs', dueOn: day('2014-06-30') }),
      anAction({ ref: null, text: 'in every ward', measure: 'open', leadWords: 'EHG' }),
      anAction({ ref: '1.2', text: 'Total of all rows' }),
    ]
    planId = await aDraftPlan((await theHouse()).world, town.manager.member, { actions })
  })

  const kept = async () =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findActions(tx, planId))
  const texts = async () => (await kept()).map(({ text }) => text)
  const correct = (at: number, step: string, version = '1') =>
    sendAndFollow(town.manager, `/actions/${actions[at]?.id}/correction`, { once: newId(), step, version })
  const undo = async () => {
    const { html } = await visit(town.manager, `/plans/${planId}/review`)
    return sendAndFollow(town.manager, `/plans/${planId}/undo`, { change: valueOn(html, 'change') ?? '' })
  }

  test('is set aside as no action, stays listed, and can be taken back', async () => {
    const { html } = await correct(2, 'set-aside')
    assert.deepEqual(await texts(), ['Open a hub', 'in every ward'])
    assert.match(wordsOf(html), /1 row set aside as no action 1\.2 Total of all rows Take back/)
    const back = await sendAndFollow(town.manager, `/actions/${actions[2]?.id}/return`, { once: newId() })
    assert.equal((await kept()).length, 3)
    assert.doesNotMatch(wordsOf(back.html), /set aside as no action 1\.2/)
  })

  test('of more rows than a page lists, all are counted, and that the rest are kept is said', async () => {
    const { world } = await theHouse()
    const many = Array.from({ length: 503 }, (_, at) => anAction({ ref: null, text: `Total ${at}` }))
    const id = await aDraftPlan(world, town.manager.member, { actions: [anAction(), ...many] })
    const ids = many.map((action) => action.id)
    await inScope(world.db, wholePartnership(town.id), (tx) => setActionsAside(tx, ids, 'no-action', world.now()))
    const { html } = await visit(town.manager, `/plans/${id}/review`)
    assert.match(wordsOf(html), /503 rows set aside as no action The first 500 are listed\. The others are kept/)
  })

  test('is joined with the one above: its words go on from those', async () => {
    const { html } = await correct(1, 'join')
    const [joined] = await kept()
    assert.deepEqual(
      [joined?.text, joined?.measure, joined?.leadWords],
      ['Open a hub in every ward', 'Hubs open', 'EHG'],
    )
    assert.equal(joined?.leads[0]?.bodyId, town.group, 'the leads are read again')
    assert.equal(passagesOn(html, 'action-').length, 2)
    assert.doesNotMatch(wordsOf(html), /set aside as no action/, 'its words are kept in the other')
  })

  test('is split where somebody left an empty line', async () => {
    const url = `/actions/${actions[0]?.id}/split`
    const form = await visit(town.manager, url)
    assert.equal(valueOn(form.html, 'text'), 'Open a hub')
    const fields = {
      once: newId(),
      version: valueOn(form.html, 'version') ?? '',
      text: 'Open a hub\n\n1.15 Keep it open',
    }
    await sendAndFollow(town.manager, url, fields)
    const after = await kept()
    assert.deepEqual(
      after.map(({ ref, text, measure }) => [ref, text, measure]),
      [
        ['1.1', 'Open a hub', 'Hubs'],
        ['1.15', 'Keep it open', 'Hubs'],
        [null, 'in every ward', 'open'],
        ['1.2', 'Total of all rows', 'Number of hubs open'],
      ],
    )
  })

  test('is not split without an empty line: the form comes back with what was typed, and says so', async () => {
    const url = `/actions/${actions[0]?.id}/split`
    const text = 'Open a hub and keep it open'
    const form = await send(town.manager, url, { once: newId(), version: '1', text })
    assert.equal(form.status, 422)
    assert.match(problemsOn(form.html).join(), /Nothing was split/)
    assert.equal(valueOn(form.html, 'text'), text)
    assert.equal((await kept()).length, 3)
  })

  test('each correction can be undone, the last first, and the draft is as it was', async () => {
    const before = await kept()
    await correct(1, 'join')
    await correct(2, 'set-aside')
    await undo()
    assert.deepEqual(await texts(), ['Open a hub in every ward', 'Total of all rows'])
    const { html } = await undo()
    const plain = (some: readonly Action[]) => some.map(({ version: _, ...action }) => action)
    assert.deepEqual(plain(await kept()), plain(before))
    assert.match(wordsOf(html), /That is undone/)
    assert.equal(valueOn(html, 'change'), null, 'there is nothing left to undo')
    const changes = await inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) =>
      findChanges(tx, [planId], 9),
    )
    assert.deepEqual(
      changes.map(({ what, by }) => [what, by]),
      [
        ['Undid: joined “in every ward” with 1.1 above it', 'Mina Manager'],
        ['Undid: set 1.2 aside as no action', 'Mina Manager'],
        ['set 1.2 aside as no action', 'Mina Manager'],
        ['joined “in every ward” with 1.1 above it', 'Mina Manager'],
      ],
    )
  })

  test('undoing never loses what somebody wrote since', async () => {
    await correct(1, 'join')
    const { html } = await visit(town.manager, `/actions/${actions[0]?.id}/change`)
    const version = valueOn(html, 'version') ?? ''
    await send(town.manager, `/actions/${actions[0]?.id}/change`, { once: newId(), version, text: 'Open three hubs' })
    const refused = await undo()
    assert.match(problemsOn(refused.html).join(), /changed since; undoing would lose what was written/)
    assert.equal((await texts())[0], 'Open three hubs')
  })

  test('is not corrected by somebody who saw what it said before', async () => {
    const refused = await correct(2, 'set-aside', '7')
    assert.match(problemsOn(refused.html).join(), /Somebody else changed this draft meanwhile/)
    assert.equal((await kept()).length, 3)
  })

  test('sent twice, a form corrects once', async () => {
    const fields = { once: newId(), step: 'join', version: '1' }
    const url = `/actions/${actions[1]?.id}/correction`
    await Promise.all([1, 2].map(() => send(town.manager, url, fields)))
    assert.deepEqual(await texts(), ['Open a hub in every ward', 'Total of all rows'])
  })

  test('set aside, it makes no duty when the plan is adopted, and no page or count shows it', async () => {
    await correct(2, 'set-aside')
    await send(town.manager, `/plans/${planId}/adoption`, {})
    const { html } = await visit(town.viewer, `/plans/${planId}`)
    assert.doesNotMatch(wordsOf(html), /Total of all rows/)
    assert.match(wordsOf(html), /2 actions/)
    assert.equal((await visit(town.viewer, `/actions/${actions[2]?.id}`)).status, 404)
    assert.match(wordsOf((await visit(town.viewer, '/plans')).html), /Adopted 2/)
    const late = await send(town.manager, `/actions/${actions[1]?.id}/correction`, {
      once: newId(),
      step: 'join',
      version: '1',
    })
    assert.equal(late.location, `/plans/${planId}`)
  })
})
