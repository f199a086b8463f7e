import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { anUpdate, aVerdict, firstPointOf } from '../../programme/programme.factory.ts'

describe('all that is held of one person', () => {
  let town: SmallPartnership
  let path: string
  before(async () => {
    town = await aSmallPartnership()
    path = `/people/${town.lead.member.person.id}`
    const { world, ...house } = await theHouse()
    const action = anAction({ dueOn: [day('2014-09-30')], lead: town.lead.member, leadGroupId: town.group })
    await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [action] })
    const point = await firstPointOf(world, town.lead.member, action.id)
    await anUpdate(world, town.lead.member, point, { narrative: 'Two hubs are open' })
    await aVerdict(world, town.chair.member, point, 'Lena Lead should <b>show</b> the figures')
  })

  test('is shown to the manager by kind: what they wrote, and where others name them', async () => {
    const words = wordsOf((await visit(town.manager, `${path}/data`)).html)
    assert.match(words, /Data held of Lena Lead.*Ways in.*Updates 1 record.*Two hubs are open/)
    assert.match(words, /Verdicts of chairs 1 record.*Lena Lead should <b>show<\/b> the figures/)
  })

  test('is handed over as JSON with why each thing is held, and the trail says that it was', async () => {
    const { body, headers } = await visit(town.manager, `${path}/data.json`)
    assert.match(String(headers['content-disposition']), /^attachment/)
    const data: unknown = JSON.parse(body.toString())
    assert.ok(data && typeof data === 'object' && 'person' in data && 'records' in data && 'whatIsHeldAndWhy' in data)
    assert.match(body.toString(), /"email": "[0-9a-f-]+@testing\.example"/)
    assert.doesNotMatch(body.toString(), /"(?:password|token|secret)"/)
    const trail = wordsOf((await visit(town.manager, '/audit?words=took+out+all')).html)
    assert.match(trail, /1 entry found/)
  })

  test('is nobody else’s to see', async () => {
    for (const as of [town.viewer, town.lead, town.chair]) assert.equal((await visit(as, `${path}/data`)).status, 404)
  })
})
