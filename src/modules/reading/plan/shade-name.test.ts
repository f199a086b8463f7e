import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { nameOfShade } from './shade-name.ts'

describe('what a shade is called', () => {
  test('the shades of an office’s palette have the names people give them', () => {
    const named = Object.entries({
      FF0000: 'red',
      C00000: 'red',
      FFC000: 'yellow',
      FFFF00: 'yellow',
      ED7D31: 'orange',
      '92D050': 'lime green',
      '00B050': 'green',
      '006100': 'dark green',
      '00B0F0': 'blue',
      '002060': 'dark blue',
      '7030A0': 'purple',
      FF66CC: 'pink',
      '00C7B1': 'turquoise',
      BFBFBF: 'grey',
      '404040': 'dark grey',
      FFFFFF: 'white',
      '000000': 'black',
      FFC7CE: 'light red',
      C6EFCE: 'light green',
    })
    assert.deepEqual(
      named.map(([shade]) => [shade, nameOfShade(shade)]),
      named,
    )
  })

  test('every shade has a name', () => {
    const shades = fc.integer({ min: 0, max: 0xffffff }).map((number) => number.toString(16).padStart(6, '0'))
    fc.assert(fc.property(shades, (shade) => /^[a-z]+(?: [a-z]+){0,2}$/.test(nameOfShade(shade.toUpperCase()))))
  })
})
