import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { aReadDraft } from '../upload-document/read-draft.factory.ts'

describe('the review of a draft', () => {
  const reviewOf = async (document: string) => {
    const { world } = await theHouse()
    const town = await aSmallPartnership()
    const planId = await aReadDraft(world, town.manager.member, document)
    return wordsOf((await visit(town.manager, `/plans/${planId}/review`)).html)
  }

  test('says what to do, and where the end of it is', async () => {
    const words = await reviewOf('| Ref | Action | Lead |\n|---|---|---|\n| 1 | Open a hub | Ann Lee |')
    assert.match(words, /1 action was read from plan\.md/)
    assert.match(words, /Say first from when to when the plan runs/)
    assert.match(words, /go through the \d+ open questions? , then adopt the plan/)
    assert.match(words, /Adopt this plan/)
  })

  test('of a plan of many headings folds their list', async () => {
    const aims = Array.from(
      { length: 13 },
      (_, at) => `| Aim ${at + 1}: To grow ${at} | | |\n| ${at + 1}.1 | Open hub ${at} | Ann Lee |`,
    )
    const words = await reviewOf(`| Ref | Action | Lead |\n|---|---|---|\n${aims.join('\n')}`)
    assert.match(words, /Go to one of the 13 headings/)
  })

  test('of a document in which no action was found says so, and how to go on', async () => {
    const words = await reviewOf('Minutes of the meeting in May.')
    assert.match(words, /No action was found in this document/)
    assert.match(words, /say what its columns hold.*passages.*hand over another/)
    assert.doesNotMatch(words, /Adopt this plan/)
  })
})
