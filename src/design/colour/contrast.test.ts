import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { difference, seenAs, VISIONS } from './colour-vision.ts'
import { contrast } from './contrast.ts'

describe('contrast', () => {
  test('black on white is 21 to 1, and a colour on itself is 1 to 1', () => {
    assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00')
    assert.equal(contrast('#4a2545', '#4a2545'), 1)
  })

  test('does not care which of the two is the text', () => {
    assert.equal(contrast('#4a2545', '#f8f5f0'), contrast('#f8f5f0', '#4a2545'))
  })

  test('refuses what is not a colour', () => {
    assert.throws(() => contrast('plum', '#ffffff'), RangeError)
  })

  test('the brand can be read on paper and on its panels, as links, quiet words and problems', () => {
    for (const words of ['#4a2545', '#7a2f70', '#6b5478', '#5c5460', '#9c1458', '#1d1a20']) {
      for (const ground of ['#ffffff', '#f8f5f0', '#efe6ed']) {
        assert.ok(contrast(words, ground) >= 4.5, `${words} on ${ground}: ${contrast(words, ground).toFixed(2)}`)
      }
    }
  })
})

describe('colour vision', () => {
  test('white is white to everybody', () => {
    for (const vision of VISIONS) assert.equal(Math.round(seenAs('#ffffff', vision)[0]), 100)
  })

  test('in greyscale only lightness is left', () => {
    const [, a, b] = seenAs('#b3202c', 'greyscale')
    assert.ok(Math.abs(a) < 0.5 && Math.abs(b) < 0.5)
  })

  test('red and green come closer together without the cones that tell them apart', () => {
    assert.ok(difference('#d4351c', '#00703c', 'deuteranopia') < difference('#d4351c', '#00703c', 'full colour') / 2)
  })
})
