import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { NOTHING_SAID, type SaidInDocument } from '../plan.ts'
import { endsAsItsWordsSay, joinSaid, withNarrative } from './said.ts'

const saying = (said: Partial<SaidInDocument>): SaidInDocument => ({ ...NOTHING_SAID, ...said })
const joinWords = (first: string | null, second: string | null) =>
  [first, second].filter((words) => words !== null).join(' ') || null
const join = (first: Partial<SaidInDocument>, second: Partial<SaidInDocument>) =>
  joinSaid(saying(first), saying(second), joinWords)

describe('what a document said of how an action went', () => {
  test('ends as its new words say', () => {
    const pending = withNarrative(NOTHING_SAID, 'This report is still pending')
    assert.equal(pending.disposal?.kind, 'not-reported')
    const done = withNarrative(pending, 'Completed in May')
    assert.deepEqual(done.disposal, { kind: 'completed', words: 'Completed' })
    assert.equal(withNarrative(done, null).disposal, null)
  })

  test('keeps an ending that somebody told, whatever its words say next', () => {
    const told = saying({ narrative: 'All good', disposal: { kind: 'stopped', words: '' } })
    assert.equal(endsAsItsWordsSay(told), false)
    assert.deepEqual(withNarrative(told, 'Completed in May').disposal, { kind: 'stopped', words: '' })
    const none = saying({ narrative: 'Completed, or so we hear' })
    assert.equal(withNarrative(none, 'Completed again').disposal, null)
  })

  test('of two rows joined is the words of both, and the ending they state together', () => {
    const { narrative, disposal } = joinSaid(
      withNarrative(NOTHING_SAID, 'The draft is'),
      withNarrative(NOTHING_SAID, 'carried forward to 2015'),
      joinWords,
    )
    assert.equal(narrative, 'The draft is carried forward to 2015')
    assert.equal(disposal?.kind, 'carried-forward')
  })

  test('of two rows joined has a colour only where both have the same, and no word of a rating is lost', () => {
    const [late, slow] = [
      { text: 'Late', key: 'amber' as const },
      { text: 'Slow', key: 'amber' as const },
    ]
    const green = { text: 'Green', key: 'green' as const }
    assert.deepEqual(join({ progressRating: late }, { progressRating: slow }).progressRating, {
      text: 'Late Slow',
      key: 'amber',
    })
    assert.deepEqual(join({ impactRating: late }, { impactRating: green }).impactRating, {
      text: 'Late Green',
      key: null,
    })
    assert.deepEqual(join({ impactRating: null }, { impactRating: green }).impactRating, green)
  })

  test('of two rows joined keeps the ending that was told of either', () => {
    const told = { narrative: 'All good', disposal: { kind: 'merged', words: '' } } as const
    const none = { narrative: 'Completed' }
    assert.equal(join(none, told).disposal?.kind, 'merged')
    assert.equal(join(none, NOTHING_SAID).disposal, null)
  })
})
