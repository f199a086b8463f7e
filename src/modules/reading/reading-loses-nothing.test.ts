import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { markdownTable, readText, wordsLost } from './reading.factory.ts'

const WORDS = [
  'children',
  'families',
  'review',
  'hub',
  'early',
  'help',
  'borough',
  'schools',
  'care',
  'support',
  'prepare',
  'open',
  '<b>bold',
  '&',
  'café',
  '10%',
  '=sum(1)',
]
const phrase = (least: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: 14 }).map((words) => words.join(' '))
const action = fc.record({
  text: phrase(5),
  measure: phrase(2),
  when: fc.constantFrom('May 2014', 'Quarterly Oct & Jan', 'September', 'Annually July', 'Ongoing'),
  lead: fc.constantFrom('Hub group Ann Lee', 'Ann Lee/Bob Ray', 'Head of Care'),
})
const plan = fc.array(action, { minLength: 3, maxLength: 12 })
/** Where pages cut: after which row, and whether the cut goes through the row's words. */
const cuts = fc.array(fc.record({ after: fc.nat(11), through: fc.boolean() }), { maxLength: 4 })
const NAMES = ['Ref', 'Action', 'Measure', 'Timescale', 'Lead']
type Row = readonly [string, string, string, string, string]

describe('reading loses nothing', () => {
  test('actions come back the same from Markdown, tabs and CSV', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom(...Object.values(WRITERS)), async (actions, { name, write }) => {
        const rows = rowsOf(actions)
        const source = write([[NAMES, ...rows]])
        const reading = await readText(source, name)
        assert.deepEqual(reading.actions.map(cellsOf), rows)
        assert.deepEqual(wordsLost(source, reading), [])
      }),
      { numRuns: 150 },
    )
  })

  test('pages that cut a table, and cells in it, do not change its actions', async () => {
    await fc.assert(
      fc.asyncProperty(
        plan,
        cuts,
        fc.constantFrom(WRITERS.markdown, WRITERS.tabs),
        async (actions, where, { name, write }) => {
          const rows = rowsOf(actions)
          const source = write(cutIntoPages(rows, where))
          const reading = await readText(source, name)
          assert.deepEqual(reading.actions.map(cellsOf), rows)
          assert.deepEqual(wordsLost(source, reading), [])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('a word that went missing would be noticed', async () => {
    const reading = await readText('Plan\nOpen the hub')
    assert.deepEqual(wordsLost('Plan\nOpen the hub\nOpen the school', reading), ['Open', 'the', 'school'])
  })

  test('a numbered line across a table keeps its number, though no action follows', async () => {
    const source = 'Plan\nRef,Action,Lead\n1.1 Well children'
    assert.deepEqual(wordsLost(source, await readText(source, 'plan.csv')), [])
  })

  test('“Action” before the number of a line across a card is kept as its label', async () => {
    const source = '| Action | Measure |\nMEASURES\nAction 3: open the hub / Lead: Ann Lee\n1|'
    assert.deepEqual(wordsLost(source, await readText(source, 'plan.csv')), [])
  })

  test('any text at all is read with every word kept', async () => {
    const line = fc.oneof(
      phrase(0),
      fc.string({
        unit: fc.constantFrom('|', '\t', '-', '#', ' ', 'a', '1', '.', '*', ':', 'é', '"', ','),
        maxLength: 40,
      }),
      fc.constantFrom(
        '| Action | Measure |',
        '|---|---|',
        'OUTCOME 1: Safe children',
        'WHY THIS IS IMPORTANT TO US',
        'DRAFT',
        '| Ref | Action | Lead |',
        '1.1\tAction\tMeasure\tx',
        'Aim 2 – Well children',
        '# Heading',
        'Our delivery plan 2025',
        'Priority',
        '- 1.1 Early help',
        '1.1 Early help',
        'What we will do:',
        '- open the hub (Lead: Ann Lee; by: May 2025)',
        '2. review care by March 2026 7',
        '  - Lead: Bob Ray',
        'Action 3: open the hub / Lead: Ann Lee',
        'Lead: Head of Care',
        'MEASURES',
        'Children in care pledge',
        'Your health, we will:',
        '• 3',
        '•',
        'GLOSSARY',
        'EHM',
        'Early Help Module',
        '| Risk | Likelihood | Mitigation |',
        '| Grant | 2024/25 | 2025/26 |',
        '| Early help | 12,000 | ? |',
        '12,000 13,000',
        '| Lead | Ann Lee |',
        '| Total | | 4 |',
        '| | | x |',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 25 }),
        fc.constantFrom('plan.txt', 'plan.csv', 'plan.md'),
        async (lines, name) => {
          const source = `Plan\n${lines.join('\n')}`
          assert.deepEqual(wordsLost(source, await readText(source, name)), [])
        },
      ),
      { numRuns: 400 },
    )
  })
})

const WRITERS = {
  markdown: {
    name: 'plan.md',
    write: (pages: readonly (readonly (readonly string[])[])[]) => pages.map(markdownTable).join('\n\nDRAFT\n\n'),
  },
  tabs: {
    name: 'plan.txt',
    write: (pages: readonly (readonly (readonly string[])[])[]) =>
      pages.map((page) => page.map((row) => row.join('\t')).join('\n')).join('\n\n\n'),
  },
  csv: {
    name: 'plan.csv',
    write: (pages: readonly (readonly (readonly string[])[])[]) =>
      pages
        .flat()
        .map((row) => row.map((cell) => `"${cell}"`).join(','))
        .join('\r\n'),
  },
}

function rowsOf(actions: readonly { text: string; measure: string; when: string; lead: string }[]): Row[] {
  return actions.map(
    ({ text, measure, when, lead }, index): Row => [`1.${11 + index}`, plain(text), plain(measure), when, lead],
  )
}

/** What a formatting tag leaves of a text; other marks stay. */
function plain(text: string): string {
  return text.replaceAll('<b>', '')
}

/** A cut through a row leaves the end of its longest cell on the next page, with every other cell empty. */
function cutIntoPages(rows: readonly Row[], where: readonly { after: number; through: boolean }[]): string[][][] {
  const pages: string[][][] = [[NAMES]]
  for (const [index, row] of rows.entries()) {
    const cut = where.find((each) => each.after === index)
    const words = row[1].split(' ')
    const half = Math.ceil(words.length / 2)
    const isThrough = cut?.through === true && words.length > half
    pages.at(-1)?.push([row[0], isThrough ? words.slice(0, half).join(' ') : row[1], row[2], row[3], row[4]])
    if (cut) pages.push([['', '', '', '', '']])
    if (isThrough) pages.at(-1)?.push(['', words.slice(half).join(' '), '', '', ''])
  }
  return pages
}

function cellsOf(action: {
  ref: string | null
  text: string
  measure: string | null
  timescale: { text: string } | null
  leadWords: string | null
}): Row {
  return [action.ref ?? '', action.text, action.measure ?? '', action.timescale?.text ?? '', action.leadWords ?? '']
}
