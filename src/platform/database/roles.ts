import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg'
import { codeOf } from '../problem.ts'
import { APP_ROLES } from './server.ts'

export type RolePasswords = Readonly<Record<keyof typeof APP_ROLES, string>>

const ALREADY_THERE = ['42710', '23505']
const NOT_ALLOWED = '42501'

/** Makes the two roles of the application in this cluster if they are missing: they sign in, and own nothing. */
export async function createMissingRoles(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    Object.values(APP_ROLES),
  ])
  const there = new Set(rows.map(({ rolname }) => rolname))
  for (const role of Object.values(APP_ROLES)) if (!there.has(role)) await createRole(owner, role)
}

/** Gives both roles the passwords they are to have. Two processes may do so together. */
export async function setPasswords(owner: ClientBase, passwords: RolePasswords): Promise<void> {
  for (const key of ['app', 'signIn'] as const) {
    await insist(() =>
      owner.query(`alter role ${escapeIdentifier(APP_ROLES[key])} password ${escapeLiteral(passwords[key])}`),
    )
  }
}

/**
 * Makes sure that row-level security binds the application.
 *
 * @throws when a role of the application is above it, by its rights or by owning a table
 */
export async function refuseRolesAboveSecurity(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname = any($1) and
      (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or exists (select from pg_class where relowner = pg_roles.oid))`,
    [Object.values(APP_ROLES)],
  )
  const names = rows.map(({ rolname }) => rolname).join(' and ')
  if (names)
    throw new Error(
      `The database role ${names} could pass row-level security. Take its extra rights and its tables away.`,
    )
}

async function createRole(owner: ClientBase, role: string): Promise<void> {
  try {
    await owner.query(`create role ${escapeIdentifier(role)} login`)
  } catch (problem) {
    const code = codeOf(problem)
    if (code === NOT_ALLOWED) throw new Error(cannotCreate(role), { cause: problem })
    if (!ALREADY_THERE.includes(code)) throw problem
  }
}

function cannotCreate(role: string): string {
  return `The role of DATABASE_URL may not create roles. Ask the database's administrator to give it CREATEROLE, or to run: create role ${role} login`
}

/** PostgreSQL refuses the second of two changes to one role at one moment; the second then only has to ask again. */
async function insist(change: () => Promise<unknown>, triesLeft = 5): Promise<void> {
  try {
    await change()
  } catch (problem) {
    if (codeOf(problem) !== 'XX000' || triesLeft === 0) throw problem
    await insist(change, triesLeft - 1)
  }
}
