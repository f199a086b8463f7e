import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'

/** Another process that has the database of a data folder open. */
export type DatabaseHolder = {
  /** what it said first: `open`, or why it could not */
  readonly said: string
  close(): Promise<void>
  kill(): Promise<void>
}

export type PlainUser = { readonly uid: number; readonly gid: number }

/** Starts a process that opens a data folder's database, as this user or another. */
export async function holdDatabase(dataDir: string, as: Partial<PlainUser> = {}): Promise<DatabaseHolder> {
  const script = new URL('./hold-database.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    ...as,
    cwd: new URL('../..', import.meta.url).pathname,
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, HOME: '/nonexistent' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  return {
    said: await firstLineOf(child),
    close: async () => {
      child.stdin?.end()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function firstLineOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('The process ended without a word')
}
