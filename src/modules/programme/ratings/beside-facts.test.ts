import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import type { RatingKey } from '../../reading/index.ts'
import { type ChosenRating, comparable, compareChoice, tallyBy, tallyOf } from './beside-facts.ts'

const chose = (chosen: RatingKey, suggested: RatingKey | null | undefined, body = 'Early help'): ChosenRating => ({
  sentOn: day('2014-10-15'),
  body,
  organisation: null,
  chosen,
  suggested: suggested === undefined ? null : { rating: suggested, reason: 'So the calendar says.' },
  scheme: DEFAULT_RATING_SCHEME,
})

describe('ratings beside what the facts suggested', () => {
  test('by the order of the scheme a choice is better, worse or the same', () => {
    assert.equal(compareChoice(chose('green', 'red')), 'better')
    assert.equal(compareChoice(chose('red', 'amber')), 'worse')
    assert.equal(compareChoice(chose('amber', 'amber')), 'same')
  })

  test('without a suggestion nothing is compared, and of what was sent before it was kept nothing is known', () => {
    assert.equal(compareChoice(chose('green', null)), 'none-suggested')
    assert.equal(compareChoice(chose('green', undefined)), 'not-kept')
  })

  test('each update is counted once, whatever it is grouped by, and the denominator is what could be compared', () => {
    const all = [
      chose('green', 'red'),
      chose('green', null),
      chose('amber', 'amber', 'Safe'),
      chose('red', undefined, 'Safe'),
    ]
    const groups = tallyBy(all, ({ body }) => body ?? '')
    assert.deepEqual(
      groups.map(({ name, total }) => [name, total]),
      [
        ['Early help', 2],
        ['Safe', 2],
      ],
    )
    assert.equal(comparable(tallyOf(all)), 2)
  })
})
