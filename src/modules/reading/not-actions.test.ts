import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aDocx, docxTable, markdownTable, readBytes, readText, wordsLost } from './reading.factory.ts'

describe('a table that is no plan gives no actions, and is offered for what it is', () => {
  const TABLES: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    [
      'risk-register',
      [
        ['Risk', 'Likelihood', 'Impact', 'Mitigating action', 'Owner', 'Review date'],
        ['Staff leave', 'High', 'Medium', 'Offer training', 'Ann Lee', 'May 2025'],
      ],
    ],
    [
      'indicators',
      [
        ['Indicator', 'Baseline', 'Target 2026', 'Data source', 'Lead'],
        ['Children in care', '210', '190', 'Census', 'Ann Lee'],
      ],
    ],
    [
      'indicators',
      [
        ['Outcome', 'Objectively verifiable indicators', 'Means of verification', 'Assumptions'],
        ['Safe children', 'Fewer moves', 'Case files', 'Funding goes on'],
      ],
    ],
    [
      'communication-plan',
      [
        ['Audience', 'Message', 'Channel', 'When', 'Who'],
        ['Parents', 'Hubs are open', 'Letter', 'May 2025', 'Press team'],
      ],
    ],
    [
      'glossary',
      [
        ['Acronym', 'Meaning'],
        ['EHM', 'Early Help Module'],
        ['SPOC', 'Single point of contact'],
      ],
    ],
    [
      'version-control',
      [
        ['Version', 'Date', 'Author', 'Changes'],
        ['0.1', 'May 2025', 'Ann Lee', 'First draft'],
      ],
    ],
    [
      'membership',
      [
        ['Name', 'Role', 'Organisation'],
        ['Ann Lee', 'Chair', 'Council'],
      ],
    ],
    [
      'contacts',
      [
        ['Service', 'Telephone', 'Email'],
        ['Front door', '01234 567890', 'door@example.org'],
      ],
    ],
    [
      'consultation',
      [
        ['You said', 'We did'],
        ['Buses are late', 'Spoke to the company'],
      ],
    ],
    [
      'contents',
      [
        ['Section', 'Page'],
        ['Foreword', '3'],
        ['Our priorities', '5'],
      ],
    ],
    [
      'results',
      [
        ['Key stage', '2023', '2024', '2025'],
        ['Good level of development', '61%', '64%', '66%'],
        ['Phonics', '70%', '71%', '75%'],
      ],
    ],
    [
      'funding',
      [
        ['Grant', '2024/25', '2025/26'],
        ['Early help', '£120,000', '?'],
        ['Youth work', '£80,000', '£90,000'],
        ['Total', '£200,000', '£90,000'],
      ],
    ],
  ]
  for (const [kind, rows] of TABLES) {
    test(`${kind}: ${rows[0]?.join(', ')}`, async () => {
      const source = `# Our plan 2025-26\n\n## More to know\n\n${markdownTable(rows)}`
      const reading = await readText(source, 'plan.md')
      assert.deepEqual(reading.actions, [])
      assert.deepEqual(
        reading.tables?.map((table) => [table.kind, table.title, table.columns, table.rows]),
        [[kind, 'More to know', rows[0], rows.slice(1)]],
      )
      assert.deepEqual(wordsLost(source, reading), [])
    })
  }

  test('a table of risks after a table of actions ends it', async () => {
    const reading = await readBytes(
      aDocx(
        docxTable([
          ['Action', 'By when', 'Lead'],
          ['Open a hub for families', 'May 2025', 'Ann Lee'],
          ['Risk', 'Likelihood', 'Mitigation'],
          ['Staff leave', 'High', 'Train more of them'],
        ]),
      ),
      'plan.docx',
    )
    assert.deepEqual(
      [reading.actions.length, reading.tables?.map(({ kind, rows }) => [kind, rows.length])],
      [1, [['risk-register', 1]]],
    )
  })

  test('a table of money is added up: what is not known is never nothing, and a total that disagrees is asked about', async () => {
    const rows = [
      ['Grant', '2024/25', '2025/26'],
      ['Early help', '£120,000', '?'],
      ['Youth work', '£80,000', '£90,000'],
      ['Total', '£210,000', '£90,000'],
    ]
    const reading = await readText(`# Our plan\n\nMoney\n\n${markdownTable(rows)}`, 'plan.md')
    assert.deepEqual(reading.funding?.[0]?.totals, [
      { period: '2024/25', countedPence: 20_000_000, unknown: 0, claimedPence: 21_000_000, agrees: false },
      { period: '2025/26', countedPence: 9_000_000, unknown: 1, claimedPence: 9_000_000, agrees: true },
    ])
    const messages = reading.findings.filter(({ code }) => code.startsWith('funding')).map(({ message }) => message)
    assert.match(messages[0] ?? '', /given as £210,000; its lines add up to £200,000/)
    assert.match(messages[1] ?? '', /at least £90,000/)
  })
})

describe('a document that is no plan gives no actions', () => {
  const DOCUMENTS: readonly (readonly [string, string])[] = [
    [
      'a letter',
      'Dear Mrs Hale\n\nThank you for your letter about our plan for the youth club. We will:\n\n- open the hall on Mondays\n- write to all families by May 2025\n- ask the council for money\n\nYours sincerely\n\nAnn Lee',
    ],
    [
      'minutes',
      'Minutes of the Children’s Board\n\nPresent: Ann Lee, Bob Ray\n\nApologies: Cy Dunn\n\n1. Delivery plan\n\nThe board discussed the plan.\n\nActions:\n\n- Circulate the plan (Ann Lee, May 2025)\n- Book a room (Bob Ray, June 2025)\n\nAny other business\n\nNone.',
    ],
    [
      'a policy',
      'Attendance Policy\n\nWhat we will do\n\n- ring home on the first day\n- meet parents after three days\n- keep a record',
    ],
    [
      'an account of achievements',
      'Our plan: the year behind us\n\nWe have made progress, including:\n\n- opening two hubs\n- training 40 staff\n\nOur values are:\n\n- courage\n- kindness',
    ],
  ]
  for (const [name, source] of DOCUMENTS) {
    test(name, async () => {
      const reading = await readText(source)
      assert.deepEqual(reading.actions, [])
      assert.deepEqual(wordsLost(source, reading), [])
    })
  }
})
