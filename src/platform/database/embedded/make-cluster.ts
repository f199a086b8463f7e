import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { OWNER } from '../server.ts'
import type { Cluster } from './cluster.ts'
import { isThere, makePrivateFolder, unless } from './files.ts'
import { serverEnvironment } from './server-process.ts'

const run = promisify(execFile)

/** Makes a cluster's folder unless it is there. It appears whole or not at all, and one of two makers at once wins. */
export async function makeClusterOnce(cluster: Cluster): Promise<void> {
  if (await isThere(join(cluster.folder, 'PG_VERSION'))) return
  const draft = `${cluster.folder}.${process.pid}-${randomBytes(4).toString('hex')}`
  await makePrivateFolder(draft, cluster.runAs)
  try {
    await initialise(cluster, draft)
    await unless(['ENOTEMPTY', 'EEXIST'], rename(draft, cluster.folder))
    await keepOnDisk(dirname(cluster.folder))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** @throws one sentence when a cluster was made by another PostgreSQL than the one that is to run it */
export async function checkVersion(cluster: Cluster): Promise<void> {
  const made = (await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8')).trim()
  const { stdout } = await run(cluster.binaries.postgres, ['--version'], { ...cluster.runAs, cwd: '/' })
  if (new RegExp(`\\b${made}\\.`).test(stdout)) return
  throw new Error(
    `The database in ${cluster.folder} was made by PostgreSQL ${made}, and this Trellis runs ${stdout.trim()}. Start the Trellis that made it, copy its database with pg_dump to a PostgreSQL server, and set DATABASE_URL here.`,
  )
}

async function initialise(cluster: Cluster, draft: string): Promise<void> {
  const words = [
    '-D',
    draft,
    '-U',
    OWNER,
    '--encoding=UTF8',
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ]
  try {
    await run(cluster.binaries.initdb, [...words, ...cluster.initdbArguments], {
      ...cluster.runAs,
      cwd: '/',
      env: serverEnvironment,
    })
  } catch (problem) {
    throw new Error(`The database could not be made in ${cluster.folder}: ${lastWords(problem)}`, { cause: problem })
  }
  if (cluster.accessRules) await writeFile(join(draft, 'pg_hba.conf'), `${cluster.accessRules.join('\n')}\n`)
}

function lastWords(problem: unknown): string {
  const said = problem instanceof Error && 'stderr' in problem ? String(problem.stderr) : ''
  return said.trim().split('\n').slice(-3).join(' ') || String(problem)
}

async function keepOnDisk(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
