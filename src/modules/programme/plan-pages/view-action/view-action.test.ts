import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { ActionId, PlanId, ReportingPointId } from '../../../../kernel/id.ts'
import { anAction, anAdoptedPlan, aPart } from '../../../plan/plan.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../../programme.factory.ts'

describe('the page of an action', () => {
  let town: SmallPartnership
  let planId: PlanId
  let actionId: ActionId
  let points: readonly ReportingPointId[]
  before(async () => {
    town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const lead = town.lead.member
    const part = aPart()
    const dueOn = [day('2014-06-30'), day('2014-09-30'), day('2014-12-31'), day('2015-03-31')]
    const source = { where: { line: 12 }, text: '| 1.1 | Open a family hub |' }
    const action = anAction({ partId: part.id, dueOn, lead, leadGroupId: town.group, source })
    actionId = action.id
    setClock('2014-04-01')
    planId = await anAdoptedPlan({ world, ...house }, town.manager.member, { parts: [part], actions: [action] })
    points = (await pointsOf(world, lead, actionId)).map(({ id }) => id)
    const [june, september, december] = points
    assert.ok(june && september && december)
    setClock('2014-07-01')
    await anUpdate(world, lead, june, { narrative: 'First words', progress: 'amber', impact: 'grey' })
    setClock('2014-07-02')
    await aVerdict(world, town.chair.member, june)
    setClock('2014-09-29')
    const evidence = { name: 'visits.csv', type: 'text/csv', content: Buffer.from('a,b') }
    await anUpdate(world, lead, september, { narrative: 'Second words', progress: 'red', impact: 'red', evidence })
    setClock('2014-09-30')
    await aVerdict(world, town.chair.member, september, 'Show the figures')
    setClock()
  })

  const open = async (as = town.viewer) => (await visit(as, `/actions/${actionId}`)).html

  test('it shows the ratings of the last update that was not sent back, and when and by whom', async () => {
    assert.match(
      wordsOf(await open()),
      /Progress A At risk Impact N Not started Back on track by 30 September 2014 Rated 1 July 2014 at 10:00 by Lena Lead Measure/,
    )
  })

  test('each duty says where it stands', async () => {
    setClock('2015-01-15')
    assert.deepEqual(
      rowsOn(await open(), 'Duties to report').map(([due, state = '']) => [due, state.split(' Read')[0]]),
      [
        ['30 June 2014', 'Accepted'],
        ['30 September 2014', 'Sent back'],
        ['31 December 2014', 'Overdue'],
        ['31 March 2015', 'To come'],
      ],
    )
  })

  test('the lead is led to write where something is open; a viewer is not', async () => {
    const forLead = linksOn(await open(town.lead)).filter((href) => href.startsWith('/updates/'))
    assert.deepEqual(
      forLead,
      points.map((point) => `/updates/${point}`),
    )
    const forViewer = linksOn(await open()).filter((href) => href.startsWith('/updates/'))
    assert.deepEqual(forViewer, [`/updates/${points[0]}`])
  })

  test('every update is kept with its verdict and note, the latest first', async () => {
    assert.match(
      wordsOf(await open()),
      /Updates .*Second words .*Sent back by Chris Chair, 30 September 2014 at 10:00: Show the figures.*First words .*Accepted by Chris Chair/,
    )
  })

  test('evidence is listed with who attached it and when', async () => {
    assert.match(
      wordsOf(await open()),
      /Evidence visits\.csv Text, 3 bytes, Lena Lead, 29 September 2014 at 10:00 Not scanned/,
    )
  })

  test('the history tells every step, the latest first, and the lines it came from', async () => {
    const words = wordsOf(await open())
    const history = words.slice(words.lastIndexOf('History'))
    assert.match(
      history,
      /sent the update back Chris Chair.*sent an update Lena Lead.*accepted the update Chris Chair.*sent an update Lena Lead/,
    )
    assert.match(history, /As published 12 \| 1\.1 \| Open a family hub \|/)
  })

  test('only the manager is offered to change it', async () => {
    assert.ok(linksOn(await open(town.manager)).includes(`/actions/${actionId}/change`))
    for (const as of [town.viewer, town.lead, town.chair]) {
      assert.ok(!linksOn(await open(as)).includes(`/actions/${actionId}/change`))
    }
  })

  test('it leads back to its plan', async () => {
    assert.ok(linksOn(await open()).includes(`/plans/${planId}`))
  })
})
