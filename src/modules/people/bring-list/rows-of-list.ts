import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ListRow } from './list-row.ts'

/** The column heads of the empty list that is handed out, in its order. */
export const LIST_HEADS = [
  'Name',
  'Mail address',
  'Mobile number',
  'Organisation',
  'Kind of organisation',
  'Post',
] as const

type Field = Exclude<keyof ListRow, 'line'> | 'firstName' | 'lastName'

/** How people call these columns, in lower case, without what is no letter. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  name: ['name', 'full name', 'person', 'contact', 'contact name'],
  firstName: ['first name', 'forename', 'given name', 'firstname'],
  lastName: ['last name', 'surname', 'family name', 'lastname'],
  email: ['mail address', 'email', 'e mail', 'mail', 'email address', 'e mail address'],
  mobile: ['mobile number', 'mobile', 'mobile phone', 'phone', 'telephone', 'phone number'],
  organisation: ['organisation', 'organization', 'agency', 'employer', 'organisation name', 'company'],
  organisationKind: ['kind of organisation', 'kind', 'type', 'sector', 'type of organisation', 'organisation type'],
  post: ['post', 'job title', 'job', 'position', 'role', 'title'],
}
const FIELDS = ['name', 'firstName', 'lastName', 'email', 'mobile', 'organisation', 'organisationKind', 'post'] as const
/** A title and a note may stand above the heads. */
const LOOKED_AT = 10

export type ListRead = {
  readonly rows: readonly ListRow[]
  /** heads of columns that say nothing the directory keeps */
  readonly unused: readonly string[]
}

/**
 * The rows of a list by the heads of its columns, in whatever order and under whichever usual name.
 *
 * @returns a refusal where no line of the first ten heads a column of names or of organisations, or nothing stands below it
 */
export function rowsOfList(
  lines: readonly { readonly line: number; readonly cells: readonly string[] }[],
): Result<ListRead, { readonly kind: 'no-heads' | 'no-rows' }> {
  const at = lines.slice(0, LOOKED_AT).findIndex(({ cells }) => isHeads(cells.map(fieldOf)))
  const heads = lines[at]
  if (!heads) return refuse({ kind: 'no-heads' })
  const fields = heads.cells.map(fieldOf)
  const rows = lines.slice(at + 1).map(({ line, cells }) => rowOf(line, cells, fields))
  if (rows.length === 0) return refuse({ kind: 'no-rows' })
  const isUsed = (column: number) => fields[column] !== null && fields.indexOf(fields[column] ?? null) === column
  const unused = heads.cells.filter((head, column) => head !== '' && !isUsed(column))
  return ok({ rows, unused })
}

function isHeads(fields: readonly (Field | null)[]): boolean {
  const has = (field: Field) => fields.includes(field)
  return has('name') || has('organisation') || (has('firstName') && has('lastName'))
}

function fieldOf(head: string): Field | null {
  const plain = head
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
  return FIELDS.find((field) => NAMES[field].includes(plain)) ?? null
}

function rowOf(line: number, cells: readonly string[], fields: readonly (Field | null)[]): ListRow {
  const said = (field: Field) => cells[fields.indexOf(field)] ?? ''
  const name = said('name') || `${said('firstName')} ${said('lastName')}`.trim()
  return {
    line,
    name,
    email: said('email'),
    mobile: said('mobile'),
    organisation: said('organisation'),
    organisationKind: said('organisationKind'),
    post: said('post'),
  }
}
