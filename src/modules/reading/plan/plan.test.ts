import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { markdownTable, readText } from '../reading.factory.ts'
import { keyOfShade, readRating } from './rating.ts'
import { readDisposal } from './read-disposal.ts'

const TABLE = markdownTable([
  ['Action', 'Due Date', 'Owner'],
  ['Open a family hub in each locality', 'May 2015', 'Ann Lee'],
])

describe('the document around its tables', () => {
  test('a heading glued to a label is cut from it', async () => {
    const [part] = (
      await readText(`OUTCOME 1: Children start well**WHY THIS IS IMPORTANT TO US**\n\nNeed is high\n\n${TABLE}`)
    ).parts
    assert.deepEqual([part?.title, part?.why], ['Children start well', 'Need is high'])
  })

  test('why, how we will know and aligned plans stand under their part', async () => {
    const text = `AIM 2 – Well\n\nWHY THIS IS IMPORTANT TO US\n\nOne.\n\nTwo.\n\nHOW WE WILL KNOW WE ARE SUCCESSFUL Fewer moves\n\nPLANS TO WHICH THIS AIM ALIGNS\n\nHealth plan, Care plan\n\n${TABLE}`
    const [part] = (await readText(text)).parts
    assert.deepEqual(
      [part?.why, part?.success, part?.alignedPlans],
      ['One. Two.', 'Fewer moves', ['Health plan', 'Care plan']],
    )
  })

  test('headings without actions are not parts; the one over everything is the title', async () => {
    const reading = await readText(
      `# Our plan\n\n## Foreword\n\nWelcome.\n\n## Safe\n\n${TABLE}\n\n## Well\n\n${TABLE}`,
      'plan.md',
    )
    assert.equal(reading.title, 'Our plan')
    assert.deepEqual(
      reading.parts.map((part) => part.title),
      ['Safe', 'Well'],
    )
    assert.deepEqual(
      reading.notUnderstood.map((piece) => piece.text),
      ['Foreword', 'Welcome.'],
    )
  })

  const periods: readonly (readonly [string, string])[] = [
    ['Business Plan 2014- 2015', '2014-04-01 2015-04-01'],
    ['Children’s Plan 2010-13', '2010-04-01 2013-04-01'],
    ['Delivery plan 2015/16', '2015-04-01 2016-04-01'],
    ['2020 Action Plan', '2020-01-01 2021-01-01'],
  ]
  test('a title straight over the one table is the title, and no section', async () => {
    const { title, period, parts, actions } = await readText(`# Seaview Plan 2027-28\n\n${TABLE}`)
    assert.deepEqual([title, period?.starts, parts.length], ['Seaview Plan 2027-28', '2027-04-01', 0])
    assert.equal(actions[0]?.part, null)
  })

  for (const [title, expected] of periods) {
    test(`“${title}” runs from ${expected.replace(' ', ' to before ')}, and that is asked about`, async () => {
      const { period, findings } = await readText(`${title}\n\n${TABLE}`)
      assert.equal(`${period?.starts} ${period?.endsBefore}`, expected)
      assert.ok(findings.some((finding) => finding.code === 'period-proposed'))
    })
  }

  test('totals about its own actions are claims, other figures are not', async () => {
    const { claims } = await readText(
      'Of 20 actions 12 were completed. 3 required further work. There are 400 children in care.',
    )
    assert.deepEqual(
      claims.map((claim) => [claim.figure, claim.about]),
      [
        [20, 'actions'],
        [12, 'completed'],
        [3, 'further-work'],
      ],
    )
  })
})

describe('how an action ended is read from its narrative', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['This report is still pending', 'not-reported'],
    ['Carry forward to the 16/17 plan', 'carried-forward'],
    ['Awaiting completion of 8.1 - c/f to next year', 'carried-forward'],
    ['The report is deferred until next year', 'carried-forward'],
    ['This is no longer required', 'stopped'],
    ['Report sent', null],
    ['This has now been completed and sent round', 'completed'],
    ['Report presented to the Board on 2 May', 'completed'],
    ['The draft report has been completed, awaiting the final one', 'in-progress'],
    ['Numbers rose by 3%', null],
  ]
  for (const [narrative, kind] of cases) {
    test(`“${narrative}” is ${kind ?? 'no disposal'}`, () => assert.equal(readDisposal(narrative)?.kind ?? null, kind))
  }
})

test('the words that say so are kept with their dates', () => {
  assert.equal(
    readDisposal('Report presented to the Board on 13.11.14. Well received')?.words,
    'Report presented to the Board on 13.11.14',
  )
})

describe('ratings', () => {
  test('a colour’s word, letter or shade is read; an empty cell is none', () => {
    assert.deepEqual(
      ['Amber', 'RED', 'G', 'Rated blue', 'Complete'].map((text) => readRating(text, null)?.key),
      ['amber', 'red', 'green', 'blue', null],
    )
    assert.equal(readRating('', null), null)
    assert.equal(readRating('', 'FFFFFF'), null)
  })

  test('shades near a colour are that colour; white and black are none', () => {
    assert.deepEqual(['92D050', 'C00000', 'FFFF00', '00B0F0', 'A6A6A6', 'F2F2F2', '000000'].map(keyOfShade), [
      'green',
      'red',
      'amber',
      'blue',
      'grey',
      null,
      null,
    ])
  })
})
