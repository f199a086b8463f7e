import { execFile } from 'node:child_process'
import { access, chown, lstat, mkdir } from 'node:fs/promises'
import { codeOf } from '../../problem.ts'
import type { RunAs } from './cluster.ts'

export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

/** Waits for some work, and lets a failure with one of these codes pass. */
export async function unless(codes: readonly string[], work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (problem) {
    if (!codes.includes(codeOf(problem))) throw problem
  }
}

/** Whether a program runs and ends well, as a user. */
export function runs(program: string, words: readonly string[], runAs: RunAs): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, [...words], { ...runAs, cwd: '/' }, (problem) => resolve(!problem))
  })
}

/** Makes a folder that only one user may enter. Throws when somebody else's folder stands there. */
export async function makePrivateFolder(path: string, runAs: RunAs | null): Promise<void> {
  await unless(['EEXIST'], mkdir(path, { mode: 0o700 }))
  if (runAs) await chown(path, runAs.uid, runAs.gid)
  const found = await lstat(path)
  const uid = runAs?.uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(
      `The folder ${path} must belong to the database's user alone (mode 0700). Remove it and start again.`,
    )
  }
}
