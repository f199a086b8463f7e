import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { anAdoptedPlan } from '../plan.factory.ts'
import { aReadDraft } from '../upload-document/read-draft.factory.ts'

describe('the list of plans', () => {
  test('says what waits for the manager, and from which document each draft was read', async () => {
    const house = await theHouse()
    const town = await aSmallPartnership()
    await anAdoptedPlan(house, town.manager.member, { title: 'The running plan' })
    await aReadDraft(
      house.world,
      town.manager.member,
      '| Ref | Action | Lead |\n|---|---|---|\n| 1 | Open a hub | Ann Lee |',
    )
    const words = wordsOf((await visit(town.manager, '/plans')).html)
    assert.match(words, /1 draft waits for you to review and adopt/)
    assert.match(words, /Read from plan\.md, 1[^ ]* \w+ \d{4} at \d/)
    const seen = wordsOf((await visit(town.viewer, '/plans')).html)
    assert.match(seen, /The running plan/)
    assert.doesNotMatch(seen, /draft|Read from/)
  })
})
