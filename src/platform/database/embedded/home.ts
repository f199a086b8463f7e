import { createHash } from 'node:crypto'
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { RunAs } from './cluster.ts'
import { isThere, runs } from './files.ts'
import { nobody } from './nobody.ts'

/** Where a cluster lives, and who runs it. */
export type Home = { readonly folder: string; readonly socketFolder: string; readonly runAs: RunAs | null }

/** Where everything goes that the server's user must reach and cannot where it is. */
export const LAST_RESORT = '/var/lib/trellis'

const NOTE = 'postgres-is-elsewhere.txt'

/**
 * Finds the place of a data folder's cluster, or chooses one: in the data folder, unless this process is root and the
 * server's user cannot get there (a checkout in /root); then under /var/lib/trellis, with a note left in the data folder.
 */
export async function findHome(dataDir: string): Promise<Home> {
  await mkdir(resolve(dataDir), { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  const data = await realpath(dataDir)
  const home = (await noted(data)) ?? (await choose(data))
  const folder = join(home, 'postgres')
  return { folder, socketFolder: socketFolderFor(home, tmpdir()), runAs: await ownerOf(folder) }
}

/** The address of a socket is limited to about 100 bytes, so a deep data folder has its socket elsewhere. */
export function socketFolderFor(home: string, temporary: string): string {
  const near = join(home, 'postgres-socket')
  if (Buffer.byteLength(`${near}/.s.PGSQL.5432`) <= 100) return near
  return join(temporary, `trellis-${shortHash(home)}`)
}

async function noted(data: string): Promise<string | null> {
  const path = join(data, NOTE)
  return (await isThere(path)) ? ((await readFile(path, 'utf8')).split('\n')[0] ?? null) : null
}

async function choose(data: string): Promise<string> {
  if (!isRoot() || (await isThere(join(data, 'postgres')))) return data
  if (await runs('/bin/sh', ['-c', 'cd "$1"', 'sh', data], await nobody())) return data
  const elsewhere = join(LAST_RESORT, shortHash(data))
  await mkdir(elsewhere, { recursive: true, mode: 0o711 })
  const why = 'The database of this data folder is in the folder above: the user that runs it may not enter this one.'
  await writeFile(join(data, NOTE), `${elsewhere}\n${why}\n`)
  return elsewhere
}

/** A cluster that stands is run by the user it belongs to. */
async function ownerOf(folder: string): Promise<RunAs | null> {
  if (!(await isThere(folder))) return isRoot() ? nobody() : null
  const { uid, gid } = await stat(folder)
  if (uid === process.getuid?.()) return null
  if (isRoot()) return { uid, gid }
  throw new Error(
    `The database in ${folder} belongs to another user of this machine. Run Trellis as that user or as root, or choose another DATA_DIR.`,
  )
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
