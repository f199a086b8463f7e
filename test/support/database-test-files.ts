import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const DATABASE_SUPPORT = resolve(import.meta.dirname, 'database.ts')
const RELATIVE_IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^']+\.tsx?)'/g

/** Those test files that reach test/support/database.ts by their imports, however long the way. */
export async function filesThatTouchTheDatabase(files: readonly string[]): Promise<readonly string[]> {
  const importsByFile = new Map<string, Promise<readonly string[]>>()
  const touches = await Promise.all(files.map((file) => reachesDatabase(file, importsByFile)))
  return files.filter((_, at) => touches[at])
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
