import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bytesOf, readBytes, readText } from '../reading.factory.ts'
import { encodeAs, encodeWide } from '../sheets.factory.ts'

const NAMES = ['Ref', 'Action', 'Measure', 'Due Date', 'Lead']
const ROWS = [
  ['1.1', 'Open the hub, with partners; for families', '40 families', 'May 2015', 'Ann Lee'],
  ['1.2', 'Train staff', '90%', 'June 2015', 'Bob Ray'],
]
const quoted = (separator: string, rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n')
const PLAN = 'Ref,Action,Measure,Due Date,Lead\r\n1.1,Open the children’s hub – at £5,40 families,May 2015,Ann Lee\r\n'

describe('separated values are read', () => {
  for (const [what, separator] of Object.entries({ commas: ',', semicolons: ';', tabs: '\t', bars: '|' })) {
    test(`with ${what} between them, quoted or not, named .csv or not`, async () => {
      for (const name of ['plan.csv', 'plan.txt']) {
        if (name === 'plan.txt' && separator !== '\t') continue
        const reading = await readText(quoted(separator, [NAMES, ...ROWS]), name)
        assert.deepEqual(
          reading.actions.map(({ ref, text, leadWords }) => [ref, text, leadWords]),
          ROWS.map(([ref, text, , , lead]) => [ref, text, lead]),
        )
      }
      const bare = [NAMES, ...ROWS.slice(1)].map((row) => row.join(separator)).join('\n')
      assert.equal((await readText(bare, 'plan.csv')).actions[0]?.measure, '90%')
    })
  }

  test('a line that names the separator is obeyed, and is no row', async () => {
    const reading = await readText(`sep=;\n${quoted(';', [NAMES, ...ROWS])}`, 'plan.csv')
    assert.equal(reading.actions.length, 2)
    assert.deepEqual(reading.actions[0]?.where, { line: 3, endLine: 3 })
    assert.deepEqual(reading.notUnderstood, [])
  })

  test('a title over the names with empty cells after it is the title', async () => {
    const reading = await readText(`Harbour plan 2015/16,,,,\n,,,,\n${quoted(',', [NAMES, ...ROWS])}`, 'plan.csv')
    assert.equal(reading.title, 'Harbour plan 2015/16')
    assert.equal(reading.actions.length, 2)
  })

  test('values that no name says are separated are found by their even rows; prose with commas is not', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => [
      `1.${at + 1}`,
      'Open the hub',
      '40 families',
      'May 2015',
      'Ann Lee',
    ])
    assert.equal((await readText(quoted(';', [NAMES, ...rows]), 'plan.txt')).actions.length, 6)
    const prose = 'We work with schools, the police, health, and parents.\n'.repeat(8)
    assert.equal((await readText(prose, 'plan.txt')).notUnderstood.length, 8)
  })

  test('a quoted cell that runs over lines is one cell, between commas and between tabs', async () => {
    const rows = [NAMES, ['1.1', 'Open the hub\nand run it', '40 families', 'May 2015', 'Ann Lee']]
    for (const [name, separator] of [
      ['plan.csv', ','],
      ['plan.tsv', '\t'],
    ] as const) {
      const [action] = (await readText(quoted(separator, rows), name)).actions
      assert.deepEqual([action?.text, action?.where], ['Open the hub and run it', { line: 2, endLine: 3 }])
    }
  })
})

describe('letters are read whatever way they are kept, and what was assumed is said', () => {
  const cases: readonly [string, Uint8Array, boolean][] = [
    ['UTF-8', bytesOf(PLAN), false],
    ['UTF-8 with a mark', bytesOf(`\ufeff${PLAN}`), false],
    ['UTF-16 with a mark', encodeWide(`\ufeff${PLAN}`, 'little'), false],
    ['UTF-16 with a mark, the other way round', encodeWide(`\ufeff${PLAN}`, 'big'), false],
    ['UTF-16 without a mark', encodeWide(PLAN, 'little'), true],
    ['UTF-16 without a mark, the other way round', encodeWide(PLAN, 'big'), true],
    ['Windows-1252', encodeAs('windows-1252', PLAN), true],
    ['Mac Roman', encodeAs('macintosh', PLAN), true],
    ['Mac Roman with old line ends', encodeAs('macintosh', PLAN.replaceAll('\r\n', '\r')), true],
  ]
  for (const [what, content, isAssumed] of cases) {
    test(what, async () => {
      const reading = await readBytes(content, 'plan.csv')
      assert.deepEqual([reading.actions[0]?.ref, reading.actions[0]?.text], ['1.1', 'Open the children’s hub – at £5'])
      assert.equal(
        reading.findings.some(({ code }) => code === 'old-encoding'),
        isAssumed,
      )
    })
  }
})
