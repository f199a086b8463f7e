import { Buffer } from 'node:buffer'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { ok, type Result } from '../../../kernel/result.ts'
import { LIMITS } from '../limits.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'

/**
 * Unpacks the wanted parts of a zip held in memory, as text. Sizes are checked before anything is unpacked, and again while it is:
 * a zip that says little and holds much is refused.
 */
export async function unzipParts(
  name: string,
  content: Uint8Array,
  wanted: RegExp,
): Promise<Result<ReadonlyMap<string, string>, ReadingRefusal>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(content.buffer, content.byteOffset, content.byteLength), {
      lazyEntries: true,
    })
    const entries = await listEntries(zip)
    const refused = refuseEntries(name, entries, wanted)
    if (refused) return refused
    const parts = new Map<string, string>()
    for (const entry of entries) if (wanted.test(entry.fileName)) parts.set(entry.fileName, await unzipOne(zip, entry))
    return ok(parts)
  } catch (error) {
    if (error instanceof TooBig) return refuseSize(name, LIMITS.documentBytes)
    return refuseFile(
      'damaged',
      name,
      'is damaged: it cannot be unpacked. Open it in the program that made it, save it again and choose that.',
    )
  }
}

class TooBig extends Error {}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > LIMITS.zipEntries) throw new TooBig()
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

function refuseEntries(name: string, entries: readonly Entry[], wanted: RegExp) {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > LIMITS.expandedBytes) return refuseSize(name, total)
  const needed = entries.filter((entry) => wanted.test(entry.fileName))
  if (needed.some((entry) => entry.isEncrypted())) {
    return refuseFile(
      'encrypted',
      name,
      'is protected by a password. Open it, remove the password, save it and choose it again.',
    )
  }
  const isSwollen = (entry: Entry) =>
    entry.uncompressedSize > 5_000_000 && entry.uncompressedSize > 200 * Math.max(1, entry.compressedSize)
  const worst = needed.find((entry) => entry.uncompressedSize > LIMITS.documentBytes || isSwollen(entry))
  return worst ? refuseSize(name, worst.uncompressedSize) : null
}

function refuseSize(name: string, bytes: number) {
  const size = Math.max(1, Math.round(bytes / 1024 / 1024)).toLocaleString('en-GB')
  return refuseFile(
    'expands-too-far',
    name,
    `unpacks to ${size} MB or more, far beyond what a plan holds. Open it in the program that made it, take out what is not the plan, save it and choose that.`,
  )
}

async function unzipOne(zip: ZipFile, entry: Entry): Promise<string> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LIMITS.documentBytes) throw new TooBig()
    chunks.push(bytes)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks))
}
