import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Assets } from './assets.ts'

const FOLDER = fileURLToPath(new URL('../../../dist/assets', import.meta.url))

const Kept = z.object({
  cssUrl: z.string(),
  scriptUrl: z.string(),
  iconUrl: z.string(),
  fontUrls: z.array(z.string()),
  files: z.array(z.object({ url: z.string(), type: z.string(), body: z.string() })),
})

/** Assets built earlier from the same sources; null when there are none, or they cannot be read. */
export async function findKeptAssets(name: string): Promise<Assets | null> {
  const text = await readFile(fileOf(name), 'utf8').catch(() => null)
  const kept = text === null ? null : Kept.safeParse(JSON.parse(text))
  if (!kept?.success) return null
  const { files, ...urls } = kept.data
  return {
    ...urls,
    files: new Map(files.map(({ url, type, body }) => [url, { type, body: Buffer.from(body, 'base64') }])),
  }
}

/** Written beside and moved into place, so that two processes starting at once never read half a file. */
export async function keepAssets(name: string, { files, ...urls }: Assets): Promise<void> {
  const kept: z.infer<typeof Kept> = {
    ...urls,
    fontUrls: [...urls.fontUrls],
    files: [...files].map(([url, { type, body }]) => ({ url, type, body: body.toString('base64') })),
  }
  const file = fileOf(name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.${process.pid}`, JSON.stringify(kept))
  await rename(`${file}.${process.pid}`, file)
}

function fileOf(name: string): string {
  return join(FOLDER, `${name}.json`)
}
