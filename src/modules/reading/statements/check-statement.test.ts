import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { period } from '../../../kernel/period.ts'
import { checkStatement } from './check-statement.ts'
import { LABELLED_MINUTES } from './labelled-minutes.factory.ts'
import { LABELLED_NEEDS } from './labelled-needs.factory.ts'
import { LABELLED_REPORT } from './labelled-report.factory.ts'
import { LABELLED_UPDATES } from './labelled-updates.factory.ts'

const YEAR = period('2014-04-01', '2015-04-01')

const TEXTS = {
  report: LABELLED_REPORT,
  updates: LABELLED_UPDATES,
  'needs assessment': LABELLED_NEEDS,
  minutes: LABELLED_MINUTES,
}

for (const [what, paragraphs] of Object.entries(TEXTS)) {
  describe(`an invented ${what}, with the questions a careful colleague would ask`, () => {
    for (const { text, asks } of paragraphs) {
      const name = asks.length === 0 ? 'nothing is asked of' : `${asks.join(' and ')} is asked of`
      test(`${name}: ${text}`, () => assert.deepEqual(codes(text), [...asks].sort()))
    }

    test('at least half of its paragraphs raise nothing', () => {
      const quiet = paragraphs.filter(({ asks }) => asks.length === 0).length
      assert.ok(quiet * 2 >= paragraphs.length, `${quiet} of ${paragraphs.length}`)
    })
  })
}

function codes(text: string): string[] {
  return checkStatement(text, { period: YEAR })
    .map(({ code }) => code)
    .sort()
}

test('whatever is typed, nothing throws, and what is quoted stands in the text', () => {
  const words = fc.constantFrom(
    '12%',
    '1 in 5',
    'from',
    'to',
    'gap of',
    '3 children',
    'above the national average',
    '(',
    ')',
    '.',
    '£3',
    'two thirds',
    'of the',
    '2014/15',
    'per 10,000',
    '\n',
    '–',
    '0',
    '1,000',
    'halved',
    'respectively',
    'boys',
    'girls',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
      ),
      (text) => {
        for (const question of checkStatement(text, { period: YEAR })) {
          assert.equal(text.slice(question.from, question.to), question.words)
          assert.match(question.message, /\?/)
        }
      },
    ),
    { numRuns: 300 },
  )
})
