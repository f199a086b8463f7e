import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, SAID, sentAt, write } from '../../../../../test/support/partnership-duty.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { findChanges } from '../../../audit/index.ts'

describe('two people writing one update', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('of two who write the same update, the second sees what the first saved before replacing it', async () => {
    const point = await aDuty(town)
    await write(town.lead, point, { step: 'save', narrative: 'Two hubs are open' })
    const second = await write(town.manager, point, { step: 'save', narrative: 'Three hubs', seen: '' })
    assert.equal(second.status, 422)
    assert.match(wordsOf(second.html), /Lena Lead saved this update meanwhile\. Both texts are below/)
    assert.match(wordsOf(second.html), /Lena Lead’s words alone, to copy from Two hubs are open/)
    assert.match(wordsOf(second.html), /What happens next Choose a room for the fourth hub/)
    assert.equal(valueOn(second.html, 'narrative'), 'Three hubs')
    const seen = valueOn(second.html, 'seen') ?? ''
    const replaced = await write(town.manager, point, { step: 'save', narrative: 'Three hubs', seen })
    assert.equal(replaced.location, '/updates?done=saved')
  })

  test('of two saves at the same moment one is kept, and the other is told with both texts', async () => {
    const point = await aDuty(town)
    const both = { lead: 'Two hubs are open', manager: 'Three hubs are open' }
    const answers = await Promise.all([
      write(town.lead, point, { step: 'save', narrative: both.lead, seen: '' }),
      write(town.manager, point, { step: 'save', narrative: both.manager, seen: '' }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422])
    const told = answers.find(({ status }) => status === 422)?.html ?? ''
    assert.match(told, /trellis-changes__cut[\s\S]*trellis-changes__added/)
    for (const words of Object.values(both)) assert.match(told, new RegExp(words))
    const { world } = await theHouse()
    const trail = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [point], 10))
    assert.equal(trail.length, 1, 'nothing was replaced')
  })

  test('whoever keeps theirs in place of another’s leaves the other’s words in the audit trail', async () => {
    const point = await aDuty(town)
    await write(town.lead, point, { step: 'save', narrative: 'Two hubs are open' })
    const { html } = await write(town.manager, point, { step: 'save', narrative: 'Three hubs', seen: '' })
    await write(town.manager, point, { step: 'save', narrative: 'Three hubs', seen: valueOn(html, 'seen') ?? '' })
    const { world } = await theHouse()
    const [last] = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [point], 10))
    assert.equal(last?.what, 'saved a draft update in place of Lena Lead’s')
    assert.deepEqual(last?.before, { ...SAID, narrative: 'Two hubs are open' })
  })

  test('an update sent by somebody else meanwhile is shown beside what was typed, and mine can correct it', async () => {
    const point = await aDuty(town)
    const began = await visit(town.manager, `/updates/${point}`)
    await write(town.lead, point)
    const version = valueOn(began.html, 'version') ?? ''
    const late = await write(town.manager, point, { narrative: 'Mine, typed with care', version })
    assert.equal(late.status, 422)
    assert.match(wordsOf(late.html), /Lena Lead sent this update while you wrote.*Two hubs are open/)
    assert.equal(valueOn(late.html, 'narrative'), 'Mine, typed with care')
    const sent = await write(town.manager, point, {
      step: 'correct',
      narrative: 'Mine, typed with care',
      reason: 'It left out the third hub',
      version: valueOn(late.html, 'version') ?? '',
    })
    assert.equal(sent.location, '/updates?done=corrected')
  })

  test('two different forms sent at once send one update: the other finds it sent', async () => {
    const point = await aDuty(town)
    const answers = await Promise.all([
      write(town.lead, point, { narrative: 'One' }),
      write(town.lead, point, { narrative: 'Two' }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422])
    const late = answers.find(({ status }) => status === 422)
    assert.match(wordsOf(late?.html ?? ''), /This update was sent meanwhile\. What you wrote is kept below/)
    assert.match(wordsOf(late?.html ?? ''), /What you wrote (One|Two)/)
    assert.equal((await sentAt(town, point)).length, 1)
  })
})
