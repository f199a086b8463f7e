import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_OF_A_KIND, nextOpen, questionGroups } from './question-groups.ts'
import type { ReviewItem } from './review-item.ts'

const item = (number: number, code = 'measure-missing'): ReviewItem => ({
  ...{ key: `k${number}`, kind: 'question', code, severity: 'advice', message: 'No measure', words: null, why: null },
  ...{ field: 'measure', action: null, actionIds: [], part: null, where: null, answer: null },
})
const answered = (one: ReviewItem): ReviewItem => ({
  ...one,
  answer: { kind: 'left-as-it-is', by: 'Mina', at: Temporal.Instant.from('2014-04-01T00:00:00Z') },
})

test('a thousand questions of a kind come in portions, and one that a link asks for is among them', () => {
  const items = Array.from({ length: 1000 }, (_, at) => item(at))
  const [first] = questionGroups(items, 'open')
  assert.deepEqual([first?.items.length, first?.left, first?.open], [MOST_OF_A_KIND, 1000 - MOST_OF_A_KIND, 1000])
  const [asked] = questionGroups(items, 'open', 'k700')
  assert.ok(asked?.items.some(({ key }) => key === 'k700'))
})

test('after the last of the list the next open one is the first that was passed over', () => {
  const items = [item(1), answered(item(2)), item(3)]
  assert.equal(nextOpen(items, ({ key }) => key === 'k3')?.key, 'k1')
  assert.equal(nextOpen(items, ({ key }) => key === 'k1')?.key, 'k3')
  assert.equal(
    nextOpen(items.map(answered), () => false),
    null,
  )
})
