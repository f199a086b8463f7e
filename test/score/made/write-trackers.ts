import { Buffer } from 'node:buffer'
import type { MadeAction } from './made-plan.ts'
import type { Habit } from './write-habits.ts'
import { asWorkbook } from './write-office.ts'

const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(
    `\ufeff${rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n')}`,
  )
/** A state as a tracker words it; an action without one has not begun. */
export const state = ({ progress }: MadeAction) =>
  progress === 'Blue' ? 'Completed' : progress === '' ? 'Not started' : 'In progress'

/** Plans as programs for tasks export them. */
export const TRACKERS: readonly Habit[] = [
  {
    name: 'tasks in buckets',
    layout: 'ruled table',
    fileName: 'tasks.csv',
    write: ({ aims }) =>
      csv([
        [
          'Task ID',
          'Task Name',
          'Bucket Name',
          'Progress',
          'Priority',
          'Assigned To',
          'Created Date',
          'Due date',
          'Labels',
        ],
        ...aims.flatMap((aim) =>
          aim.actions.map((action) => [
            `x_${action.ref}-Qz`,
            action.text,
            aim.title,
            state(action),
            'Medium',
            action.lead,
            '01/04/2025',
            action.timescale,
            '',
          ]),
        ),
      ]),
    wanted: (action) => ({
      text: action.text,
      timescale: action.timescale,
      lead: action.lead,
      progress: state(action),
    }),
  },
  {
    name: 'rows that sum up',
    layout: 'ruled table',
    fileName: 'sheet.csv',
    write: ({ aims }) =>
      csv([
        ['Task Name', 'Assigned To', 'Finish', '% Complete', 'Health'],
        ...aims.flatMap((aim) => [
          [`Workstream ${aim.ref} – ${aim.title}`, '', '31/03/26', '45%', ''],
          ...aim.actions.map(({ text: words, lead, timescale, progress }) => [words, lead, timescale, '20%', progress]),
        ]),
      ]),
    wanted: ({ text: words, timescale, lead, progress }) => ({
      text: words,
      timescale,
      lead,
      progress: progress || null,
    }),
  },
  {
    name: 'groups of a board',
    layout: 'ruled table',
    fileName: 'board.xlsx',
    write: ({ title, aims }) => {
      const names = ['Name', 'Subitems', 'Owner', 'Status', 'Timeline - End']
      const groups = aims.flatMap((aim) => [
        [aim.title, '', '', '', ''],
        names,
        ...aim.actions.map((action) => [action.text, '', action.lead, state(action), action.timescale]),
        ['', '', '', '', ''],
      ])
      const rows = [[title, '', '', '', ''], ['', '', '', '', ''], ...groups]
      return asWorkbook([{ kind: 'table', rows: rows.map((cells) => cells.map((each) => ({ text: each }))) }], 'xlsx')
    },
    wanted: (action) => ({
      text: action.text,
      lead: action.lead,
      timescale: action.timescale,
      progress: state(action),
    }),
  },
]
