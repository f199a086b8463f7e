import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, sentAt, write } from '../../../../../test/support/partnership-duty.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { wordsOf } from '../../../../../test/support/visit-words.ts'

const SMALL = 'Only 3 children waited longer than a year for adoption.'
const GAP = 'Eligible pupils reached 48% and other pupils 69%. The gap is 25%.'

describe('questions about the words of an update', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('a lead who saves sees what would be asked, a count that could name a child first', async () => {
    const point = await aDuty(town)
    const saved = await write(town.lead, point, { step: 'save', narrative: `${GAP}\n${SMALL}` })
    assert.equal(saved.location, `/updates/${point}?done=saved`)
    const words = wordsOf((await visit(town.lead, saved.location ?? '')).html)
    assert.match(words, /Your draft is saved\. The chair does not see it until you send it\. There are questions/)
    assert.match(words, /1 sentence could let a child be recognised “3 children”.*You wrote: “Only 3 children waited/)
    assert.match(words, /recognised.*What a careful colleague would ask The gap is said to be 25%.*69 − 48 = 21/)
    assert.match(words, /None of them stops you sending/)
  })

  test('what is asked about can be sent as it stands, and the chair sees the questions beside it', async () => {
    const point = await aDuty(town)
    assert.equal((await write(town.lead, point, { narrative: SMALL })).location, '/updates?done=sent')
    assert.equal((await sentAt(town, point))[0]?.narrative, SMALL)
    assert.match(
      wordsOf((await visit(town.chair, `/updates/${point}`)).html),
      /could let a child be recognised.*It says:/,
    )
    assert.doesNotMatch((await visit(town.viewer, `/updates/${point}`)).html, /could let a child be recognised/)
  })

  test('words that raise nothing are saved without a word about it', async () => {
    const point = await aDuty(town)
    const saved = await write(town.lead, point, { step: 'save', narrative: 'Two hubs are open.' })
    assert.equal(saved.location, '/updates?done=saved')
    assert.doesNotMatch(
      (await visit(town.lead, `/updates/${point}`)).html,
      /careful colleague would ask<|id="questions"/,
    )
  })

  test('when something is missing, the questions stand beside what was typed', async () => {
    const point = await aDuty(town)
    const refused = await write(town.lead, point, { narrative: SMALL, progress: '' })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /could let a child be recognised/)
  })
})
