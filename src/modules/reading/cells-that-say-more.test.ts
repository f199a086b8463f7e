import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PlanReading } from './plan-reading.ts'
import { markdownTable, readText } from './reading.factory.ts'

const table = (...rows: readonly (readonly string[])[]) => readText(markdownTable(rows), 'plan.md')
const page = (names: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const cell = (text: string) =>
    `<td>${text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</td>`
  const body = [names, ...rows].map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
  return readText(`<html><body><h1>Plan</h1><table>${body}</table></body></html>`, 'plan.html')
}
const told = (reading: PlanReading) =>
  reading.actions.map(({ ref, text, leadWords, timescale }) => [ref, text, leadWords, timescale?.text ?? null])

describe('one cell that says what other tables have columns for', () => {
  test('who leads and by when stand under the action', async () => {
    const reading = await table(
      ['What we will do', 'How we will know'],
      ['Double the places for interns Owner: Post-16 Lead Due: Sept 2025', '40 interns'],
      ['Offer a yearly health check Owner: ICB Due: March 2026', '75% checked'],
    )
    assert.deepEqual(told(reading), [
      [null, 'Double the places for interns', 'Post-16 Lead', 'Sept 2025'],
      [null, 'Offer a yearly health check', 'ICB', 'March 2026'],
    ])
    assert.ok(reading.recognised?.some(({ text, as }) => text === 'Due' && as === 'label'))
  })

  test('a colon in an action of a table with a column for leads is part of the action', async () => {
    const reading = await table(
      ['Action', 'Lead', 'When'],
      ['Name a safeguarding Lead: one for each school', 'Head of Inclusion', 'May 2025'],
    )
    assert.equal(reading.actions[0]?.text, 'Name a safeguarding Lead: one for each school')
  })

  test('who and when stand in one column, either first', async () => {
    const reading = await table(
      ['What', 'Who and when', 'Success looks like'],
      ['Write to every family', 'J Smith, March 2025', 'All have the letter'],
      ['Hold assemblies on belonging', 'Heads of Year, Easter 2025', '80% say they belong'],
      ['Begin a breakfast club', 'from May 2025 – A Rahman / PTA', '25 pupils a day'],
    )
    assert.deepEqual(
      told(reading).map(([, , lead, when]) => [lead, when]),
      [
        ['J Smith', 'March 2025'],
        ['Heads of Year', 'Easter 2025'],
        ['A Rahman / PTA', 'from May 2025'],
      ],
    )
  })
})

describe('one row that tells several actions line by line', () => {
  const names = ['Objective', 'Actions', 'Lead', 'Date', 'Success criteria']

  test('each line is an action with its own lead and date, and what is said once holds for each', async () => {
    const reading = await page(
      names,
      [
        'Fewer suspensions',
        '1.1 Audit four schools\n1.2 Sign the protocol',
        'Adviser\nFair access chair',
        'May 2025\nJune 2025',
        'A fifth fewer',
      ],
      ['Better transition', '2.1 Share one form', 'Primary heads', 'April 2025', 'Attendance is up'],
    )
    assert.deepEqual(told(reading), [
      ['1.1', 'Audit four schools', 'Adviser', 'May 2025'],
      ['1.2', 'Sign the protocol', 'Fair access chair', 'June 2025'],
      ['2.1', 'Share one form', 'Primary heads', 'April 2025'],
    ])
    assert.deepEqual(
      reading.actions.map(({ measure }) => measure),
      ['A fifth fewer', 'A fifth fewer', 'Attendance is up'],
    )
    assert.equal(reading.parts.length, 2)
  })

  test('points of one action, with one lead and one date, stay one action', async () => {
    const reading = await page(names, [
      'Fewer suspensions',
      'Audit four schools\nReport what was found',
      'Adviser',
      'May 2025',
      'A fifth fewer',
    ])
    assert.deepEqual(told(reading), [[null, 'Audit four schools Report what was found', 'Adviser', 'May 2025']])
  })
})
