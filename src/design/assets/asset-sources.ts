import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './fingerprint.ts'

const require = createRequire(import.meta.url)

export const DESIGN = fileURLToPath(new URL('..', import.meta.url))
export const NODE_MODULES = join(require.resolve('govuk-frontend/package.json'), '..', '..')
export const FONT_FILES = {
  latin: require.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  latinExtended: require.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2'),
} as const

/** A name for everything that goes into the assets: the same inputs give the same name, on any machine. */
export async function nameOfSources(): Promise<string> {
  const folders = ['styles', 'islands', 'assets', 'ratings', 'page']
  const files = (await Promise.all(folders.map(filesIn))).flat()
  const packages = ['govuk-frontend', 'sass-embedded', 'esbuild', '@fontsource-variable/source-sans-3']
  const read = [...files, ...packages.map((name) => join(NODE_MODULES, name, 'package.json'))]
  return fingerprint(...(await Promise.all(read.map((file) => readFile(file)))))
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(DESIGN, folder))
  return names
    .filter((name) => /(?<!\.test)\.(ts|tsx|scss|svg)$/.test(name))
    .sort()
    .map((name) => join(DESIGN, folder, name))
}
