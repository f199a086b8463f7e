import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { withPdfFiles, wordsOfPdf } from '../../../../test/support/pdf-tools.ts'
import { send, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { linksOn, rowsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../../programme/programme.factory.ts'

describe('the board report of a past day', () => {
  let town: SmallPartnership
  let planId: PlanId
  let hubId: ActionId
  before(async () => {
    town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const lead = town.lead.member
    const hub = anAction({ ref: '1.1', dueOn: [day('2014-06-30'), day('2015-03-31')], lead, leadGroupId: town.group })
    const play = anAction({ ref: '1.2', text: 'Write a play strategy', dueOn: day('2014-05-31') })
    hubId = hub.id
    setClock('2014-04-01')
    planId = await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [hub, play] })
    const [june] = await pointsOf(world, lead, hub.id)
    assert.ok(june)

    setClock('2014-07-01')
    await anUpdate(world, lead, june.id, { narrative: 'First words', progress: 'amber', impact: 'grey' })
    setClock('2014-07-10')
    await aVerdict(world, town.chair.member, june.id, 'Show the figures')
    setClock('2014-07-20T22:59:59.999Z') // one millisecond before midnight in England, where it is summer
    await anUpdate(world, lead, june.id, { narrative: 'Second words', progress: 'green', impact: 'green' })
    setClock('2014-08-01')
    await aVerdict(world, town.chair.member, june.id)
    setClock('2014-09-01')
    const { html } = await visit(town.manager, `/actions/${play.id}/change`)
    const typed = {
      ref: '1.2',
      text: 'Agree a play strategy',
      because: 'Agreed by the board',
      timescale: 'December 2014',
      version: '1',
      once: valueOn(html, 'once') ?? '',
    }
    assert.equal((await send(town.manager, `/actions/${play.id}/change`, typed)).status, 303)
    setClock()
  })

  const open = async (asAt: string, show = '') =>
    visit(town.viewer, `/plans/${planId}/board-report?as-at=${asAt}${show && `&show=${show}`}`)
  const actionsAt = async (asAt: string) =>
    rowsOn((await open(asAt)).html, 'Every action').map(([ref, text = '', , last, progress]) => [
      ref,
      text,
      last,
      progress,
    ])

  test('before anything was sent nothing is rated, and what was agreed is as it was agreed', async () => {
    assert.deepEqual(await actionsAt('2014-04-01'), [
      ['1.1', 'Open a family hub in every ward', '31 Mar 15', 'Not rated'],
      ['1.2', 'Write a play strategy', '31 May 14', 'Not rated'],
    ])
  })

  test('an update counts from the day it was sent, and not the day before', async () => {
    assert.match((await actionsAt('2014-06-30'))[0]?.join() ?? '', /Not rated$/)
    const [hub = []] = await actionsAt('2014-07-01')
    assert.match(hub.join(), /First words .*Not yet accepted by the chair.*A At risk$/)
  })

  test('what was sent back counts until that day, and no longer after it', async () => {
    assert.match((await actionsAt('2014-07-09'))[0]?.join() ?? '', /A At risk$/)
    assert.match((await actionsAt('2014-07-10'))[0]?.join() ?? '', /Not rated$/)
  })

  test('the day ends at midnight in England', async () => {
    assert.match((await actionsAt('2014-07-19'))[0]?.join() ?? '', /Not rated$/)
    assert.match((await actionsAt('2014-07-20'))[0]?.join() ?? '', /Second words .*Not yet accepted.*G On track$/)
  })

  test('the chair’s answer is known from its day', async () => {
    assert.match((await open('2014-07-31')).html, /Not yet accepted/)
    assert.doesNotMatch((await open('2014-08-01')).html, /Not yet accepted/)
  })

  test('words and duties changed later are shown as they were then', async () => {
    const [, play = []] = await actionsAt('2014-08-31')
    assert.deepEqual(play.slice(1, 3), [
      'Write a play strategy The work is late: past its last day, and not complete The report is late: update missed on 31 May 2014',
      '31 May 14',
    ])
    assert.deepEqual((await actionsAt('2014-09-01'))[1]?.slice(1, 3), [
      'Agree a play strategy The report is late: update missed on 31 May 2014',
      '31 Dec 14',
    ])
  })

  test('a duty is missed by the end of its day until it is met, whatever the plan says later', async () => {
    const missed = async (asAt: string) =>
      rowsOn((await open(asAt)).html, 'Actions with an update missed').map(([ref, , , days]) => `${ref}: ${days}`)
    assert.deepEqual(await missed('2014-05-30'), [])
    assert.deepEqual(await missed('2014-05-31'), ['1.2: 31 May 14'])
    setClock('2014-05-31')
    assert.deepEqual(await missed('2014-05-31'), [])
    setClock()
    assert.deepEqual(await missed('2014-07-15'), ['1.1: 30 Jun 14', '1.2: 31 May 14'])
    assert.deepEqual(await missed('2014-07-20'), ['1.2: 31 May 14'])
    assert.deepEqual(await missed('2014-09-01'), ['1.2: 31 May 14'])
  })

  test('every figure on the page leads to a list of exactly those it counted', async () => {
    const { html } = await open('2014-07-15')
    const figures = [
      ...html.matchAll(/<a class="trellis-count[^"]*" href="([^"]*)">.*?__figure">(\d+)</gs),
      ...html.matchAll(/<li><a href="([^"]*)">(?:(?!<\/li>).)*?__count">(\d+)</gs),
    ]
    assert.ok(figures.length >= 5)
    figures.push(
      ...(await open('2014-09-01')).html.matchAll(/<a class="trellis-count[^"]*" href="([^"]*)">.*?__figure">(\d+)</gs),
    )
    for (const [, href = '', figure] of figures) {
      const members = await visit(town.viewer, href.replaceAll('&amp;', '&').split('#')[0] ?? '')
      const heading = /id="members"[^>]*>([^<]*)</.exec(members.html)?.[1] ?? ''
      assert.match(heading, new RegExp(`: ${figure} of 2$`), href)
    }
  })

  test('what moved by a day is told from when the plan was adopted, and where nothing did, that is said', async () => {
    const movedAt = async (asAt: string) => {
      const { html } = await open(asAt)
      return /What moved in the plan .*?(?=Everything|Every action)/.exec(wordsOf(html))?.[0]?.trim() ?? ''
    }
    const nothing =
      'Since the plan was adopted on 1 April 2014: 2 actions, none added. No last day moved and no measure changed.'
    assert.equal(await movedAt('2014-04-01'), `What moved in the plan ${nothing}`)
    assert.equal(await movedAt('2014-08-31'), `What moved in the plan ${nothing}`)
    const { html } = await open('2014-09-01')
    assert.match(
      await movedAt('2014-09-01'),
      /none added\. 1 action with the last day pushed out, 1 action with the measure changed\./,
    )
    assert.deepEqual(rowsOn(html, '1 action with the last day pushed out'), [
      ['1.2', 'Agree a play strategy No lead', '31 May 14', '31 Dec 14 214 days later', '1 Sep 14'],
    ])
    const members = rowsOn((await open('2014-09-01', 'moved-pushed-out')).html, 'Actions with the last day pushed out')
    assert.deepEqual(
      members.map(([ref]) => ref),
      ['1.2'],
    )
    const whole = linksOn(html).find((href) => href.includes('/movement?')) ?? ''
    assert.equal((await visit(town.viewer, whole)).status, 200)
    const pdf = await visit(town.viewer, `/plans/${planId}/board-report.pdf?as-at=2014-09-01`)
    await withPdfFiles({ report: pdf.body }, async (pathOf) => {
      const words = (await wordsOfPdf(pathOf('report'))).replaceAll(/\s+/g, ' ')
      assert.match(words, /What moved in the plan Since the plan was adopted on 1 April 2014: 2 actions, none added/)
      assert.match(words, /With the last day pushed out: 1 of 2 .*31 May 14 31 Dec 14.*214 days later/)
    })
  })

  test('a day before the plan was adopted is answered with the earliest there is', async () => {
    const { status, html } = await open('2014-03-31')
    assert.equal(status, 422)
    assert.match(wordsOf(html), /The plan was adopted on 1 April 2014\. Choose that day or a later one/)
    assert.equal(valueOn(html, 'as-at'), '2014-04-01')
  })

  test('a day to come, and a day that is none, are answered with today', async () => {
    for (const [asked, says] of [
      ['2014-10-16', /That day has not come yet/],
      ['2014-02-30', /Enter a day/],
      ['yesterday', /Enter a day/],
    ] as const) {
      const { html } = await open(asked)
      assert.match(wordsOf(html), says)
      assert.equal(valueOn(html, 'as-at'), '2014-10-15')
    }
  })

  test('what shows that an action is complete counts from the moment it was attached', async () => {
    const { world, ...house } = await theHouse()
    const lead = town.lead.member
    const nursery = anAction({ ref: '2.1', text: 'Open a nursery', dueOn: day('2014-06-30'), lead })
    setClock('2014-04-01')
    const id = await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [nursery] })
    const [june] = await pointsOf(world, lead, nursery.id)
    assert.ok(june)
    setClock('2014-06-01')
    const blue = { progress: 'blue', impact: 'green' } as const
    await anUpdate(world, lead, june.id, blue)
    setClock('2014-07-05')
    await aVerdict(world, town.manager.member, june.id, 'Show that it is open')
    setClock('2014-07-20')
    const evidence = { name: 'opening.txt', type: 'text/plain', content: Buffer.from('Open since 1 June') }
    await anUpdate(world, lead, june.id, { ...blue, evidence })
    setClock()
    const reportAt = async (asAt: string) =>
      rowsOn((await visit(town.viewer, `/plans/${id}/board-report?as-at=${asAt}`)).html, 'Every action')[0]?.join() ??
      ''
    assert.match(await reportAt('2014-07-01'), /No evidence attached/)
    assert.match(await reportAt('2014-07-20'), /1 file of evidence/)
  })

  test('the paper is a PDF named for the plan and the day, with the figures of the page', async () => {
    const pdf = await visit(town.viewer, `/plans/${planId}/board-report.pdf?as-at=2014-07-15`)
    assert.equal(pdf.type, 'application/pdf')
    assert.match(pdf.headers['content-disposition'] ?? '', /^attachment; filename="BR-DP-2014-07-15\.pdf"/)
    const { html } = await open('2014-07-15')
    const [answer = ''] = /The plan has 2 actions: [^.]*\./.exec(wordsOf(html)) ?? []
    const sums = [...html.matchAll(/trellis-chart__source">([^<]*)</g)].map(([, sum = '']) => sum)
    assert.ok(answer && sums.length === 2)
    await withPdfFiles({ report: pdf.body }, async (pathOf) => {
      const words = (await wordsOfPdf(pathOf('report'))).replaceAll(/\s+/g, ' ')
      for (const said of [answer, ...sums, 'As at 15 July 2014', 'Open a family hub']) {
        assert.ok(words.includes(said), `the paper does not say: ${said}`)
      }
    })
  })

  test('a paper of a day before the plan was adopted leads to the page that says so', async () => {
    const { location } = await visit(town.viewer, `/plans/${planId}/board-report.pdf?as-at=2014-03-31`)
    assert.equal(location, `/plans/${planId}/board-report?as-at=2014-03-31`)
  })

  test('the plan and its actions are a link away', async () => {
    const links = linksOn((await open('2014-07-15')).html)
    assert.ok(links.includes(`/plans/${planId}`) && links.includes(`/actions/${hubId}`))
  })
})
