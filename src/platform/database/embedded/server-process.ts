import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, logFile } from './cluster.ts'
import { isThere, makePrivateFolder, unless } from './files.ts'
import { isServerOf } from './process-list.ts'

/** No setting of the person who starts Trellis (PGDATA, LANG, TZ) reaches the server. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const LOG_LIMIT_BYTES = 10_000_000

/** Starts a cluster's server on its own, so that it outlives this process. Resolves as soon as the process is there. */
export async function startServer(cluster: Cluster): Promise<ChildProcess> {
  await makePrivateFolder(cluster.socketFolder, cluster.runAs)
  const log = await openLogFile(cluster)
  try {
    const child = spawn(cluster.binaries.postgres, serverWords(cluster), {
      ...cluster.runAs,
      cwd: '/',
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    await once(child, 'spawn')
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

/** Ends a cluster's server: it drops its sessions, writes what it holds to disk, and is gone when this resolves. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const pid = await serverPid(cluster)
  if (pid === null || !(await isServerOf(pid, cluster.folder))) return
  process.kill(pid, 'SIGINT')
  while ((await serverPid(cluster)) === pid && (await isServerOf(pid, cluster.folder))) await pause(10)
}

/** Where the server that runs now has its socket; null when none says so. The mark in a copied folder is the original's. */
export async function runningSocketFolder(cluster: Cluster): Promise<string | null> {
  const [, folder, , , socketFolder] = await pidFileLines(cluster)
  return folder === cluster.folder && socketFolder ? socketFolder : null
}

/** After a crash the process number a server left behind may be another program's by now; then its marks are removed. */
export async function removeStaleMarks(cluster: Cluster): Promise<void> {
  const pid = await serverPid(cluster)
  if (pid === null ? !(await isOld(pidFile(cluster))) : await isServerOf(pid, cluster.folder)) return
  await rm(pidFile(cluster), { force: true })
  await rm(join(cluster.socketFolder, '.s.PGSQL.5432.lock'), { force: true })
}

/** The last lines of the server's log, or those of them that bear a mark: why it does not start. */
export async function lastLogLines(cluster: Cluster, count = 6, mark = ''): Promise<string> {
  if (!(await isThere(logFile(cluster)))) return ''
  const lines = (await readFile(logFile(cluster), 'utf8')).trimEnd().split('\n').slice(-count)
  return lines.filter((line) => line.includes(mark)).join('\n')
}

function serverWords(cluster: Cluster): string[] {
  const settings = { ...cluster.settings, listen_addresses: '', unix_socket_permissions: '0700' }
  return [
    '-D',
    cluster.folder,
    '-k',
    cluster.socketFolder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

async function openLogFile(cluster: Cluster) {
  const path = logFile(cluster)
  if ((await isThere(path)) && (await stat(path)).size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`)
  const log = await open(path, 'a', 0o600)
  if (cluster.runAs) await chown(path, cluster.runAs.uid, cluster.runAs.gid)
  return log
}

async function serverPid(cluster: Cluster): Promise<number | null> {
  const [first] = await pidFileLines(cluster)
  const pid = Number(first)
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** A server that starts makes its mark first and writes its number in it a moment later. */
async function isOld(path: string): Promise<boolean> {
  return (await isThere(path)) && Date.now() - (await stat(path)).mtimeMs > 10_000
}

async function pidFileLines(cluster: Cluster): Promise<readonly string[]> {
  let lines: readonly string[] = []
  await unless(
    ['ENOENT'],
    readFile(pidFile(cluster), 'utf8').then((text) => {
      lines = text.split('\n')
    }),
  )
  return lines
}

function pidFile({ folder }: Cluster): string {
  return join(folder, 'postmaster.pid')
}
