import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { codeOf } from './problem.ts'

/**
 * A file of hashes in order, each cut to its first six bytes, to be asked whether it has one: of a thousand million hashes, one
 * in three hundred thousand words that are not in it is taken to be. Nothing is kept in memory.
 */
const WIDTH = 6

/** Whether the list has the SHA-1 of some words; no list has none. */
export async function listHas(path: string, words: string): Promise<boolean> {
  const wanted = createHash('sha1').update(words).digest().subarray(0, WIDTH)
  const file = await openIfThere(path)
  if (!file) return false
  try {
    return await search(file, wanted, Math.floor((await file.stat()).size / WIDTH))
  } finally {
    await file.close()
  }
}

async function search(file: FileHandle, wanted: Buffer, count: number): Promise<boolean> {
  const entry = Buffer.alloc(WIDTH)
  let [from, to] = [0, count]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    await file.read(entry, 0, WIDTH, middle * WIDTH)
    const order = wanted.compare(entry)
    if (order === 0) return true
    if (order < 0) to = middle
    else from = middle + 1
  }
  return false
}

/** A line that is no hash, or one out of order. */
export type BadLine = { readonly line: number; readonly why: 'no-hash' | 'out-of-order' }

/**
 * Writes a list from lines such as `000000005AD76BD555C1D6D771DE417A4B87E4B4:10`: a SHA-1 in hexadecimal and how often it was
 * seen, in the order of their hashes. The file of that name is replaced only when every line was read.
 *
 * @param seenAtLeast  lines seen less often are left out
 * @returns how many were kept, or the first line that is not of this form
 */
export async function writeList(
  path: string,
  lines: AsyncIterable<string> | Iterable<string>,
  seenAtLeast = 1,
): Promise<number | BadLine> {
  const draft = `${path}.draft`
  const file = await open(draft, 'w', 0o644)
  try {
    const written = await writeLines(file, lines, seenAtLeast)
    await file.sync()
    await file.close()
    if (typeof written === 'number') await rename(draft, path)
    return written
  } finally {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
  }
}

async function writeLines(
  file: FileHandle,
  lines: AsyncIterable<string> | Iterable<string>,
  seenAtLeast: number,
): Promise<number | BadLine> {
  let [line, kept, before] = [0, 0, '']
  let waiting: Buffer[] = []
  for await (const text of lines) {
    line += 1
    if (text.trim() === '') continue
    const [, hash = '', seen = '1'] = /^([0-9A-Fa-f]{40})(?::(\d+))?\s*$/.exec(text) ?? []
    if (hash === '') return { line, why: 'no-hash' }
    const upper = hash.toUpperCase()
    if (upper < before) return { line, why: 'out-of-order' }
    before = upper
    if (Number(seen) < seenAtLeast) continue
    waiting.push(Buffer.from(upper.slice(0, 2 * WIDTH), 'hex'))
    kept += 1
    if (waiting.length < 10_000) continue
    await file.write(Buffer.concat(waiting))
    waiting = []
  }
  await file.write(Buffer.concat(waiting))
  return kept
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return null
    throw problem
  }
}
