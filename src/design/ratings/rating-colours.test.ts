import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { difference, VISIONS } from '../colour/colour-vision.ts'
import { contrast } from '../colour/contrast.ts'
import { RATING_KEYS, ratingColours } from './rating-colours.ts'

/** Well past "plain at a glance", so that a poor projector and a cheap printer leave enough. */
const FAR_ENOUGH = 12

describe('the rating colours', () => {
  for (const key of RATING_KEYS) {
    const { solid, ink, edge } = ratingColours[key]
    test(`${key} can be read: its words stand out at 4.5 to 1`, () => {
      assert.ok(contrast(solid, ink) >= 4.5, `${contrast(solid, ink)}`)
    })
    test(`${key} has an edge that stands out from paper at 3 to 1`, () => {
      assert.ok(contrast(edge, '#ffffff') >= 3, `${contrast(edge, '#ffffff')}`)
    })
  }

  for (const vision of VISIONS) {
    test(`are all told apart in ${vision}`, () => {
      const solids = Object.fromEntries(RATING_KEYS.map((key) => [key, ratingColours[key].solid]))
      assert.deepEqual(tooClose(solids, vision), [])
    })
  }

  test('traffic-light red and green of one lightness would be refused', () => {
    assert.deepEqual(tooClose({ red: '#d4351c', green: '#00703c' }, 'full colour'), [])
    assert.equal(tooClose({ red: '#9c4a00', green: '#6a6a00' }, 'greyscale').length, 1)
    assert.equal(tooClose({ red: '#b54a00', green: '#7a6d00' }, 'deuteranopia').length, 1)
  })

  test('each has a letter and a shape of its own', () => {
    const colours = Object.values(ratingColours)
    assert.equal(new Set(colours.map(({ letter }) => letter)).size, colours.length)
    assert.equal(new Set(colours.map(({ shape }) => shape)).size, colours.length)
  })
})

function tooClose(colours: Readonly<Record<string, string>>, vision: (typeof VISIONS)[number]): readonly string[] {
  const entries = Object.entries(colours)
  return entries.flatMap(([one, oneHex], at) =>
    entries.slice(at + 1).flatMap(([other, otherHex]) => {
      const apart = difference(oneHex, otherHex, vision)
      return apart < FAR_ENOUGH ? [`${one} and ${other} are ${apart.toFixed(1)} apart in ${vision}`] : []
    }),
  )
}
