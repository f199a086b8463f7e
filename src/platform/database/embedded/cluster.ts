import type { Binaries } from './binaries.ts'

/** The user a server runs as, when that is not the user of this process: PostgreSQL refuses to run as root. */
export type RunAs = { readonly uid: number; readonly gid: number }

/** One PostgreSQL on this machine that Trellis makes, starts and stops: all there is to know before it runs. */
export type Cluster = {
  readonly binaries: Binaries
  /** where its data are; made with `initdbArguments` when it is not there */
  readonly folder: string
  /** where its socket is: the only way in */
  readonly socketFolder: string
  /** null: the user of this process */
  readonly runAs: RunAs | null
  readonly initdbArguments: readonly string[]
  /** lines of `pg_hba.conf`; null: whoever can enter the socket's folder is let in */
  readonly accessRules: readonly string[] | null
  readonly settings: Readonly<Record<string, string>>
}

/** Text is kept as UTF-8 and sorts by code point, the same on every machine. */
export const INITDB_ARGUMENTS = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] as const

/** One machine, shared with other work; every commit is on the disk before it is acknowledged. */
export const SERVER_SETTINGS = {
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  max_wal_size: '512MB',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
} as const

/** A server's own words about itself. */
export function logFile({ folder }: Pick<Cluster, 'folder'>): string {
  return `${folder}/server.log`
}
