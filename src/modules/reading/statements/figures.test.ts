import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { withRoles } from './figure-roles.ts'
import { maskNames } from './mask-names.ts'
import { measureIn } from './measures-of-children.ts'
import { fractionsIn } from './number-words.ts'
import { readFigures } from './read-figures.ts'
import { paragraphsOf, sentencesOf } from './sentences.ts'

const read = (text: string) => readFigures(text).map(({ value, unit }) => [value, unit])

describe('figures in prose', () => {
  const cases: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
    [
      '42,800 children of 157,700',
      [
        [42_800, 'count'],
        [157_700, 'count'],
      ],
    ],
    [
      '12.5% and 13 per cent',
      [
        [12.5, 'percent'],
        [13, 'percent'],
      ],
    ],
    [
      'up 3 percentage points, 1.5 points',
      [
        [3, 'points'],
        [1.5, 'points'],
      ],
    ],
    [
      '60 per 10,000 and 212 per 100,000',
      [
        [60, 'per-10000'],
        [212, 'per-100000'],
      ],
    ],
    [
      'twenty-five families, three wards',
      [
        [25, 'count'],
        [3, 'count'],
      ],
    ],
    [
      '28 weeks, 10 working days',
      [
        [28, 'duration'],
        [10, 'duration'],
      ],
    ],
    [
      '77%, then 79%.',
      [
        [77, 'percent'],
        [79, 'percent'],
      ],
    ],
  ]
  for (const [text, figures] of cases) test(text, () => assert.deepEqual(read(text), figures))

  test('years, dates, ages, key stages, references, money, telephones and addresses count nothing', () => {
    for (const text of [
      'in 2014/15, from 2013 to 2016 and on 31.3.15',
      'on 2 October 2014, by March 2016',
      'aged 16-19, under 5s, two-year-olds, 3 and 4 year olds, Year 6',
      'KS2 and key stage 4, level 3, 5+ GCSEs A*-C, grade 5',
      'actions 4.12 and 4.13, section 47, phase 2, Q3, priority 1',
      '£3 million, £2.50, 500 pounds',
      'call 01632 960983, write to AB12 3CD, see www.example.org/2 or 4@example.org',
      'ranked 59th of 151, at 3.30pm, between 1 and 2 years',
      'one of the best, one another, one-to-one, one in five',
    ])
      assert.deepEqual(read(text), [], text)
  })

  test('what a figure is in its sentence is told by the words beside it', () => {
    const roles = (text: string) => withRoles(text, readFigures(text)).map(({ value, role }) => `${value} ${role}`)
    assert.deepEqual(roles('It dropped by 4% to 12%, and so is 3% below the national average of 15%.'), [
      '4 difference',
      '12 own',
      '3 difference',
      '15 comparator',
    ])
    assert.deepEqual(roles('77% compared to 79% nationally, up from 72% the previous year'), [
      '77 own',
      '79 comparator',
      '72 prior',
    ])
    assert.deepEqual(roles('The gap between the groups is now 18%, against a target of 15%.'), ['18 gap', '15 target'])
  })

  test('shares in words are read with their worth', () => {
    const worth = (text: string) => fractionsIn(text).map(({ percent }) => Math.round(percent))
    assert.deepEqual(
      worth('one in five, two thirds, a quarter, half, 3 out of 4, six in ten'),
      [20, 67, 25, 50, 75, 60],
    )
    assert.deepEqual(worth('the third meeting, in quarter 2, five in one'), [])
  })
})

test('blotting out what counts nothing leaves every place as it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(maskNames(text).length, text.length)))
})

test('sentences hold every word of their paragraph, in order, at the places they name', () => {
  const words = fc.constantFrom('Word', 'e.g.', '3.5%', 'Dr.', 'No.', 'end.', '(Then', 'why?', '•', '\n', '“Yes.”')
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (list) => {
      const text = list.join(' ')
      for (const paragraph of paragraphsOf(text)) {
        const sentences = sentencesOf(paragraph)
        for (const sentence of sentences)
          assert.equal(text.slice(sentence.from, sentence.from + sentence.text.length), sentence.text)
        const squeeze = (words: string) => words.replace(/\s+/g, '')
        assert.equal(squeeze(sentences.map(({ text: words }) => words).join('')), squeeze(paragraph.text))
      }
    }),
  )
})

test('a sentence does not end at a short form or inside a figure', () => {
  const count = (text: string) => sentencesOf({ text, from: 0 }).length
  assert.equal(count('See e.g. Figure 2 and approx. 3.5% of them. Then stop.'), 2)
})

test('which way is better is known by the words of a measure, and not made up', () => {
  const better = (words: string) => measureIn(words)?.better ?? null
  assert.deepEqual(
    [
      'NEET',
      'GCSE results',
      'first-time entrants',
      'the gap between groups',
      'looked after children',
      'our new hub',
    ].map(better),
    ['low', 'high', 'low', 'low', 'context', null],
  )
})
