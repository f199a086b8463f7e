import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { PlanId } from '../../../../kernel/id.ts'
import type { Action } from '../../../plan/index.ts'
import { anAction, anAdoptedPlan, aPart } from '../../../plan/plan.factory.ts'
import { anUpdate, firstPointOf } from '../../programme.factory.ts'

const refs = (html: string) => rowsOn(html, /^Actions: /).map(([ref]) => ref)

describe('the page of a plan', () => {
  let town: SmallPartnership
  let planId: PlanId
  const aim = aPart({ ref: '1', title: 'A good start' })
  const objective = aPart({ ref: '1.1', title: 'Hubs', level: 1, parentId: aim.id })
  const other = aPart({ ref: '2', title: 'Safe at home' })
  const promise = aPart({ ref: null, title: 'We will listen', points: ['Ask each term', 'Say what came of it'] })
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const lead = town.lead.member
    const said: Partial<Action>[] = [
      { ref: '1.1.1', text: 'Open a hub 50% cheaper', partId: objective.id, leadGroupId: town.group },
      { ref: '1.1.2', text: 'Visit every_parent at home', partId: objective.id, measure: 'Visits made' },
      { ref: '1.2', text: 'Write a play strategy', partId: aim.id, leadWords: 'Play team' },
      { ref: '2.1', text: 'Train foster carers', partId: other.id, leadGroupId: town.groupWithoutChair },
      { ref: '2.2', text: 'Nothing dated here', partId: other.id },
    ]
    const due = [day('2014-09-30'), day('2014-06-30'), day('2015-03-31'), day('2014-09-30')]
    const actions = said.map((words, at) => {
      const dueOn = due[at]
      return anAction({ ...(dueOn ? { dueOn } : {}), lead, measure: null, ...words })
    })
    planId = await anAdoptedPlan({ world, ...house }, town.manager.member, {
      parts: [aim, objective, other, promise],
      actions,
    })
    const [hub, , play] = actions
    assert.ok(hub && play)
    await anUpdate(world, lead, await firstPointOf(world, lead, hub.id), { progress: 'red', impact: 'amber' })
    await anUpdate(world, lead, await firstPointOf(world, lead, play.id), { progress: 'green', impact: 'grey' })
    setClock()
  })

  const list = async (query: string) => refs((await visit(town.viewer, `/plans/${planId}?${query}`)).html)

  test('it answers first: how many actions, and what needs attention', async () => {
    const { html } = await visit(town.viewer, `/plans/${planId}`)
    assert.match(
      wordsOf(html),
      /5 actions: 1 off track for progress or impact, 3 past the last day and not complete, 3 with an update overdue, 3 never rated\./,
    )
  })

  test('actions stand under their aims and objectives in the plan’s order', async () => {
    const { html } = await visit(town.viewer, `/plans/${planId}`)
    assert.deepEqual(refs(html), ['1.1.1', '1.1.2', '1.2', '2.1', '2.2'])
    assert.match(wordsOf(html), /1 A good start › 1\.1 Hubs .*1\.1\.1.* 1 A good start .*1\.2.* 2 Safe at home .*2\.1/)
  })

  test('a promise without actions is told at the end of the whole list, point by point, and not among found actions', async () => {
    const whole = wordsOf((await visit(town.viewer, `/plans/${planId}`)).html)
    assert.match(whole, /2\.2.*Also in the plan, with no actions We will listen Ask each term Say what came of it/)
    const filtered = wordsOf((await visit(town.viewer, `/plans/${planId}?progress=red`)).html)
    assert.doesNotMatch(filtered, /Also in the plan/)
  })

  for (const [query, expected] of [
    ['progress=red', ['1.1.1']],
    ['progress=green', ['1.2']],
    ['progress=not-rated', ['1.1.2', '2.1', '2.2']],
    ['impact=amber', ['1.1.1']],
    ['impact=not-rated', ['1.1.2', '2.1', '2.2']],
    ['overdue=yes', ['1.1.2', '2.1', '2.2']],
    ['late=yes', ['1.1.1', '1.1.2', '2.1']],
    ['overdue=yes&progress=not-rated&search=foster', ['2.1']],
    ['search=HUB', ['1.1.1']],
    ['search=visits+made', ['1.1.2']],
    ['search=play+team', ['1.2']],
    ['search=2.1', ['2.1']],
    ['search=50%25', ['1.1.1']],
    ['search=%25', ['1.1.1']],
    ['search=y_p', ['1.1.2']],
    ['search=_', ['1.1.2']],
    ['search=%5C', []],
    ['search=%27%3B+drop+table+plan%3B+--', []],
    ['search=%3Cscript%3E', []],
    ['search=%E2%80%AE', []],
    ['progress=purple', ['1.1.1', '1.1.2', '1.2', '2.1', '2.2']],
    ['group=nonsense&aim=1&page=-4&overdue=maybe', ['1.1.1', '1.1.2', '1.2', '2.1', '2.2']],
  ] as const) {
    test(`the list for ${decodeURIComponent(query)} holds ${expected.join(', ') || 'nothing'}`, async () => {
      assert.deepEqual(await list(query), expected)
    })
  }

  test('an aim’s actions include those of its objectives', async () => {
    assert.deepEqual(await list(`aim=${aim.id}`), ['1.1.1', '1.1.2', '1.2'])
    assert.deepEqual(await list(`aim=${other.id}`), ['2.1', '2.2'])
  })

  test('a lead group’s actions are those it answers for', async () => {
    assert.deepEqual(await list(`group=${town.group}`), ['1.1.1'])
    assert.deepEqual(await list(`group=${town.groupWithoutChair}`), ['2.1'])
  })

  test('a search for a NUL or for a thousand words finds what it finds, and breaks nothing', async () => {
    assert.equal((await visit(town.viewer, `/plans/${planId}?search=%00hub`)).status, 200)
    assert.equal((await visit(town.viewer, `/plans/${planId}?search=${'hub+'.repeat(1000)}`)).status, 200)
  })

  test('nothing found is said, with the way out', async () => {
    const { html } = await visit(town.viewer, `/plans/${planId}?search=zebra`)
    assert.match(wordsOf(html), /0 of 5 actions .*No action matches/)
    assert.ok(linksOn(html).includes(`/plans/${planId}`))
  })

  test('every count leads to a list of exactly that many', async () => {
    const { html } = await visit(town.viewer, `/plans/${planId}`)
    const counts = [...html.matchAll(/<a class="trellis-count[^"]*" href="([^"]*)">.*?__figure">(\d+)</gs)]
    const chips = [...html.matchAll(/<li><a href="([^"]*)">(?:(?!<\/li>).)*?__count">(\d+)</gs)]
    assert.ok(counts.length >= 2 && chips.length >= 4, `${counts.length} counts and ${chips.length} chips`)
    for (const [, href = '', figure] of [...counts, ...chips]) {
      const listed = refs((await visit(town.viewer, href.replaceAll('&amp;', '&'))).html)
      assert.equal(String(listed.length), figure, href)
    }
  })

  test('the colours and the not rated add up to the whole', async () => {
    const { html } = await visit(town.viewer, `/plans/${planId}`)
    const bars = [...html.matchAll(/<desc[^>]*>(\d+) actions: ([^<]*)/g)]
    assert.equal(bars.length, 2)
    for (const [, total, parts = ''] of bars) {
      const sum = [...parts.matchAll(/\d+/g)].reduce((all, [figure]) => all + Number(figure), 0)
      assert.equal(sum, Number(total))
      assert.equal(total, '5')
    }
  })
})

describe('a plan of 250 actions', () => {
  test('comes in three pages that together hold each action once, and filters go along', async () => {
    setClock('2014-04-01')
    const town = await aSmallPartnership()
    const all = Array.from({ length: 250 }, (_, at) => `${Math.floor(at / 50) + 1}.${(at % 50) + 1}`)
    const actions = all.map((ref) => anAction({ ref, text: `Action number ${ref}` }))
    const planId = await anAdoptedPlan(await theHouse(), town.manager.member, { actions })
    const pages = await Promise.all([1, 2, 3].map((page) => visit(town.viewer, `/plans/${planId}?page=${page}`)))
    assert.deepEqual(
      pages.flatMap(({ html }) => refs(html)),
      all,
    )
    assert.ok(linksOn(pages[0]?.html ?? '').includes(`/plans/${planId}?page=2`))
    const last = refs((await visit(town.viewer, `/plans/${planId}?page=99`)).html)
    assert.deepEqual(last, all.slice(200), 'a page that is not there is the last one')
    const filtered = await visit(town.viewer, `/plans/${planId}?search=number&page=2`)
    assert.equal(refs(filtered.html).length, 100)
    assert.ok(linksOn(filtered.html).includes(`/plans/${planId}?search=number&page=3`))
  })
})
