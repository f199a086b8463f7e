import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PlanReading } from './plan-reading.ts'
import { aDocx, docxTable, markdownTable, readBytes, readText } from './reading.factory.ts'
import { anXlsx } from './sheets.factory.ts'

const texts = (reading: PlanReading) => reading.actions.map((action) => action.text)
const csv = (...lines: readonly string[]) => readText(lines.join('\n'), 'tracker.csv')
const table = (...rows: readonly (readonly string[])[]) => readText(markdownTable(rows), 'plan.md')
const titleOf = (reading: PlanReading, at: number) =>
  reading.parts.find((part) => part.id === reading.actions[at]?.part)?.title

describe('a list of tasks that a tracker exports is read as a plan', () => {
  test('tasks in buckets, with an id of the machine’s own and a description', async () => {
    const reading = await csv(
      'Task ID,Task Name,Bucket Name,Progress,Assigned To,Due date,Description',
      'xY1-a,Write the market report,Sufficiency,Completed,Priya Nair,31/01/2025,For Cabinet',
      'xY1-b,Train thirty champions,Quality,Not started,,11/04/2025,',
    )
    assert.deepEqual(texts(reading), ['Write the market report', 'Train thirty champions'])
    assert.deepEqual(
      reading.actions.map(({ progressRating, ref }) => [progressRating?.text, ref]),
      [
        ['Completed', null],
        ['Not started', null],
      ],
    )
    assert.equal(titleOf(reading, 1), 'Quality')
  })

  test('a row that sums up those below it is their part, and no action', async () => {
    const reading = await csv(
      'Task Name,Assigned To,Start,Finish,% Complete,Health',
      'Workstream 1 – Hubs,,01/04/24,31/03/25,45%,',
      'Agree the lease,Estates,01/04/24,30/06/24,100%,Green',
      'Fit out and open,Hub manager,01/07/24,30/11/24,40%,Yellow',
    )
    assert.deepEqual(texts(reading), ['Agree the lease', 'Fit out and open'])
    assert.equal(titleOf(reading, 0), 'Hubs')
    assert.equal(reading.actions[1]?.progressRating?.text, 'Yellow')
    assert.ok(reading.notUnderstood.some(({ text }) => text.includes('45%')))
  })

  test('groups with their names over each, the first as the others', async () => {
    const names = ['Name', 'Owner', 'Status', 'Timeline - Start', 'Timeline - End']
    const rows = [
      ['Exported board'],
      [],
      ['Inclusion'],
      names,
      ['Guide to what is offered', 'Dana Whitlock', 'Done', '2024-09-01', '2024-12-20'],
      [],
      ['Alternative provision'],
      names,
      ['Three-tier specification', 'Mo Clarke', 'Stuck', '2024-10-01', '2025-02-28'],
    ]
    const reading = await readBytes(anXlsx([{ name: 'Board', rows }]), 'board.xlsx')
    assert.deepEqual(texts(reading), ['Guide to what is offered', 'Three-tier specification'])
    assert.deepEqual([titleOf(reading, 0), titleOf(reading, 1)], ['Inclusion', 'Alternative provision'])
  })

  test('a list of people with the days they joined is none', async () => {
    const reading = await table(['Name', 'Agency', 'Date joined'], ['Ann Lee', 'Police', 'May 2024'])
    assert.deepEqual(reading.actions, [])
  })
})

describe('columns are known by what partnerships call them', () => {
  test('a report of what was said and what was done', async () => {
    const reading = await table(
      ['Priority', 'What we said we would do', 'What we did', 'What difference has it made?', 'RAG'],
      ['Voice', 'Hold a summit of young people', 'Held in June', 'Two policies changed', 'Complete'],
      ['Voice', 'Train young inspectors', 'Carried forward', '', 'Not started'],
    )
    assert.deepEqual(texts(reading), ['Hold a summit of young people', 'Train young inspectors'])
    assert.deepEqual([reading.actions[0]?.narrative, reading.actions[0]?.measure], ['Held in June', null])
  })

  test('“So that” is how we will know, “Resp.” who leads and “Status at Nov 2024” the rating', async () => {
    const [action] = (
      await table(
        ['We will…', 'So that…', 'Resp.', 'By', 'Status at Nov 2024'],
        ['agree a pathway for dental neglect', 'no child waits in pain', 'Public health', 'May 2025', 'Delayed'],
      )
    ).actions
    assert.deepEqual(
      [action?.measure, action?.leadWords, action?.progressRating?.text],
      ['no child waits in pain', 'Public health', 'Delayed'],
    )
  })

  test('the first date holds where no other revises it', async () => {
    const reading = await table(
      ['Action', 'Lead', 'Baseline date', 'Revised date'],
      ['Open the hub in Northgate', 'Ann Lee', 'May 2024', 'July 2024'],
      ['Train the staff of the hub', 'Ann Lee', 'June 2024', ''],
    )
    assert.deepEqual(
      reading.actions.map(({ timescale }) => timescale?.text),
      ['July 2024', 'June 2024'],
    )
  })

  test('a tick under one of several states named over two rows is the rating', async () => {
    const reading = await readBytes(
      aDocx(
        docxTable([
          [
            { text: 'Action', down: 'begins' },
            { text: 'Lead', down: 'begins' },
            { text: 'Status', across: 3 },
          ],
          [{ text: '', down: 'goes-on' }, { text: '', down: 'goes-on' }, 'Not started', 'In progress', 'Complete'],
          ['Hold a weekly meeting', 'Director', '', '✔', ''],
        ]),
      ),
      'plan.docx',
    )
    assert.equal(reading.actions[0]?.progressRating?.text, 'In progress')
  })
})

describe('what stands around a table is kept apart from its rows', () => {
  test('a numbered recommendation over the names is the part of the rows below', async () => {
    const reading = await readBytes(
      aDocx(
        docxTable([
          [{ text: 'Recommendation 1: Fathers are seen', across: 3 }],
          ['Action', 'Agency', 'Target date'],
          ['Audit thirty assessments', 'Social care', '31.01.25'],
        ]),
      ),
      'response.docx',
    )
    assert.match(titleOf(reading, 0) ?? '', /Fathers are seen/)
    assert.equal(reading.actions[0]?.leadWords, 'Social care')
  })

  test('a key of shades under a table is no end of its last row', async () => {
    const shades = ['0070C0', '00B050', 'FFBF00', 'FF0000']
    const words = ['Completed', 'On track', 'Some concern', 'Serious concern']
    const reading = await readBytes(
      aDocx(
        docxTable([
          ['No', 'Action', 'Lead', 'RAG'],
          ['1', 'Train the police', 'Superintendent', { text: '', fill: 'FF0000' }],
        ]) + docxTable([words.flatMap((text, at) => [{ text: '', fill: shades[at] ?? '' }, text])]),
      ),
      'plan.docx',
    )
    assert.equal(reading.actions[0]?.text, 'Train the police')
    assert.equal(reading.actions[0]?.progressRating?.meaning, 'Serious concern')
  })

  test('cards that number their action in the name of its field are one action each', async () => {
    const card = (ref: string, text: string) =>
      docxTable([
        [`Action ${ref}`, text],
        ['Lead', 'Fostering manager'],
        ['Completion date', 'March 2024'],
        ['Status', 'Amber'],
      ])
    const reading = await readBytes(aDocx(card('1.1', 'Recruit carers') + card('1.2', 'Open a home')), 'cards.docx')
    assert.deepEqual(
      reading.actions.map(({ ref, text }) => [ref, text]),
      [
        ['1.1', 'Recruit carers'],
        ['1.2', 'Open a home'],
      ],
    )
  })
})

describe('lists say what is done, and what is measured stays apart', () => {
  test('the label of the measures ends the actions, however close it stands', async () => {
    const reading = await readText(
      '<h1>Health strategy</h1><h2>Priority 1: Starting well</h2><p>What we will do</p><ul><li>Visit every newborn</li><li>Offer vouchers to families</li></ul><p>How we will measure success</p><ul><li>School readiness</li></ul>',
      'strategy.html',
    )
    assert.deepEqual(texts(reading), ['Visit every newborn', 'Offer vouchers to families'])
    assert.match(reading.parts[0]?.success ?? '', /School readiness/)
  })

  test('numbered lines that end in who and when are actions', async () => {
    const reading = await readText(
      '# Young carers strategy\n\n## 1. Identification\n\n1.1 Ask about caring at admission (School Admissions, September 2025)\n\n1.2 Put a flag on records (ICB, March 2026)\n',
      'strategy.md',
    )
    assert.deepEqual(
      reading.actions.map(({ ref, text, leadWords, timescale }) => [ref, text, leadWords, timescale?.text]),
      [
        ['1.1', 'Ask about caring at admission', 'School Admissions', 'September 2025'],
        ['1.2', 'Put a flag on records', 'ICB', 'March 2026'],
      ],
    )
  })

  test('a bracket that names where a figure comes from names no lead', async () => {
    const reading = await readText(
      '# Strategy\n\n## Priority 1: Health\n\nWe will:\n\n- Halve the rate of asthma (ONS, March 2024)\n- Reduce smoking\n',
      'strategy.md',
    )
    assert.equal(reading.actions[0]?.leadWords, null)
  })

  test('two tables without names are read where each row says what, who and when', async () => {
    const row = (text: string, when: string) => [text, 'Family Hub Manager', when]
    const reading = await readBytes(
      aDocx(
        docxTable([
          row('Start a group for young parents', 'May 2024'),
          row('Offer support to care leavers', 'Sept 2024'),
        ]),
      ),
      'plan.docx',
    )
    assert.deepEqual(texts(reading), ['Start a group for young parents', 'Offer support to care leavers'])
  })
})
