import { join } from 'node:path'
import { DESIGN } from './asset-sources.ts'

/** The islands as one small module. */
export async function compileScript(): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(DESIGN, 'islands', 'trellis.ts')],
    bundle: true,
    minify: true,
    legalComments: 'none',
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
