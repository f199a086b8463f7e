import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { linksOn, passagesOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findChanges } from '../../audit/index.ts'
import { aDraftPlan, anAction } from '../plan.factory.ts'
import type { Action } from '../plan.ts'

describe('working through what a careful colleague would ask', () => {
  let town: SmallPartnership
  let planId: PlanId
  let actions: readonly Action[]
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(async () => {
    const { world } = await theHouse()
    const on = day('2014-06-30')
    actions = [
      anAction({
        ref: '1.1',
        text: 'Write a play strategy',
        measure: 'Strategy agreed by 40 members',
        lead: town.lead.member,
      }),
      anAction({ ref: '1.2', text: 'Open a hub', measure: null, lead: town.lead.member, dueOn: on }),
      anAction({ ref: '1.3', text: 'Ring each family', measure: null, lead: town.lead.member, dueOn: on }),
    ]
    planId = await aDraftPlan(world, town.manager.member, { actions })
  })

  const url = () => `/plans/${planId}/review/questions`
  const look = async (which = '') => (await visit(town.manager, `${url()}${which}`)).html
  const keysOn = (html: string) => [...html.matchAll(/ id="q-([0-9a-f]+)"/g)].map(([, key = '']) => key)
  const keyAbout = async (words: RegExp) => {
    const html = await look('?show=all')
    const at = passagesOn(html, 'q-').findIndex((passage) => words.test(passage))
    return keysOn(html)[at] ?? assert.fail(`nothing is asked about ${words}`)
  }
  const answer = async (fields: Record<string, string>) =>
    sendAndFollow(town.manager, `${url()}/answer`, { once: newId(), ...fields })

  test('a question that was checked is no longer open, and the count says so', async () => {
    setClock('2014-04-02T09:05:00Z')
    const before = keysOn(await look())
    const key = await keyAbout(/1\.2 Open a hub/)
    const { html, url: now } = await answer({ key, answer: 'asked-and-answered' })
    assert.deepEqual(
      keysOn(html),
      before.filter((each) => each !== key),
    )
    assert.match(wordsOf(html), new RegExp(`1 of ${before.length} questions and passages looked at`))
    assert.match(now, /#q-[0-9a-f]+$/, 'the list is at the next open question')
    assert.match(wordsOf(await look('?show=all')), /Checked: it is right, by Mina Manager on 2 April 2014 at 10:05/)
  })

  test('an answer can be taken back, and both are kept in the history', async () => {
    const before = keysOn(await look())
    const key = await keyAbout(/1\.2 Open a hub/)
    await answer({ key, answer: 'left-as-it-is' })
    const { html } = await sendAndFollow(town.manager, `${url()}/again`, { once: newId(), key })
    assert.deepEqual(keysOn(html), before)
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [planId], 9))
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['opened again', 'answered: left as it is'],
    )
  })

  test('all questions of a kind are left as they are at once', async () => {
    const html = (await answer({ code: 'measure-missing', answer: 'left-as-it-is' })).html
    assert.doesNotMatch(wordsOf(html), /1\.2 Open a hub|1\.3 Ring each family/)
    assert.match(wordsOf(html), /2 of/)
  })

  test('the same answer given twice is one answer', async () => {
    const key = await keyAbout(/1\.2 Open a hub/)
    await Promise.all([1, 2].map(() => answer({ key, answer: 'asked-and-answered' })))
    assert.match(wordsOf(await look()), /1 of \d+ questions/)
  })

  test('a question leads to its field, with the question beside it, and saving leads on to the next', async () => {
    const key = await keyAbout(/1\.2 Open a hub/)
    const field = linksOn(await look()).find((href) => href.includes(`from=${key}`)) ?? ''
    assert.match(field, /#measure$/)
    const form = await visit(town.manager, field)
    assert.match(wordsOf(form.html), /Measure How the partnership will judge it [^?]*measure/i)
    const fields = Object.fromEntries(
      ['once', 'version', 'from', 'ref', 'text', 'timescale', 'leadWords'].map((name) => [
        name,
        valueOn(form.html, name) ?? '',
      ]),
    )
    const saved = await send(town.manager, `/actions/${actions[1]?.id}/change`, {
      ...fields,
      measure: 'From 2 hubs to 6',
      leadPersonIds: [town.lead.member.person.id],
    })
    assert.match(saved.location, new RegExp(`^${url()}\\?was=${key}`))
    const list = await visit(town.manager, saved.location)
    const third = await keyAbout(/1\.3 Ring each family/)
    assert.equal(list.location, `${url()}?done=saved&at=${third}#q-${third}`)
    assert.doesNotMatch(wordsOf(await look()), /1\.2 Open a hub/)
  })

  test('a key that is no question’s leads back to the list, whatever is written in it', async () => {
    for (const key of ['漢字', '| id', '\r\nX-Injected: 1', '&done=saved#main']) {
      const { status, location } = await send(town.manager, `${url()}/again`, { key })
      assert.equal(status, 303, key)
      assert.equal(
        location,
        `${url()}?at=${encodeURIComponent(key.trim().replace('\r\n', '\n'))}#q-${encodeURIComponent(key.trim())}`,
      )
    }
  })

  test('a question comes back when what it asks about is said in other words', async () => {
    const key = await keyAbout(/1\.1 Write a play strategy/)
    await answer({ key, answer: 'left-as-it-is' })
    assert.ok(!keysOn(await look()).includes(key))
  })

  test('an adopted plan is no longer reviewed', async () => {
    await send(town.manager, `/plans/${planId}/adoption`, {})
    assert.equal((await visit(town.manager, url())).location, `/plans/${planId}`)
    const late = await send(town.manager, `${url()}/answer`, { code: 'measure-missing', answer: 'left-as-it-is' })
    assert.equal(late.location, `/plans/${planId}`)
  })
})
