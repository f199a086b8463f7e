import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { RunAs } from './cluster.ts'

const run = promisify(execFile)

/** The user without rights that every Unix has, for a server that must not run as root. */
export async function nobody(): Promise<RunAs> {
  const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')])
  return { uid, gid }
}

async function idOf(which: '-u' | '-g'): Promise<number> {
  const { stdout } = await run('id', [which, 'nobody'])
  return Number(stdout.trim())
}
