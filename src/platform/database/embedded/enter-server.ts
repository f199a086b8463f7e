import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { checkVersion, makeClusterOnce } from './make-cluster.ts'
import { type Presence, tryToEnter } from './presence.ts'
import { lastLogLines, removeStaleMarks, startServer } from './server-process.ts'

/** A crash recovery may take long; a server that is working on it is waited for. */
const LONGEST_WAIT_MS = 10 * 60_000
const TRIES_TO_START = 20

/** Words in a server's log that another start, or the end of the last one, is still under way. */
const STILL_GOING = /lock file .* (already exists|is empty)|pre-existing shared memory|could not bind/

/** Attaches to a cluster's server, making the cluster and starting the server where they are not there. */
export async function enterServer(cluster: Cluster): Promise<Presence> {
  const waitUntil = performance.now() + LONGEST_WAIT_MS
  let started: ChildProcess | null = null
  let starts = 0
  while (performance.now() < waitUntil) {
    const attempt = await tryToEnter(cluster)
    if (typeof attempt === 'object') return attempt
    if (attempt === 'absent' && (!started || hasEnded(started))) {
      if (started) await considerAnotherStart(cluster, started, starts)
      await makeClusterOnce(cluster)
      await checkVersion(cluster)
      started = await startServer(cluster)
      starts += 1
    }
    await pause(20)
  }
  throw new Error(`${failure(cluster)}\n${await lastLogLines(cluster)}`)
}

async function considerAnotherStart(cluster: Cluster, ended: ChildProcess, starts: number): Promise<void> {
  if (ended.exitCode === 0) return // It ran, and another process, leaving as the last, has stopped it since.
  const itsWords = await lastLogLines(cluster, 200, `[${ended.pid}]`)
  if (starts >= TRIES_TO_START || !STILL_GOING.test(itsWords)) {
    throw new Error(`${failure(cluster)}\n${await lastLogLines(cluster)}`)
  }
  await removeStaleMarks(cluster)
  await pause(250)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function failure({ folder }: Cluster): string {
  return `The database in ${folder} did not start. Its last words:`
}
