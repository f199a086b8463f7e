import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAsTyped } from './day-as-typed.ts'

test('a day is read as people and spreadsheet programs write it, the day before the month', () => {
  for (const text of [
    '2015-03-31',
    '31/03/2015',
    '31/3/15',
    '31.03.2015',
    '31-3-2015',
    '31 March 2015',
    '31st Mar 15',
    '31-Mar-15',
  ])
    assert.equal(dayAsTyped(text), '2015-03-31', text)
})

test('what is no day of the calendar is none', () => {
  for (const text of ['', '31/02/2015', '03/31/2015', 'Michaelmas', '31 Foo 2015', '42000', '=TODAY()', '1/1/1'])
    assert.equal(dayAsTyped(text), null, text)
})
