import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutAtWord } from './cut-at-word.ts'

test('a text that is short enough stays, in one line', () => {
  assert.equal(cutAtWord(' Two hubs\n are open. ', 30), 'Two hubs are open.')
})

test('a longer one is cut after a whole word, and says that more follows', () => {
  assert.equal(cutAtWord('Two hubs are open, and a third will be', 18), 'Two hubs are open…')
  assert.equal(cutAtWord('Two hubs are open, and a third will be', 16), 'Two hubs are…')
  assert.equal(cutAtWord('Two hubs are open, and a third will be', 20), 'Two hubs are open…')
  assert.equal(cutAtWord('Kindertageseinrichtung offen', 10), 'Kindertage…')
})

test('whatever is cut is how the text begins, and no longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const line = text.replaceAll(/\s+/gu, ' ').trim()
      const cut = cutAtWord(text, most)
      assert.ok(Array.from(cut).length <= Math.max(most + 1, 1))
      assert.ok(line.startsWith(cut === line ? cut : cut.slice(0, -1)))
    }),
  )
})
