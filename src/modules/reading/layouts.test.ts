import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ACTIONS, AIMS, type InventedAction, PLAN_TITLE } from './layouts.factory.ts'
import type { ActionReading, PlanReading } from './plan-reading.ts'
import {
  aDocx,
  type DocxCell,
  docxParagraph,
  docxTable,
  markdownTable,
  readBytes,
  readText,
  wordsLost,
} from './reading.factory.ts'

type Cells = readonly (readonly string[])[]
type DocxRows = readonly (readonly (string | DocxCell)[])[]
type Wanted = {
  readonly ref?: boolean
  readonly measure?: boolean
  readonly when?: boolean
  readonly lead?: boolean
  readonly parts?: 'both' | 'aim' | 'objective' | 'none'
}
type Layout = {
  readonly name: string
  readonly read: () => Promise<{ reading: PlanReading; source: string | null }>
  readonly wanted?: Wanted
}

const NAMES = ['Ref', 'Action', 'Success measure', 'By when', 'Lead officer'] as const
const cellsOf = ({ ref, text, measure, when, lead }: InventedAction) => [ref, text, measure, when, lead]
const markdown = (source: string) => async () => ({ source, reading: await readText(source, 'plan.md') })
const text = (source: string) => async () => ({ source, reading: await readText(source, 'plan.txt') })
const word = (body: string) => async () => ({ source: null, reading: await readBytes(aDocx(body), 'plan.docx') })
const titled = (body: string) => `# ${PLAN_TITLE}\n\n${body}`
const across = (words: string, columns: number): DocxCell => ({ text: words, across: columns })
const underHeadings = (write: (actions: readonly InventedAction[]) => string) =>
  titled(
    AIMS.map(
      (aim) =>
        `## Aim ${aim.ref}: ${aim.title}\n\n${aim.objectives
          .map((objective) => `### Objective ${objective.ref}: ${objective.title}\n\n${write(objective.actions)}`)
          .join('\n\n')}`,
    ).join('\n\n'),
  )
const table = (rows: Cells) => markdownTable([NAMES, ...rows])

const LAYOUTS: readonly Layout[] = [
  { name: 'tables under headings', read: markdown(underHeadings((actions) => table(actions.map(cellsOf)))) },
  {
    name: 'one table with aim and objective in columns, each row',
    read: markdown(
      titled(
        markdownTable([
          ['Aim', 'Objective', ...NAMES],
          ...ACTIONS.map((action) => [action.aim.title, action.objective.title, ...cellsOf(action)]),
        ]),
      ),
    ),
  },
  {
    name: 'columns in another order and by other names',
    read: markdown(
      titled(
        markdownTable([
          [
            'Strategic priority',
            'Objective',
            'Action no.',
            'Responsible officer',
            'What we will do',
            'Deadline',
            'How will we know?',
          ],
          ...ACTIONS.map((a) => [a.aim.title, a.objective.title, a.ref, a.lead, a.text, a.when, a.measure]),
        ]),
      ),
    ),
  },
  {
    name: 'aim and objective merged downwards in a Word table',
    read: word(
      docxParagraph(PLAN_TITLE, 'H1') +
        docxTable([
          ['Aim', 'Objective', ...NAMES],
          ...AIMS.flatMap((aim) =>
            aim.objectives.flatMap((objective, o) =>
              objective.actions.map((action, a): (string | DocxCell)[] => [
                o + a === 0 ? { text: aim.title, down: 'begins' } : { text: '', down: 'goes-on' },
                a === 0 ? { text: objective.title, down: 'begins' } : { text: '', down: 'goes-on' },
                ...cellsOf(action),
              ]),
            ),
          ),
        ]),
    ),
  },
  {
    name: 'two bands across the table, one above the other',
    read: word(
      docxParagraph(PLAN_TITLE, 'H1') +
        docxTable([
          NAMES,
          ...AIMS.flatMap(
            (aim): DocxRows =>
              aim.objectives.flatMap(
                (objective, o): DocxRows => [
                  ...(o === 0 ? [[across(aim.title, 5)]] : []),
                  [across(objective.title, 5)],
                  ...objective.actions.map(cellsOf),
                ],
              ),
          ),
        ]),
    ),
  },
  {
    name: 'titles alone in the first column, with blank rows between',
    read: markdown(
      titled(
        table(
          AIMS.flatMap((aim) =>
            aim.objectives.flatMap((objective) => [
              ['', '', '', '', ''],
              [objective.title, '', '', '', ''],
              ...objective.actions.map(cellsOf),
            ]),
          ),
        ),
      ),
    ),
    wanted: { parts: 'objective' },
  },
  {
    name: 'a heading split over two rows, with extra columns',
    read: word(
      docxParagraph(PLAN_TITLE, 'H1') +
        docxTable([
          ['Aim', 'Objective', 'Ref', 'Action', 'Success measure', across('Delivery', 2), across('Resources', 2)],
          ['', '', '', '', '', 'By when', 'Lead', 'Cost', 'Funding source'],
          ...ACTIONS.map((a) => [a.aim.title, a.objective.title, ...cellsOf(a), '£4,000', 'Core budget']),
        ]),
    ),
  },
  {
    name: 'pages that cut the table, the heading repeated on some only',
    read: markdown(
      titled(
        [ACTIONS.slice(0, 6), ACTIONS.slice(6, 13), ACTIONS.slice(13)]
          .map((page, index) => {
            const rows = page.map((a) => [a.aim.title, a.objective.title, ...cellsOf(a)])
            return index === 1
              ? markdownTable([['', '', '', '', '', '', ''], ...rows])
              : markdownTable([['Aim', 'Objective', ...NAMES], ...rows])
          })
          .join('\n\nPage 3 of 9\n\n'),
      ),
    ),
  },
  {
    name: 'no heading row at all',
    read: markdown(titled(markdownTable([...ACTIONS.map((a) => cellsOf(a))]))),
    wanted: { parts: 'none' },
  },
  {
    name: 'names as a machine writes them',
    read: text(
      [
        ['plan_no', 'plan_title', 'plan_text', 'success', 'partners', 'due_date', 'aim_no', 'aim_label'],
        ...ACTIONS.map((a) => [a.ref, a.text.slice(0, 9), a.text, a.measure, a.lead, a.when, a.aim.ref, a.aim.title]),
      ]
        .map((row) => row.join('\t'))
        .join('\n'),
    ),
    wanted: { parts: 'aim' },
  },
  {
    name: 'the reference in the action’s own cell',
    read: markdown(
      underHeadings((actions) =>
        markdownTable([
          ['Action', 'Outcome', 'Timescale', 'Who'],
          ...actions.map((a) => [`${a.ref} ${a.text}`, a.measure, a.when, a.lead]),
        ]),
      ),
    ),
  },
  {
    name: 'total and note rows among the actions',
    read: markdown(
      underHeadings((actions) =>
        markdownTable([
          [...NAMES, 'Cost'],
          ...actions.map((a) => [...cellsOf(a), '£1,000']),
          ['Total', '', '', '', '', '£3,000'],
          ['Note: costs are estimates.', '', '', '', '', ''],
        ]),
      ),
    ),
  },
  {
    name: 'cards of two columns',
    read: markdown(
      underHeadings((actions) => actions.map((a) => markdownTable([['', ''], ...cardOf(a)])).join('\n\n')),
    ),
  },
  {
    name: 'cards of four columns, two fields beside each other',
    read: word(
      docxParagraph(PLAN_TITLE, 'H1') +
        ACTIONS.map((a) =>
          docxTable([
            ['Reference', a.ref, 'Lead', a.lead],
            ['Action', a.text, 'By when', a.when],
            ['Success measure', across(a.measure, 3)],
          ]),
        ).join(docxParagraph('')),
    ),
    wanted: { parts: 'none' },
  },
  {
    name: 'cards headed by their action',
    read: word(
      docxParagraph(PLAN_TITLE, 'H1') +
        ACTIONS.map((a) =>
          docxTable([
            [across(`Action ${a.ref}: ${a.text}`, 2)],
            ['Success measure', a.measure],
            ['By when', a.when],
            ['Lead', a.lead],
          ]),
        ).join(docxParagraph('')),
    ),
    wanted: { parts: 'none' },
  },
  {
    name: 'fields named in lines',
    read: markdown(
      underHeadings((actions) =>
        actions
          .map((a) =>
            cardOf(a)
              .map((pair) => pair.join(': '))
              .join('\n'),
          )
          .join('\n\n'),
      ),
    ),
  },
  {
    name: 'fields named in one line each',
    read: markdown(
      underHeadings((actions) =>
        actions
          .map((a) => `Action ${a.ref}: ${a.text} / Lead: ${a.lead} / By when: ${a.when} / Measure: ${a.measure}`)
          .join('\n\n'),
      ),
    ),
  },
  {
    name: 'a numbered list with lead and date in brackets',
    read: markdown(
      underHeadings((actions) =>
        actions.map((a, index) => `${index + 1}. ${a.text} (Lead: ${a.lead}; by: ${a.when})`).join('\n'),
      ),
    ),
    wanted: { ref: false, measure: false },
  },
  {
    name: 'bullets under “What we will do”, in plain text',
    read: text(
      `${PLAN_TITLE}\n\n${AIMS.map(
        (aim) =>
          `Priority ${aim.ref}: ${aim.title}\n\nWhy it matters to families here is told in this sentence.\n\nWhat we will do\n\n${aim.objectives
            .flatMap((objective) => objective.actions.map((a) => `• ${a.text}`))
            .join('\n')}\n\nHow will we know\n\n• Families say so`,
      ).join('\n\n')}`,
    ),
    wanted: { ref: false, measure: false, when: false, lead: false, parts: 'aim' },
  },
  {
    name: 'bullets whose next lines name their fields',
    read: markdown(
      underHeadings(
        (actions) =>
          `We will:\n\n${actions.map((a) => `- ${a.text}\n  - Lead: ${a.lead}\n  - By when: ${a.when}`).join('\n')}`,
      ),
    ),
    wanted: { ref: false, measure: false },
  },
]

function cardOf(a: InventedAction): [string, string][] {
  return [
    ['Reference', a.ref],
    ['Action', a.text],
    ['Measure of success', a.measure],
    ['Timescale', a.when],
    ['Lead officer', a.lead],
  ]
}

describe('an invented plan is read back field by field, however it is laid out', () => {
  for (const { name, read, wanted = {} } of LAYOUTS) {
    test(name, async () => {
      const { reading, source } = await read()
      assert.deepEqual(
        reading.actions.map((action) => fieldsRead(action, reading, wanted)),
        ACTIONS.map((action) => fieldsWanted(action, wanted)),
      )
      if (source !== null) assert.deepEqual(wordsLost(source, reading), [])
    })
  }
})

function fieldsRead(action: ActionReading, { parts }: PlanReading, wanted: Wanted) {
  const part = parts.find(({ id }) => id === action.part)
  const above = parts.find(({ id }) => id === part?.parent)
  return {
    text: action.text,
    ...(wanted.ref === false ? {} : { ref: action.ref }),
    measure: action.measure,
    when: action.timescale?.text ?? null,
    lead: action.leadWords,
    parts: wanted.parts === 'none' ? [] : [above?.title, part?.title].filter((title) => title !== undefined),
  }
}

function fieldsWanted(action: (typeof ACTIONS)[number], wanted: Wanted) {
  const parts = {
    both: [action.aim.title, action.objective.title],
    aim: [action.aim.title],
    objective: [action.objective.title],
    none: [],
  }
  const told = (is: boolean | undefined, words: string) => (is === false ? null : words)
  return {
    text: action.text,
    ...(wanted.ref === false ? {} : { ref: action.ref }),
    measure: told(wanted.measure, action.measure),
    when: told(wanted.when, action.when),
    lead: told(wanted.lead, action.lead),
    parts: parts[wanted.parts ?? 'both'],
  }
}
