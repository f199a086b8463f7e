import type { ExpectedAction } from '../expected.ts'
import type { MadeAction, MadePlan } from './made-plan.ts'

/** How a made table is laid out: the names of its columns, in their order, and where the aim stands. */
export type TableStyle = {
  readonly columns: readonly (readonly [name: string, field: keyof MadeAction])[]
  /** a heading before a table of its own; a row over the whole width; a column filled once for each aim, or in every row */
  readonly aim: 'heading' | 'band' | 'first cell' | 'every cell'
  readonly aimName?: string
}

export const STYLES: readonly TableStyle[] = [
  {
    columns: [
      ['Ref', 'ref'],
      ['Action', 'text'],
      ['Measure', 'measure'],
      ['Timescale', 'timescale'],
      ['Lead', 'lead'],
      ['RAG', 'progress'],
    ],
    aim: 'heading',
  },
  {
    columns: [
      ['What we will do', 'text'],
      ['Who', 'lead'],
      ['By when', 'timescale'],
      ['How we will know', 'measure'],
    ],
    aim: 'band',
  },
  {
    columns: [
      ['No.', 'ref'],
      ['Action required', 'text'],
      ['Responsible officer', 'lead'],
      ['Target date', 'timescale'],
      ['Success criteria', 'measure'],
      ['Status', 'progress'],
    ],
    aim: 'first cell',
    aimName: 'Priority',
  },
  {
    columns: [
      ['Key actions', 'text'],
      ['Deadline', 'timescale'],
      ['Owner', 'lead'],
      ['Outcome', 'measure'],
    ],
    aim: 'every cell',
    aimName: 'Theme',
  },
]

/** A cell that reaches over several columns or rows. */
export type MadeCell = {
  readonly text: string
  readonly across?: number
  readonly down?: number
  readonly isName?: true
}
export type MadePiece =
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly MadeCell[])[] }

/** The plan in pieces, for whatever format writes them. */
export function piecesOf(plan: MadePlan, style: TableStyle): MadePiece[] {
  const names = (style.aimName ? [style.aimName] : []).concat(style.columns.map(([name]) => name))
  const header: MadeCell[] = names.map((text) => ({ text, isName: true }))
  const rowsOf = (actions: readonly MadeAction[]): MadeCell[][] =>
    actions.map((action) => style.columns.map(([, field]) => ({ text: action[field] })))
  const title: MadePiece = { kind: 'title', text: plan.title }
  if (style.aim === 'heading') {
    return [
      title,
      ...plan.aims.flatMap((aim): MadePiece[] => [
        { kind: 'heading', text: `${plan.levels[0]} ${aim.ref}: ${aim.title}` },
        { kind: 'table', rows: [header, ...rowsOf(aim.actions)] },
      ]),
    ]
  }
  const rows = plan.aims.flatMap((aim): MadeCell[][] => {
    const own = rowsOf(aim.actions)
    if (style.aim === 'band')
      return [[{ text: `${plan.levels[0]} ${aim.ref}: ${aim.title}`, across: names.length }], ...own]
    if (style.aim === 'every cell') return own.map((row) => [{ text: aim.title }, ...row])
    return own.map((row, index) => (index === 0 ? [{ text: aim.title, down: own.length }, ...row] : row))
  })
  return [title, { kind: 'table', rows: [header, ...rows] }]
}

/** What must be read from the plan in this style: a field that no column has is null. */
export function expectedOf(plan: MadePlan, style: TableStyle): ExpectedAction[] {
  const has = (field: keyof MadeAction) => style.columns.some(([, each]) => each === field)
  const said = (action: MadeAction, field: keyof MadeAction) =>
    has(field) && action[field] !== '' ? action[field] : null
  return plan.aims.flatMap((aim) =>
    aim.actions.map((action) => ({
      ref: said(action, 'ref'),
      text: action.text,
      measure: said(action, 'measure'),
      timescale: said(action, 'timescale'),
      lead: said(action, 'lead'),
      progress: said(action, 'progress'),
      part: aim.title,
    })),
  )
}
