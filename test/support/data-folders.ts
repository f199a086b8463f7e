import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { cp, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { isServerOf } from '../../src/platform/database/embedded/process-list.ts'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'
import type { PlainUser } from './database-holder.ts'

/** A temporary folder for data folders of embedded databases; what is open at a test's end is closed. */
export type DataFolders = {
  /** the data folder of a name */
  at(name: string): string
  open(dataDir: string, watcher?: (words: string) => void): Promise<Database>
  /** makes a data folder with a copy of another's database at rest, which is quicker than making one */
  copy(from: string, to: string): Promise<void>
}

export function dataFolders(): DataFolders {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-embedded-'))
  chmodSync(folder, 0o755)
  const opened: Database[] = []
  afterEach(() => Promise.all(opened.splice(0).map((database) => database.close())))
  after(() => rm(folder, { recursive: true, force: true }))
  return {
    at: (name) => join(folder, name),
    open: async (dataDir, watcher = () => undefined) => {
      const settings = { databaseUrl: null, secret: null, poolSize: 2, applicationName: 'test' }
      const database = await openDatabase({ ...settings, dataDir, watcher })
      opened.push(database)
      return database
    },
    copy: async (from, to) => {
      await mkdir(to, { recursive: true })
      await cp(join(from, 'postgres'), join(to, 'postgres'), { recursive: true })
      await giveTo(join(to, 'postgres'), await stat(join(from, 'postgres')))
    },
  }
}

/** The process number of the server that runs a data folder's database; null when none does. */
export async function serverOf(dataDir: string): Promise<number | null> {
  const cluster = join(dataDir, 'postgres')
  const mark = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(mark.split('\n')[0])
  return pid > 0 && (await isServerOf(pid, cluster)) ? pid : null
}

export async function answers(database: Database): Promise<unknown> {
  const { rows } = await sql`select 1 as one`.execute(database.app)
  return rows
}

/** Gives a folder, with all in it, to another user; only root can, and only root needs to. */
export async function giveTo(path: string, { uid, gid }: PlainUser): Promise<void> {
  if (process.getuid?.() === 0) await promisify(execFile)('chown', ['-R', `${uid}:${gid}`, path])
}
