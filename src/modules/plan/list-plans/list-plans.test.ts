import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { aDraftPlan, anAdoptedPlan } from '../plan.factory.ts'
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

  test('of more plans than a page holds, the rest stand on the next, and all are counted', async () => {
    const { world } = await theHouse()
    const town = await aSmallPartnership()
    for (let at = 0; at < 203; at++) await aDraftPlan(world, town.manager.member, { title: `Plan ${at}`, actions: [] })
    const { html } = await visit(town.manager, '/plans')
    assert.match(wordsOf(html), /There are 203 plans\. This is page 1 of 2/)
    assert.match(wordsOf(html), /203 drafts wait for you/)
    const next = await visit(town.manager, '/plans?page=2')
    assert.match(wordsOf(next.html), /Plan 2 .*Plan 1 .*Plan 0 /)
    assert.match(wordsOf((await visit(town.viewer, '/plans')).html), /There is no plan yet/)
  })
})
