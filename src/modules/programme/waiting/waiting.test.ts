import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, leading, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, rowsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'

const action = (ref: string, on: string, words: Parameters<typeof anAction>[0] = {}) =>
  anAction({ ref, text: `Action ${ref}`, dueOn: day(on), ...words })

describe('steps, and what an action waits for', () => {
  let town: SmallPartnership
  let planId: PlanId
  let ids: Readonly<Record<'8.3' | '8.15' | '8.17' | '8.19', ActionId>>
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const house = await theHouse()
    const lead = town.lead.member
    const measure = 'Awaiting completion of objectives 8.15 and 8.17'
    const [a, b, c, d] = [
      action('8.3', '2014-09-30', { lead }),
      action('8.15', '2014-12-31'),
      action('8.17', '2014-12-31'),
      action('8.19', '2015-03-31', { lead, measure }),
    ]
    ids = { '8.3': a.id, '8.15': b.id, '8.17': c.id, '8.19': d.id }
    planId = await anAdoptedPlan(house, town.manager.member, { actions: [a, b, c, d] })
    setClock()
  })

  const open = async (ref: keyof typeof ids) => (await visit(town.manager, `/actions/${ids[ref]}/steps`)).html
  const wait = async (from: keyof typeof ids, on: keyof typeof ids) =>
    send(town.manager, `/actions/${ids[from]}/waits`, { once: newId(), on: `action:${ids[on]}` })
  const stepIdOn = (html: string) => /steps\/([\w-]{36})\/(?:done|undo)/.exec(html)?.[1] ?? ''

  test('words that say so are a proposal, confirmed or refused, and nothing before', async () => {
    const html = await open('8.19')
    assert.match(
      wordsOf(html),
      /Does it wait for 8\.15\? The words say: “Awaiting completion of objectives 8\.15 and 8\.17”/,
    )
    assert.match(wordsOf(html), /It waits for nothing, and nothing waits for it/)
    const confirmed = await sendAndFollow(town.manager, `/actions/${ids['8.19']}/waits`, {
      once: newId(),
      on: `action:${ids['8.15']}`,
      words: 'Awaiting completion of objectives 8.15 and 8.17',
    })
    assert.doesNotMatch(wordsOf(confirmed.html), /Does it wait for 8\.15/)
    assert.deepEqual(
      rowsOn(confirmed.html, 'Waits for').map(([ref, , state]) => [ref, state]),
      [['8.15', 'Due 31 December 2014']],
    )
    const refused = await sendAndFollow(town.manager, `/actions/${ids['8.19']}/waits/refusals`, {
      once: newId(),
      onAction: ids['8.17'],
    })
    assert.doesNotMatch(wordsOf(refused.html), /Does it wait for/)
  })

  test('it is shown from both ends', async () => {
    const { html } = await visit(town.viewer, `/actions/${ids['8.15']}`)
    assert.deepEqual(
      rowsOn(html, 'Waited for by').map(([ref, , what]) => [ref, what]),
      [['8.19', 'The whole of it']],
    )
  })

  test('a circle is refused, and named', async () => {
    assert.equal((await wait('8.15', '8.3')).status, 303)
    const refused = await wait('8.3', '8.19')
    assert.equal(refused.status, 422)
    assert.match(
      problemsOn(refused.html).join(' '),
      /That would go round in a circle: 8\.3 waits for 8\.19 waits for 8\.15 waits for 8\.3/,
    )
    assert.match(problemsOn((await wait('8.15', '8.3')).html).join(' '), /known to wait for that already/)
  })

  test('what is late of it is said where it is waited for', async () => {
    const { html } = await visit(town.viewer, `/actions/${ids['8.15']}`)
    assert.match(wordsOf(html), /It waits for 1 thing that is late .*Late by 15 days: due 30 Sep 14/)
  })

  test('a lead keeps the steps of their own action, and nobody else’s', async () => {
    const as = leading(town.lead)
    const fields = { once: newId(), name: 'Train staff', dueOn: '2014-10-01', who: 'Training team' }
    const { html } = await sendAndFollow(as, `/actions/${ids['8.3']}/steps`, fields)
    assert.deepEqual(rowsOn(html, 'Steps'), [['Train staff', 'Training team', '1 Oct 14', 'Late']])
    await sendAndFollow(as, `/actions/${ids['8.3']}/steps`, fields)
    assert.equal(rowsOn(await open('8.3'), 'Steps').length, 1)
    for (const [who, ref] of [
      [as, '8.15'],
      [town.viewer, '8.3'],
      [town.chair, '8.3'],
    ] as const) {
      assert.equal((await send(who, `/actions/${ids[ref]}/steps`, { ...fields, once: newId() })).status, 404)
    }
  })

  test('a step without a name or a day is asked for both, and what was typed stays', async () => {
    const { html, status } = await send(town.manager, `/actions/${ids['8.3']}/steps`, {
      once: newId(),
      name: '',
      dueOn: 'soon',
      who: 'Us',
    })
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), ['name: Say what the step is', 'dueOn: Give the day it is due'])
    assert.match(html, /value="Us"/)
  })

  test('a step is done on a day that has come, with what shows it, and can be taken back', async () => {
    const stepId = stepIdOn(await open('8.3'))
    const url = `/actions/${ids['8.3']}/steps/${stepId}`
    const early = await send(town.manager, `${url}/done`, { once: newId(), doneOn: '2015-01-01', words: '' })
    assert.match(problemsOn(early.html).join(), /^doneOn-[\w]{12}: Give a day that has come$/)
    const done = await sendAndFollow(town.manager, `${url}/done`, { once: newId(), doneOn: '', words: 'Register' })
    assert.deepEqual(rowsOn(done.html, 'Steps')[0]?.[3], '15 Oct 14, said Mina Manager Register')
    const undone = await sendAndFollow(town.manager, `${url}/undo`, { once: newId() })
    assert.deepEqual(rowsOn(undone.html, 'Steps')[0]?.[3], 'Late')
    const { html } = await visit(town.manager, `/actions/${ids['8.3']}`)
    assert.match(wordsOf(html), /took back that a step is done/)
  })

  test('two who change a step at once: the second is told', async () => {
    const stepId = stepIdOn(await open('8.3'))
    const url = `/actions/${ids['8.3']}/steps/${stepId}`
    const typed = { name: 'Train all staff', dueOn: '2014-11-01', who: '', version: '1' }
    await sendAndFollow(town.manager, url, { ...typed, once: newId() })
    const second = await send(town.manager, url, { ...typed, name: 'Train some', once: newId() })
    assert.match(problemsOn(second.html).join(' '), /Somebody changed the step meanwhile/)
  })

  test('the page of a plan lists its chains, the longest first, with a picture, and files to take away', async () => {
    const { html } = await visit(town.viewer, `/plans/${planId}/chains`)
    assert.match(
      wordsOf(html),
      /2 actions wait for others; 1 of 2 waits is for something late; the longest chain has 3 actions/,
    )
    assert.match(wordsOf(html), /8\.19 waits for 8\.15 waits for 8\.3/)
    assert.match(html, /<svg[^>]*trellis-chains__picture/)
    assert.equal(rowsOn(html, 'Every wait').length, 2)
    const csv = (await visit(town.viewer, `/plans/${planId}/chains/waits.csv`)).body.toString()
    assert.match(csv, /8\.19,Action 8\.19,8\.15,Action 8\.15,,Due 31 December 2014/)
    assert.match((await visit(town.viewer, `/plans/${planId}/chains/steps.csv`)).body.toString(), /Train all staff/)
    assert.equal((await visit(town.viewer, `/plans/${planId}/chains/steps.xlsx`)).status, 200)
    assert.equal((await visit(town.viewer, `/plans/${planId}/chains/all.exe`)).status, 404)
    assert.equal((await visit(leading(town.lead), `/plans/${planId}/chains`)).status, 404)
  })

  test('as at a day before it was said, nothing waited', async () => {
    const { html } = await visit(town.viewer, `/plans/${planId}/chains?as-at=2014-10-14`)
    assert.match(wordsOf(html), /Nothing waits for anything/)
    const then = await visit(town.viewer, `/actions/${ids['8.3']}?as-at=2014-10-14`)
    assert.match(wordsOf(then.html), /It has no steps, and waits for nothing/)
  })

  test('whoever sees one end of a wait learns of the other only that it is not theirs', async () => {
    const { html } = await visit(leading(town.lead), `/actions/${ids['8.19']}`)
    assert.deepEqual(rowsOn(html, 'Waits for'), [
      [
        '–',
        'An action outside your part of the plan “Awaiting completion of objectives 8.15 and 8.17”',
        'Not shown to you',
      ],
    ])
  })

  test('ending an action that others wait for asks what becomes of them', async () => {
    const url = `/actions/${ids['8.15']}/ending`
    const said = { kind: 'stopped', reason: 'No money', time: '', into: '', takenBy: '', body: '' }
    const asked = await send(town.manager, url, { ...said, once: newId() })
    assert.match(problemsOn(asked.html).join(' '), /Say what becomes of the actions that wait for it/)
    assert.match(wordsOf(asked.html), /What becomes of 1 action that waits for it: 8\.19\?/)
    await sendAndFollow(town.manager, url, { ...said, waiting: 'release', once: newId() })
    assert.match(wordsOf(await open('8.19')), /It waits for nothing, and nothing waits for it/)
  })
})
