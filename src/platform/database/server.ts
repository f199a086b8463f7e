import type { ClientConfig } from 'pg'
import type { RolePasswords } from './roles.ts'

/** The three ways in to one database: the owner changes its shape, the application reads and writes, sign-in keeps accounts. */
export type RoleName = 'owner' | 'app' | 'signIn'

/** A PostgreSQL server with our database on it, whoever runs it. */
export type Server = {
  /** how to sign in to our database as each role */
  readonly signInAs: Readonly<Record<RoleName, ClientConfig>>
  /** what the roles of the application are to sign in with; null: the server asks for none */
  readonly passwords: RolePasswords | null
  /** says that this process has gone; the last one out of an embedded server stops it */
  leave(): Promise<void>
}

/** The roles that the migrations grant to, by what they are for. */
export const APP_ROLES = { app: 'trellis_app', signIn: 'trellis_sign_in' } as const

/** The role that owns every table of an embedded database. */
export const OWNER = 'trellis_owner'
