import { describe } from 'node:test'
import { ACTIONS, AIMS, PLAN_TITLE } from './invented-plan.factory.ts'
import {
  across,
  cellsOf,
  type Layout,
  markdown,
  testLayouts,
  text,
  titled,
  underHeadings,
  word,
} from './layouts.factory.ts'
import { type DocxCell, docxParagraph, docxTable, markdownTable } from './reading.factory.ts'

type Cells = readonly (readonly string[])[]
type DocxRows = readonly (readonly (string | DocxCell)[])[]

const NAMES = ['Ref', 'Action', 'Success measure', 'By when', 'Lead officer'] as const
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
]

describe('an invented plan is read back field by field from tables, however they are laid out', () =>
  testLayouts(LAYOUTS))
