import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plainCell } from './blocks.ts'
import type { PlanReading } from './plan-reading.ts'
import { aDocx, docxTable, markdownTable, readBytes, readText } from './reading.factory.ts'
import { NO_RECIPE } from './recipe.ts'
import { readTable } from './tables/read-table.ts'

const table = (...rows: readonly (readonly string[])[]) => readText(markdownTable(rows), 'plan.md')
const titleOf = (reading: PlanReading, at: number) =>
  reading.parts.find((part) => part.id === reading.actions[at]?.part)?.title

describe('names and numbers that other plans have not', () => {
  test('deliverables of a year, with a shade at the left and who sponsors them', async () => {
    const reading = await readBytes(
      aDocx(
        docxTable([
          ['RAG', 'Ref.', 'Deliverables 2024/25', 'Progress at 30 September 2024', 'Exec sponsor', 'Expected delivery'],
          [{ text: '', fill: '00B050' }, 'SW1.1', 'Clinics in all centres', 'Nine of eleven', 'Director', 'Q4'],
        ]),
      ),
      'report.docx',
    )
    const [action] = reading.actions
    assert.deepEqual(
      [
        action?.ref,
        action?.text,
        action?.narrative,
        action?.leadWords,
        action?.timescale?.text,
        action?.progressRating?.key,
      ],
      ['SW1.1', 'Clinics in all centres', 'Nine of eleven', 'Director', 'Q4', 'green'],
    )
  })

  test('the rating of July is the latest, though that of April stands right of it', async () => {
    const reading = await table(
      ['Activity', 'Owner', 'RAG (July)', 'RAG (Apr)'],
      ['Recruit two practitioners', 'Hub manager', 'A', 'G'],
    )
    assert.equal(reading.actions[0]?.progressRating?.text, 'A')
  })

  test('a priority and who leads it, over the names of a table', async () => {
    const reading = await readBytes(
      aDocx(
        docxTable([
          [
            { text: 'Priority 1: Fewer knives', across: 2 },
            { text: 'Priority lead: M Doyle', across: 2 },
          ],
          ['Action', 'Responsible', 'By when', 'Update'],
          ['Place bins at three sites', 'Police', 'June 2025', 'Two in place'],
        ]),
      ),
      'plan.docx',
    )
    assert.equal(titleOf(reading, 0), 'Fewer knives')
    assert.equal(reading.parts[0]?.leadWords, 'M Doyle')
  })

  test('rows lettered under a numbered row that reaches across', async () => {
    const reading = await readBytes(
      aDocx(
        docxTable([
          ['', 'Action', 'Lead', 'Deadline'],
          ['1', { text: 'Children shape services', across: 3 }],
          ['a', 'Young commissioners on each tender', 'Procurement', 'April 2025'],
          ['b', 'A children’s version of each plan', 'Policy', 'May 2025'],
        ]),
      ),
      'plan.docx',
    )
    assert.deepEqual(
      reading.actions.map(({ ref, text }) => [ref, text]),
      [
        ['a', 'Young commissioners on each tender'],
        ['b', 'A children’s version of each plan'],
      ],
    )
    assert.equal(titleOf(reading, 0), 'Children shape services')
  })

  test('a plan pasted as text, each action over its lead, date and state', async () => {
    const reading = await readText(
      'FOSTERING PLAN 2025\n\nPriority 1: Support\n\n1.1 Phone line staffed by carers\nLead: Fostering Manager\nBy: 30 June 2025\nStatus: On track\n\n1.2 Buddy for every carer\nLead: Hub Lead\nBy: 31 August 2025\nStatus: Not started\n',
    )
    assert.deepEqual(
      reading.actions.map(({ ref, text, leadWords, timescale, progressRating }) => [
        ref,
        text,
        leadWords,
        timescale?.text,
        progressRating?.text,
      ]),
      [
        ['1.1', 'Phone line staffed by carers', 'Fostering Manager', '30 June 2025', 'On track'],
        ['1.2', 'Buddy for every carer', 'Hub Lead', '31 August 2025', 'Not started'],
      ],
    )
    assert.ok(!reading.findings.some(({ code }) => code === 'columns-interleaved'))
  })

  test('an objective over several rows is their part, though nothing is known of the column that says what is done', async () => {
    const reading = await readBytes(
      aDocx(
        docxTable([
          ['Objective', 'Route', 'Evidence', 'Named lead', 'Completion'],
          [
            { text: 'Training', down: 'begins' },
            'Monthly sessions, two of them in person',
            '90%',
            'Named nurse',
            '31/03/2026',
          ],
          [
            { text: '', down: 'goes-on' },
            'Chase those who do not attend by division',
            'Report',
            'Administrator',
            'Monthly',
          ],
        ]),
      ),
      'plan.docx',
    )
    assert.deepEqual(
      reading.actions.map(({ text }) => text),
      ['Monthly sessions, two of them in person', 'Chase those who do not attend by division'],
    )
    assert.equal(titleOf(reading, 1), 'Training')
  })

  test('what an inspector said, what will be done, and whether it is open or closed', async () => {
    const [action] = (
      await table(
        [
          'Requirement',
          'What we have done or will do',
          'Person responsible',
          'Date for completion',
          'Update 9 June',
          'Open/closed',
        ],
        ['Supervision', 'Calendar displayed and checked', 'Manager', '31.03.25', 'Started', 'Open'],
      )
    ).actions
    assert.deepEqual(
      [action?.text, action?.narrative, action?.progressRating?.text],
      ['Calendar displayed and checked', 'Started', 'Open'],
    )
  })

  test('names a page repeats over what it cut from the row before are no new table', async () => {
    const block = (page: number, ...rows: readonly (readonly string[])[]) => ({
      kind: 'table' as const,
      columns: 3,
      rows: rows.map((cells) => ({ cells: cells.map(plainCell), where: { page }, source: cells.join(' | ') })),
    })
    const names = ['Ref', 'Commitment', 'Measure']
    const around = { title: null, recipe: NO_RECIPE }
    const first = readTable(block(1, names, ['1.1', 'Deliver to children', 'At least 48% of children report']), {
      ...around,
      before: { actions: null, data: null },
    })
    const next = readTable(block(2, names, ['', 'in every locality', 'that it made things better']), {
      ...around,
      before: first.now,
    })
    assert.deepEqual(
      next.events.map((event) => event.kind),
      ['names', 'continuation'],
    )
  })
})
