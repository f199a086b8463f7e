import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { sendAndFollow, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../../kernel/id.ts'
import { newId } from '../../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../../programme.factory.ts'
import { unreportedSince } from './known-at.ts'

/** A day of the year, what happens on it, and what the pages showed by its end. */
type Told = { readonly on: string; readonly plan: string; readonly action: string }

describe('a page as at a past day', () => {
  let town: SmallPartnership
  let planId: PlanId
  let actionId: ActionId
  const told: Told[] = []

  /** What a page tells of a day, without its notice, its filters and its links to act. */
  const tells = (html: string) => {
    const words = wordsOf(html)
    const from = words.search(/\d+ actions?[:.]|Progress [BRAGN] |No update has been sent yet, so/)
    const story = words.slice(from).replace(/Filters?.*?(?=Actions |\d+ of)/, '')
    return story.replace(/As it was known on.*/, '').replaceAll(/(?:Read|Write) the update due \d+ \w+ \d+ ?/g, '')
  }
  const pagesOf = async (search = '') => ({
    plan: tells((await visit(town.viewer, `/plans/${planId}${search}`)).html).replace(/.*?(?=Progress:)/, ''),
    action: tells((await visit(town.viewer, `/actions/${actionId}${search}`)).html),
  })

  before(async () => {
    town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const { lead, chair, manager } = town
    const dueOn = [day('2014-06-30'), day('2014-09-30'), day('2014-12-31')]
    const action = anAction({ dueOn, lead: lead.member, leadGroupId: town.group })
    actionId = action.id
    setClock('2014-04-01')
    const actions = [action, anAction({ ref: '1.2', dueOn, lead: lead.member })]
    planId = await anAdoptedPlan({ world, ...house }, manager.member, { actions })
    /** The nth duty as it is by then: a change of the timescale may have made it anew. */
    const duty = async (at: number) => {
      const id = (await pointsOf(world, lead.member, actionId))[at]?.id
      assert.ok(id)
      return id
    }
    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['2014-04-02', async () => undefined],
      [
        '2014-06-28',
        async () => anUpdate(world, lead.member, await duty(0), { narrative: 'First words', progress: 'amber' }),
      ],
      ['2014-07-01', async () => aVerdict(world, chair.member, await duty(0))],
      [
        '2014-09-29',
        async () => anUpdate(world, lead.member, await duty(1), { narrative: 'Second words', progress: 'red' }),
      ],
      ['2014-10-02', async () => aVerdict(world, chair.member, await duty(1), 'Show the figures')],
      ['2014-10-10', () => changeText('Open two hubs')],
      ['2014-10-20', async () => undefined],
    ]
    for (const [on, step] of steps) {
      setClock(on)
      await step()
      setClock(`${on}T22:30:00Z`)
      told.push({ on, ...(await pagesOf()) })
    }
    setClock()
  })

  const changeText = (text: string) =>
    sendAndFollow(town.manager, `/actions/${actionId}/change`, {
      once: newId(),
      version: '1',
      ref: '1.1',
      text,
      measure: '',
      timescale: 'June, September and December 2014',
      leadWords: '',
      because: 'Agreed by the board',
    })

  test('shows what the page showed by the end of that day, whatever happened since', async () => {
    for (const { on, plan, action } of told) {
      setClock('2015-03-01')
      const then = await pagesOf(`?as-at=${on}`)
      assert.equal(then.plan, plan, `the plan on ${on}`)
      assert.equal(then.action, action, `the action on ${on}`)
    }
    assert.equal(new Set(told.map(({ action }) => action)).size > 4, true, 'the days differ')
  })

  test('says so aloud, how it reads today, and leads back; nothing is offered to be done', async () => {
    setClock('2015-03-01')
    const plan = await visit(town.manager, `/plans/${planId}?as-at=2014-07-01`)
    assert.match(
      wordsOf(plan.html),
      /As known on 1 July 2014 Today it reads: 2 actions, .* overdue\. See it as it reads today/,
    )
    assert.ok(linksOn(plan.html).includes(`/plans/${planId}`))
    assert.ok(linksOn(plan.html).includes(`/actions/${actionId}?as-at=2014-07-01`))
    const action = await visit(town.viewer, `/actions/${actionId}?as-at=2014-07-01`)
    assert.match(wordsOf(action.html), /As known on 1 July 2014 Today it reads: progress At risk/)
    assert.deepEqual(
      linksOn(action.html).filter((href) => /updates\/|change$/.test(href)),
      [],
    )
  })

  test('a day before the plan was adopted, one to come, and what is no day are told, and today is shown', async () => {
    for (const [asked, words] of [
      ['2014-03-31', /The plan was adopted on 1 April 2014/],
      ['2099-01-01', /That day has not come yet/],
      ['<b>', /Enter a day/],
    ] as const)
      for (const url of [`/plans/${planId}`, `/actions/${actionId}`]) {
        const { status, html } = await visit(town.viewer, `${url}?as-at=${encodeURIComponent(asked)}`)
        assert.equal(status, 422)
        assert.match(wordsOf(html), words)
      }
  })

  test('a duty missed is overdue until a later one is reported on after it passed', () => {
    const duty = (dueOn: string, reportedAt: string | null = null) => ({
      dueOn: day(dueOn),
      reportedAt: reportedAt ? Temporal.Instant.from(reportedAt) : null,
    })
    const since = (...points: readonly ReturnType<typeof duty>[]) => unreportedSince(points)?.toString() ?? null
    assert.equal(since(duty('2014-06-30'), duty('2014-09-30')), '2014-06-30')
    assert.equal(since(duty('2014-06-30'), duty('2014-09-30', '2014-09-01T09:00:00Z')), null)
    assert.equal(since(duty('2014-06-30'), duty('2014-09-30', '2014-06-30T09:00:00Z')), '2014-06-30')
    assert.equal(since(), null)
  })
})
