import assert from 'node:assert/strict'
import { test } from 'node:test'
import { period } from '../../../kernel/period.ts'
import { checkStatement } from './check-statement.ts'

const PIECES = [
  'a',
  'a ',
  '1 ',
  '1',
  '1,',
  '.',
  ' ',
  '(',
  'national average of ',
  'gap is to by ',
  'from 1 to ',
  '3 children ',
  'one in five ',
  'higher than ',
  'significantly ',
  'unknown neet ',
  '1% of ',
  'A. ',
  'www.',
  'a@',
  '0123 456 ',
  'aged 1 to 2 and ',
  'of the 2 of the ',
  'above below ',
  '“',
  'boys and girls 1 ',
  'all but ',
  'x'.repeat(50),
]

test('a long text made to be slow is checked to its end', { timeout: 120_000 }, () => {
  for (const piece of PIECES) {
    const text = piece.repeat(Math.ceil(80_000 / piece.length))
    for (const { from, to } of checkStatement(text, { period: period('2014-04-01', '2015-04-01') }))
      assert.ok(from >= 0 && to <= text.length)
  }
})
