import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { circleClosedBy, type Wait } from './circle.ts'

const wait = (words: string): Wait<string> => {
  const [from = '', on = ''] = words.split(' on ')
  return { from, on }
}

describe('a circle of waits', () => {
  test('is named from whoever would wait, by what it would wait for, back to it', () => {
    const waits = ['b on c', 'c on d', 'x on c'].map(wait)
    assert.deepEqual(circleClosedBy(waits, wait('d on b')), ['d', 'b', 'c'])
    assert.deepEqual(circleClosedBy(waits, wait('c on b')), ['c', 'b'])
    assert.deepEqual(circleClosedBy([], wait('a on a')), ['a'])
  })

  test('is not there where two wait for the same, or one for two', () => {
    const waits = ['a on c', 'b on c', 'a on d'].map(wait)
    assert.equal(circleClosedBy(waits, wait('b on d')), null)
    assert.equal(circleClosedBy(waits, wait('a on b')), null)
  })

  test('whatever is added while circles are refused, nothing ever waits for itself', () => {
    const node = fc.integer({ min: 0, max: 7 })
    fc.assert(
      fc.property(fc.array(fc.record({ from: node, on: node }), { maxLength: 40 }), (asked) => {
        const waits: Wait<number>[] = []
        for (const one of asked) {
          const circle = circleClosedBy(waits, one)
          if (circle === null) waits.push(one)
          else assert.ok(circle[0] === one.from && (circle.length === 1 || circle[1] === one.on))
        }
        for (const { from } of waits) assert.ok(!reaches(waits, from, from))
      }),
    )
  })
})

function reaches(waits: readonly Wait<number>[], from: number, to: number): boolean {
  const seen = new Set<number>()
  const next = waits.filter((one) => one.from === from).map(({ on }) => on)
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (node === to) return true
    if (seen.has(node)) continue
    seen.add(node)
    next.push(...waits.filter((one) => one.from === node).map(({ on }) => on))
  }
  return false
}
