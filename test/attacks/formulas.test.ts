import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { aDraftPlan, anAction, aPart } from '../../src/modules/plan/plan.factory.ts'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { visit } from '../support/visit.ts'
import { theHouse } from '../support/visit-house.ts'
import { HOSTILE_INPUTS } from './hostile-inputs.ts'

/** Words that a spreadsheet program may take for a formula: run one, and it can send the sheet away or start a program. */
const FORMULAS = [
  ...HOSTILE_INPUTS.filter(({ kind }) => kind === 'formula').map(({ text }) => `${text}1+1`),
  "=cmd|'/c calc'!A1",
  '+cmd|x',
  '-2+3+cmd|x',
  '@SUM(1+1)*cmd|x',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '＝1+1',
  '＠SUM(A1)',
  "'=1+1",
  '";=1+1',
  '",=1+1,"',
  '=DDE("cmd";"/c calc";"1")',
]

describe('formulas among the words of a plan', () => {
  let town: SmallPartnership
  let planId: string
  before(async () => {
    town = await aSmallPartnership()
    const parts = FORMULAS.map((text) =>
      aPart({ ref: text.slice(0, 20), title: text, why: text, success: text, alignedPlans: [text] }),
    )
    const actions = FORMULAS.map((text, at) =>
      anAction({ ref: text.slice(0, 20), partId: parts[at]?.id ?? null, text, measure: text, leadWords: text }),
    )
    planId = await aDraftPlan((await theHouse()).world, town.manager.member, { title: '=1+1', parts, actions })
  })

  const taken = async (format: string) => (await visit(town.manager, `/plans/${planId}/export/${format}`)).body

  test('begin no cell of the CSV file', async () => {
    const cells: string[] = parse(await taken('csv'), { bom: true, relax_column_count: true }).flat()
    assert.ok(
      cells.some((cell) => cell.includes("cmd|'/c calc'!A1")),
      'they are in the file',
    )
    assert.deepEqual(
      cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell)),
      [],
    )
  })

  test('are words in the Excel file, which has no formula and no way out', async () => {
    const parts = partsOf(await taken('xlsx'))
    assert.match(wordsIn(parts), /cmd\|/)
    assert.deepEqual(
      [...parts.keys()].filter((name) => /externalLink|connections|vba|embed|macro/i.test(name)),
      [],
    )
    for (const [name, text] of parts) assert.doesNotMatch(text, /<f[ >]|<ddeLink|<hyperlink |t="str"/, name)
  })

  test('are words in the OpenDocument file, which has no formula and no way out', async () => {
    const parts = partsOf(await taken('ods'))
    assert.match(wordsIn(parts), /cmd\|/)
    for (const [name, text] of parts) {
      assert.doesNotMatch(text, /table:formula|office:dde|table:dde|script:|xlink:href="(?!#)/, name)
      assert.doesNotMatch(text, /office:value-type="(?!string)/, name)
    }
  })

  function partsOf(body: Buffer): ReadonlyMap<string, string> {
    return new Map(Object.entries(unzipSync(body)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
  }

  function wordsIn(parts: ReadonlyMap<string, string>): string {
    return [...parts.values()].join('')
  }
})
