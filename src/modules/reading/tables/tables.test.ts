import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { markdownTable, readText } from '../reading.factory.ts'
import { readColumnNames } from './column-names.ts'

const ROW = ['1.11', 'Open a family hub in each locality of the borough', '40 families', 'May 2015', 'Ann Lee']

describe('a plan’s table is understood whatever its columns are called', () => {
  const headers: readonly (readonly string[])[] = [
    ['Ref', 'What we will do', 'How we will know', 'By when', 'Responsible officer'],
    ['No.', 'Milestone', 'Success Criteria', 'Target Date', 'Owner'],
    ['Reference', 'Recommendation', 'KPI', 'Deadline', 'Led by'],
    ['#', 'Key activity', 'What does success look like?', 'Time scale', 'Lead: Care group'],
  ]
  for (const names of headers) {
    test(names.join(', '), async () => {
      const [action] = (await readText(markdownTable([names, ROW]))).actions
      assert.deepEqual([action?.ref, action?.text, action?.measure, action?.timescale?.text, action?.leadWords], ROW)
    })
  }

  test('names that stand a column off their cells are put over the right ones', async () => {
    const table = markdownTable([
      ['Objective 1', '', 'Action', 'Measure', 'Time scale', 'Lead', ''],
      ['1.1', 'Well children', ...ROW],
      ['', '', '1.12', ...ROW.slice(1)],
    ])
    const reading = await readText(table)
    assert.deepEqual(
      reading.actions.map((action) => action.measure),
      ['40 families', '40 families'],
    )
    assert.deepEqual(
      reading.parts.map((part) => [part.ref, part.title]),
      [['1.1', 'Well children']],
    )
  })

  test('“Milestone” is the action where it stands beside “Action”', async () => {
    const [action] = (
      await readText(
        markdownTable([
          ['Action', 'Milestone', 'Due Date'],
          ['Hubs', 'Open a family hub in each locality', 'May 2015'],
        ]),
      )
    ).actions
    assert.equal(action?.text, 'Open a family hub in each locality')
  })

  test('a row with a tab too few is moved back under its names', async () => {
    const rows = [
      ['', '', 'Action', '', 'Measure', 'Comments'],
      ['1.1', 'Well children', '1.11', 'Open a family hub', 'Report', 'Done'],
      ['', '1.12', 'Train the staff of hubs', 'Report', 'Begun', ''],
    ]
    const reading = await readText(rows.map((row) => row.join('\t')).join('\n'))
    assert.deepEqual(
      reading.actions.map((action) => [action.ref, action.text, action.narrative]),
      [
        ['1.11', 'Open a family hub', 'Done'],
        ['1.12', 'Train the staff of hubs', 'Begun'],
      ],
    )
  })

  test('a table of something else holds no action, and is offered for what it is', async () => {
    const rows = [
      ['Risk', 'Likelihood', 'Impact'],
      ['Staff leave', 'Possible', 'Severe'],
    ]
    const reading = await readText(markdownTable(rows))
    assert.deepEqual(reading.actions, [])
    assert.deepEqual(
      reading.tables?.map((table) => [table.kind, table.columns, table.rows]),
      [['risk-register', rows[0], [rows[1]]]],
    )
  })

  test('columns with no field of their own are kept beside the action', async () => {
    const [action] = (
      await readText(
        markdownTable([
          ['Action', 'Funding', 'Due Date'],
          ['Open a family hub in each locality', '£40,000', 'May 2015'],
        ]),
      )
    ).actions
    assert.deepEqual(action?.others, [{ column: 'Funding', text: '£40,000' }])
  })
})

test('a row of names takes two known names, one of them for the action', () => {
  const names = (...texts: string[]) =>
    readColumnNames(texts.map((text, column) => ({ text, column })))?.map((name) => name.role) ?? null
  assert.deepEqual(names('Objective 2', '', 'Action', 'Measure'), ['part', 'action', 'measure'])
  assert.deepEqual(names('Progress Rating (BRAG)', 'Action', 'Why'), ['progress', 'action', 'other'])
  assert.equal(names('Measure', 'Timescale'), null)
  assert.equal(names('Action'), null)
})
