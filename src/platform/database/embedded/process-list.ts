import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { isThere } from './files.ts'

/** Whether a process runs, and is the PostgreSQL server of a folder. */
export async function isServerOf(pid: number, folder: string): Promise<boolean> {
  return (await commandOf(pid)).includes(`-D ${folder} -k `)
}

async function commandOf(pid: number): Promise<string> {
  if (await isThere('/proc/self/cmdline')) {
    try {
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  return new Promise((resolve) => {
    execFile('ps', ['-ww', '-o', 'args=', '-p', String(pid)], (_, words) => resolve(words))
  })
}
