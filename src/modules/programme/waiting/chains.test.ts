import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { columnsOf, longestChains } from './chains.ts'

const waits = ['d on c', 'c on a', 'd on a', 'e on b', 'f on c'].map((words) => {
  const [from = '', on = ''] = words.split(' on ')
  return { from, on }
})

describe('chains of waits', () => {
  test('the longest comes first, from what waits to what waits for nothing', () => {
    assert.deepEqual(longestChains(['a', 'b', 'c', 'd', 'e', 'f'], waits), [
      ['d', 'c', 'a'],
      ['f', 'c', 'a'],
      ['e', 'b'],
    ])
    assert.deepEqual(longestChains(['a'], []), [])
  })

  test('whatever waits stands to the right of all it waits for', () => {
    const columns = columnsOf(waits)
    for (const { from, on } of waits) assert.ok((columns.get(from) ?? 0) > (columns.get(on) ?? 0))
    assert.deepEqual(
      [...'abcdef'].map((node) => columns.get(node)),
      [0, 0, 1, 2, 1, 2],
    )
  })

  test('a thousand in a row are one chain', () => {
    const long = Array.from({ length: 1000 }, (_, at) => ({ from: at + 1, on: at }))
    assert.equal(longestChains([], long)[0]?.length, 1001)
  })
})
