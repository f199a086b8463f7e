import { createHmac, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './problem.ts'

export type SecretSettings = { readonly dataDir: string; readonly secret: string | null }

/**
 * The installation's secret: the one that was set, or else the one kept in the data folder, made on first start and
 * readable by its owner alone. Two first starts at once get the same.
 */
export async function installationSecret({ dataDir, secret }: SecretSettings): Promise<string> {
  if (secret) return secret
  const path = join(dataDir, 'secret')
  return (await readIfThere(path)) ?? (await makeSecret(dataDir, path))
}

/** A secret for one purpose, so that none of them tells another: 43 characters safe in an address. */
export function secretFor(purpose: string, secret: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}

async function makeSecret(dataDir: string, path: string): Promise<string> {
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`
  await mkdir(dataDir, { recursive: true })
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    await link(draft, path)
  } catch (problem) {
    if (codeOf(problem) !== 'EEXIST') throw problem
  } finally {
    await rm(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return null
    throw problem
  }
}
