import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const DATABASE_SUPPORT = resolve(import.meta.dirname, 'database.ts')
const RELATIVE_IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^']+\.tsx?)'/g

/** A browser or hostile words ask the database nothing that the tests of the pages and the walk of every route do not. */
const ASKS_NOTHING_OF_ITS_OWN = /\/test\/(journeys|attacks)\//

/**
 * Those test files whose questions another PostgreSQL could answer otherwise: they reach test/support/database.ts by their imports, however
 * long the way. Every query is among them, since every route is walked.
 */
export async function filesThatTouchTheDatabase(files: readonly string[]): Promise<readonly string[]> {
  const importsByFile = new Map<string, Promise<readonly string[]>>()
  const touches = await Promise.all(files.map((file) => reachesDatabase(file, importsByFile)))
  return files.filter((file, at) => touches[at] && !ASKS_NOTHING_OF_ITS_OWN.test(file))
}

async function reachesDatabase(from: string, importsByFile: Map<string, Promise<readonly string[]>>): Promise<boolean> {
  const reached = new Set([from])
  for (const file of reached) {
    const imports = importsByFile.get(file) ?? importsOf(file)
    importsByFile.set(file, imports)
    for (const imported of await imports) reached.add(imported)
  }
  return reached.has(DATABASE_SUPPORT)
}

async function importsOf(file: string): Promise<readonly string[]> {
  const words = await readFile(file, 'utf8').catch(() => '')
  return [...words.matchAll(RELATIVE_IMPORT)].map(([, path = '']) => join(dirname(file), path))
}
