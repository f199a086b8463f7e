import { squeeze } from '../formats/inline-text.ts'
import { type Recipe, toldRole } from '../recipe.ts'
import { normalName } from './normal-name.ts'

/** What a column of a plan's table holds. `part` is an aim or objective; `other` has no field of its own. */
export type Role =
  | 'ref'
  | 'part'
  | 'action'
  | 'measure'
  | 'starts'
  | 'timescale'
  | 'lead'
  | 'progress'
  | 'impact'
  | 'narrative'
  | 'other'

type Known = Exclude<Role, 'other'> | 'milestone' | 'objective' | 'outcome'

/** The names columns go by in plans as published, in lower case without marks. */
const NAMES: readonly (readonly [Known, string])[] = [
  ['ref', `ref; reference; ref no; no; number; action no; action number; action ref; id; item; action id`],
  ['objective', `objective; objectives; goal`],
  ['part', `aim; strategic aim; priority; theme; strategic objective; pillar; strategic priority; area; workstream`],
  ['milestone', `milestone; milestones; key milestones; initiative; key activity; key activities; task; tasks`],
  [
    'action',
    `action; actions; what; what we will do; what will we do; what we have committed to; action agreed; agreed
     action; recommendation; actions required; key action; key actions; action required; activity; activities;
     action description; description of action; action text`,
  ],
  ['outcome', `outcome; outcomes`],
  [
    'measure',
    `measure; measures; success criteria; what does success look like; measurement; how we will know; how will we
     know; kpi; kpis; output; outputs; check-step; check step; measure of success; measures of success; success
     measure; success measures; success; target; performance measure; performance measures; evidence of success;
     expected outcome; intended outcome; desired outcome`,
  ],
  ['starts', `start by; start; start date; starts`],
  [
    'timescale',
    `timescale; timescales; time scale; time scales; timeframe; time frame; due date; due; when; by when; target
     date; deadline; finish by; finish; end date; completion date; date; timeline; date due; delivery date; review
     date`,
  ],
  [
    'lead',
    `lead; leads; lead officer; owner; owners; led by; who; by whom; responsible officer; responsible party;
     responsible person; responsibility; person responsible; responsible; lead group; lead agency; lead person;
     lead partner; action owner; which partners are involved; partners; accountable; who is responsible;
     responsible lead`,
  ],
  [
    'progress',
    `status; rag; brag; rag rating; brag rating; rag status; brag status; progress rating; health; achieved;
     completion; rating; current rag; progress rag`,
  ],
  ['impact', `impact rating; outcome rating; goal health; impact; impact rag; impact brag`],
  [
    'narrative',
    `comments; comment; progress narrative; latest update; evaluation; progress to date; progress; update; updates;
     narrative; commentary; notes; progress update; progress comments; position; current position; outcome
     narrative; end of year report`,
  ],
]
const KNOWN_BY_NAME = new Map(
  NAMES.flatMap(([known, names]) => names.split(';').map((name) => [squeeze(name), known] as const)),
)

export type ColumnName = {
  readonly text: string
  readonly role: Role
  readonly column: number
  readonly rest: string | null
}

/**
 * The columns that a row of names announces, or null when the row is not one: it takes two known names, and one of them
 * must say where the action, or the objective with its measure, stands.
 *
 * @param recipe  what somebody told of columns by these names; it goes before what the names suggest
 */
export function readColumnNames(
  cells: readonly { readonly text: string; readonly column: number }[],
  recipe?: Recipe,
): ColumnName[] | null {
  const filled = cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.some((cell) => cell.text.length > 140)) return null
  const told = recipe && readToldNames(filled, recipe)
  if (told) return told
  const named = filled.map((cell) => ({ ...cell, ...knownName(cell.text) }))
  const has = (known: Known) => named.some((name) => name.known === known)
  if (named.filter((name) => name.known !== null).length < Math.max(2, named.length / 3)) return null
  if (
    !(has('action') || has('milestone') || ((has('objective') || has('part')) && (has('measure') || has('timescale'))))
  )
    return null
  const actionAt = actionColumn(named)
  return named.map((name) => ({ text: name.text, column: name.column, rest: name.rest, role: roleOf(name, actionAt) }))
}

/** The names of a row in which somebody told where the action stands; the other names keep what they suggest beside it. */
function readToldNames(
  filled: readonly { readonly text: string; readonly column: number }[],
  recipe: Recipe,
): ColumnName[] | null {
  const told = filled.map(({ text }) => toldRole(recipe, text))
  const actionAt = filled[told.indexOf('action')]?.column
  if (actionAt === undefined) return null
  return filled.map((cell, at) => {
    const named = { ...cell, ...knownName(cell.text) }
    const role = told[at] ?? roleOf(named, actionAt)
    return {
      text: cell.text,
      column: cell.column,
      rest: named.rest,
      role: at > 0 && !told[at] && role === 'action' ? 'other' : role,
    }
  })
}

/** Whether words are, as they stand, a name that columns go by. */
export function isColumnName(text: string): boolean {
  return KNOWN_BY_NAME.has(normalName(text))
}

type Named = { text: string; column: number; known: Known | null; rest: string | null }

/** "Milestone" is the action where it stands beside "Action"; "Objective" is where neither stands. */
function actionColumn(named: readonly Named[]): number {
  const order: readonly Known[] = ['milestone', 'action', 'objective', 'part']
  for (const known of order) {
    const found = named.find((name) => name.known === known)
    if (found) return found.column
  }
  return -1
}

function roleOf(name: Named, actionAt: number): Role {
  if (name.known === null) return 'other'
  if (name.column === actionAt) return 'action'
  if (name.known === 'outcome') return name.column < actionAt ? 'part' : 'measure'
  if (name.known === 'milestone' || name.known === 'action') return name.column < actionAt ? 'part' : 'other'
  if (name.known === 'objective' || name.known === 'part') return name.column < actionAt ? 'part' : 'other'
  return name.known
}

/** "Lead Group: Education Alliance" is the name "lead group" and the rest; "Objective 2" is "objective". */
function knownName(text: string): { known: Known | null; rest: string | null } {
  const whole = KNOWN_BY_NAME.get(normalName(text))
  if (whole) return { known: whole, rest: null }
  const colon = text.indexOf(':')
  const before = colon > 0 ? KNOWN_BY_NAME.get(normalName(text.slice(0, colon))) : undefined
  return before ? { known: before, rest: squeeze(text.slice(colon + 1)) || null } : { known: null, rest: null }
}
