import { createReadStream } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LARGEST_REPORT, splitMails } from '../../platform/messages/index.ts'
import { codeOf } from '../../platform/problem.ts'

const LARGEST_MAILBOX = 64 * 1024 * 1024

/**
 * The mails of files and folders: a mail, a mailbox of many, or a Maildir. All are looked at before the first is read.
 *
 * @throws Error with a sentence for whoever named what cannot be read
 */
export async function* mailsAt(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  const folders = new Map<string, readonly string[]>()
  for (const path of paths) folders.set(path, await foldersOf(path))
  for (const path of paths) {
    const within = folders.get(path) ?? []
    if (within.length === 0) yield* splitMails(await contentOf(path, LARGEST_MAILBOX))
    for (const folder of within) {
      for await (const entry of await opendir(folder)) {
        if (entry.isFile() && !entry.name.startsWith('.'))
          yield await contentOf(join(folder, entry.name), LARGEST_REPORT)
      }
    }
  }
}

/** The mails that are piped in. */
export async function* mailsIn(stream: AsyncIterable<string | Buffer>): AsyncGenerator<Uint8Array> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > LARGEST_MAILBOX) throw tooLarge('What was piped in')
    pieces.push(Buffer.from(piece))
  }
  yield* splitMails(Buffer.concat(pieces))
}

/** Where the mails of a Maildir are; nothing for a file. */
async function foldersOf(path: string): Promise<readonly string[]> {
  const found = await read(path, () => stat(path))
  if (found.isFile()) {
    if (found.size > LARGEST_MAILBOX) throw tooLarge(path)
    return []
  }
  if (!found.isDirectory()) throw new Error(`${path} is neither a file nor a folder. Name a mailbox or a Maildir.`)
  const folders = [join(path, 'new'), join(path, 'cur')]
  const isMaildir = await Promise.all(
    folders.map((folder) =>
      stat(folder).then(
        (each) => each.isDirectory(),
        () => false,
      ),
    ),
  )
  if (isMaildir.includes(false))
    throw new Error(`${path} is a folder without "new" and "cur", so it is no Maildir. Name the mails in it.`)
  return folders
}

/** What a file holds; of a larger one so much that it is seen to be larger. */
async function contentOf(path: string, most: number): Promise<Buffer> {
  return read(path, async () => Buffer.concat(await Array.fromAsync(createReadStream(path, { end: most }))))
}

async function read<T>(path: string, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (problem) {
    const code = codeOf(problem)
    if (code === '') throw problem
    throw new Error(`${path} could not be read (${code}). Check that it is there and that you may read it.`)
  }
}

function tooLarge(what: string): Error {
  return new Error(`${what} is larger than 64 MB. Split the mailbox, or keep it as a Maildir.`)
}
