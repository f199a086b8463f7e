import { setTimeout as pause } from 'node:timers/promises'
import { messageOf } from '../../problem.ts'
import type { Cluster } from './cluster.ts'
import { enterServer } from './enter-server.ts'
import { leaveAsLast, type Presence } from './presence.ts'
import { stopServer } from './server-process.ts'

/** Told of what goes wrong with the server while this process uses it. */
export type ServerWatcher = (words: string) => void

export type KeptPresence = { readonly socketFolder: string; leave(): Promise<void> }

/** Keeps this process's mark on a running server: whenever the server dies it is started again, until this process leaves. */
export async function keepPresence(cluster: Cluster, watcher: ServerWatcher = () => undefined): Promise<KeptPresence> {
  let isLeaving = false
  const first = await enterServer(cluster)
  let presence: Promise<Presence | null> = Promise.resolve(watchOver(first))
  let left: Promise<void> | null = null

  function watchOver(entered: Presence): Presence {
    entered.client.once('end', () => {
      if (isLeaving) return
      watcher('The database server went away; Trellis starts it again')
      presence = enterAgain()
    })
    return entered
  }

  async function enterAgain(): Promise<Presence | null> {
    while (!isLeaving) {
      try {
        return watchOver(await enterServer(cluster))
      } catch (problem) {
        watcher(messageOf(problem))
        await pause(1000)
      }
    }
    return null
  }

  async function leaveNow(): Promise<void> {
    isLeaving = true
    const held = await presence
    if (held) await leaveServer(cluster, held)
  }

  return {
    socketFolder: first.socketFolder,
    leave: () => {
      left ??= leaveNow()
      return left
    },
  }
}

async function leaveServer(cluster: Cluster, presence: Presence): Promise<void> {
  try {
    if (await leaveAsLast(presence)) await stopServer(cluster)
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    // The server died while this process was leaving it, so there is nothing left to leave.
  } finally {
    await presence.client.end().catch(() => undefined)
  }
}
