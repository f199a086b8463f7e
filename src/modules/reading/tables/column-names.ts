import { NO_RECIPE, type Recipe, toldRole } from '../recipe.ts'
import { hintedColumn, knownColumn, plainName } from './known-columns.ts'
import type { Known } from './known-names.ts'
import { latestOf } from './latest-name.ts'

/** What a column of a plan's table holds. `part` is an aim or objective; `tick` is a rating that is ticked; `other` has no field of its own. */
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
  | 'tick'
  | 'other'

export type ColumnName = {
  readonly text: string
  readonly role: Role
  readonly column: number
  /** how many columns the name stands over */
  readonly span: number
  readonly rest: string | null
  /** what the name says by itself; null for a name that is not known */
  readonly known: Known | null
  /** how surely it is named so: of two columns for one field the lower rank takes it */
  readonly rank?: number
  /** whether somebody told its role, which no look at its cells may change */
  readonly isTold?: boolean
}

export type NameCell = { readonly text: string; readonly column: number; readonly colSpan?: number }

const LONGEST_NAME = 140

/**
 * The columns that a row of names announces, or null when the row is not one: it takes two known names, and one of them
 * must say where the action, or the objective with its measure, stands.
 *
 * @param recipe  what somebody told of columns by these names; it goes before what the names suggest
 */
export function readColumnNames(cells: readonly NameCell[], recipe: Recipe = NO_RECIPE): ColumnName[] | null {
  const filled = cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.some((cell) => cell.text.length > LONGEST_NAME)) return null
  const named = nameByFamily(filled) ?? filled.map(nameOf)
  const told = named.map(({ text }) => toldRole(recipe, text))
  if (told.includes('action')) return giveRoles(named, told)
  const surely = named.filter((name) => name.known !== null && !name.isHint)
  const known = named.filter((name) => name.known !== null)
  if (surely.length === 0 || known.length < Math.max(2, named.length / 3)) return null
  if (surely.length === 1 && (named.some((name) => name.text.length > 60) || known.length < named.length / 2))
    return null
  const has = (...wanted: readonly Known[]) => known.some((name) => name.known && wanted.includes(name.known))
  const judged = has('measure', 'timescale', 'lead')
  const hasAction =
    has('action', 'milestone') ||
    (has('recommendation') && named.length > 2 && has('timescale', 'lead', 'progress')) ||
    (has('objective', 'part', 'outcome') && (has('measure') || has('timescale'))) ||
    (has('lead') && has('progress', 'narrative') && known.some((name) => PROJECT.test(name.text))) ||
    (has('recommendation', 'description', 'finding') && judged && has('timescale') && !isOnlyNamed(known))
  return hasAction ? giveRoles(named, told) : null
}

/** A project beside its lead and rating is what is done, whatever stands between them; a priority there is a summary. */
const PROJECT = /^(?:projects?|initiatives?|schemes?)(?: name| title)?$/i

/** "Name" or "Title" is what is to be done only where somebody owns it or its state is told: else it names people. */
function isOnlyNamed(known: readonly Named[]): boolean {
  const has = (...wanted: readonly Known[]) => known.some((name) => name.known && wanted.includes(name.known))
  if (has('recommendation', 'finding') || known.some((name) => name.known === 'description' && name.rank === 1))
    return false
  return !(has('lead') && has('progress', 'measure', 'narrative'))
}

type Named = {
  readonly text: string
  readonly column: number
  readonly span: number
  readonly known: Known | null
  readonly rank: number
  readonly rest: string | null
  readonly isHint: boolean
}

function nameOf(cell: NameCell): Named {
  const { text, column, colSpan: span = 1 } = cell
  const whole = knownColumn(text)
  const read = whole ?? hintedColumn(text)
  return { text, column, span, known: null, rank: 9, rest: null, ...read, isHint: whole === null }
}

/** Names as a machine writes them, in families: `ap_number`, `ap_text` beside `hic_number`, `hic_label`. Null when they are not such. */
function nameByFamily(cells: readonly NameCell[]): Named[] | null {
  const members = cells.map((cell) => /^([a-z]{2,12})_([a-z]{2,20})$/i.exec(cell.text))
  if (members.filter(Boolean).length < 3) return null
  const familyOf = (index: number) => members[index]?.[1]?.toLowerCase() ?? ''
  const wordOf = (index: number) => members[index]?.[2]?.toLowerCase() ?? ''
  const textAt = cells.findIndex((_, index) => /^(?:text|action|description|desc)$/.test(wordOf(index)))
  if (textAt === -1) return null
  const own = familyOf(textAt)
  return cells.map((cell, index): Named => {
    const base = nameOf({ ...cell, text: cell.text.replaceAll('_', ' ') })
    const given = { ...base, text: cell.text }
    const as = (known: Known): Named => ({ ...given, known, rank: 1, isHint: false })
    if (index === textAt) return as('action')
    const word = wordOf(index)
    if (familyOf(index) === own)
      return /^(?:number|no|id|ref|num)$/.test(word) ? as('ref') : /^(?:title|name)$/.test(word) ? as('other') : given
    const isPart = cells.some((_, at) => familyOf(at) === familyOf(index) && /^(?:label|name|title)$/.test(wordOf(at)))
    return isPart && familyOf(index) !== '' && /^(?:number|no|id|ref|num|label|name|title)$/.test(word)
      ? as('part')
      : given
  })
}

/** Whether words are, as they stand, a name that columns go by. */
export function isColumnName(text: string): boolean {
  return knownColumn(text) !== null
}

/** The roles beside each other; what somebody told goes first, and the other names keep what they suggest beside it. */
function giveRoles(named: readonly Named[], told: readonly (Role | null)[]): ColumnName[] {
  const actionAt = named[told.indexOf('action')]?.column ?? actionColumn(named)
  const ticks = named.filter((name) => STATUS.test(plainName(name.text)))
  const roles = named.map((name) => (ticks.length > 1 && ticks.includes(name) ? 'tick' : roleOf(name, actionAt)))
  const now = roles.includes('narrative')
    ? -1
    : named.findIndex((name) => NOW.test(plainName(name.text)) && name.column > actionAt)
  if (now !== -1) roles[now] = 'narrative'
  return named.map(({ text, column, span, known, rank, rest }, index) => {
    const isSpare = isSecond(named, roles, index) || (roles[index] === 'action' && told.includes('action'))
    const role = told[index] ?? (isSpare ? 'other' : (roles[index] ?? 'other'))
    return { text, column, span, known, rank, rest, role, ...(told[index] ? { isTold: true } : {}) }
  })
}

/** Whether a column's name is a state that is ticked. */
export function isTickName(text: string): boolean {
  return STATUS.test(plainName(text))
}

/** Right of the action this says how far it is; left of it, why there is one. */
const NOW = /^(?:where (?:are we|we are)(?: now| currently)?|current situation|what is happening now)$/

/** Under which of several columns a tick stands can be the rating. */
const STATUS =
  /^(?:fully |partly |partially |not )?(?:achieved|met|completed?|on target|on track|on schedule|off track|off target|behind(?: schedule)?|started|in progress|begun|ongoing|delayed|overdue)(?: to achieve)?$/

/** "Milestone" is the action where it stands beside "Action"; "Objective" is where neither stands. */
function actionColumn(named: readonly Named[]): number {
  const order: readonly Known[] = [
    'milestone',
    'action',
    'recommendation',
    'description',
    'objective',
    'part',
    'outcome',
    'finding',
  ]
  for (const known of order) {
    const found = named.filter((name) => name.known === known)
    const best = found.find((name) => !name.isHint) ?? found[0]
    if (best && !(known === 'milestone' && isMilestoneOfAction(best, named))) return best.column
  }
  return -1
}

/** "Action | Lead | Milestones" tells an action's steps: the milestones stand away from it, after date or lead. */
function isMilestoneOfAction(milestone: Named, named: readonly Named[]): boolean {
  const action = named.find((name) => name.known === 'action' && !name.isHint)
  if (!action || action.column > milestone.column) return false
  return named.some(
    (name) =>
      name.column > action.column &&
      name.column < milestone.column &&
      (name.known === 'lead' || name.known === 'timescale' || name.known === 'measure'),
  )
}

/** Parts named so may stand right of the action; "Priority" there is how urgent it is. */
const STANDS_ANYWHERE = /_|\b(?:aim|theme|objective|pillar|strand|workstream|bucket|epic|programme)s?\b/i

function roleOf(name: Named, actionAt: number): Role {
  if (name.known === null || name.known === 'other') return 'other'
  if (name.column === actionAt) return 'action'
  const isBefore = name.column < actionAt
  switch (name.known) {
    case 'outcome':
      return isBefore ? 'part' : 'measure'
    case 'milestone':
      return isBefore ? 'part' : 'measure'
    case 'action':
    case 'objective':
    case 'part':
    case 'finding':
    case 'recommendation':
      return isBefore || STANDS_ANYWHERE.test(name.text) ? 'part' : 'other'
    case 'description':
      return 'other'
    default:
      return name.known
  }
}

/** Fields that only one column may fill; of several the surest name takes it, of equals the last rating and date, else the first. */
const SINGLE: readonly Role[] = ['measure', 'timescale', 'lead', 'progress', 'impact', 'narrative', 'ref', 'starts']

function isSecond(named: readonly Named[], roles: readonly Role[], index: number): boolean {
  const role = roles[index]
  const own = named[index]
  if (!role || !own || !SINGLE.includes(role)) return false
  const rivals = named.filter((_, at) => roles[at] === role)
  const best = Math.min(...rivals.map((name) => rankOf(name)))
  if (rankOf(own) > best) return true
  const equals = rivals.filter((name) => rankOf(name) === best)
  if (role === 'lead' || role === 'measure') return false
  const latest = latestOf(equals)
  if (latest) return own !== latest
  const taken = role === 'progress' || role === 'timescale' ? equals.at(-1) : equals[0]
  return own !== taken
}

/** An outcome or milestone is a measure where the plan has no better one. */
function rankOf({ known, rank }: Named): number {
  return known === 'milestone' || known === 'outcome' ? rank + 2 : rank
}
