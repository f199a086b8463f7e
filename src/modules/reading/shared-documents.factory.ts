import { readdirSync, readFileSync } from 'node:fs'
import { codeOf } from '../../platform/problem.ts'
import type { PlanReading } from './plan-reading.ts'
import { readBytes } from './reading.factory.ts'

/** Real plans that stand beside the project, for tests alone; none where only the project is. */
export type SharedFolder = { readonly url: URL; readonly names: readonly string[] }

export function sharedFolder(path: string): SharedFolder {
  const url = new URL(`../../../../shared/${path}/`, import.meta.url)
  try {
    return { url, names: readdirSync(url) }
  } catch (problem) {
    if (codeOf(problem) !== 'ENOENT') throw problem
    return { url, names: [] }
  }
}

/** Why a test of these documents is skipped; false when they are here. */
export function skipWithout({ names }: SharedFolder): string | false {
  return names.length === 0 ? 'the shared documents are not here' : false
}

export type SharedReading = { readonly text: string; readonly bytes: Uint8Array; readonly reading: PlanReading }

/** Reads the document whose name begins with a number. */
export async function readShared({ url, names }: SharedFolder, number: string): Promise<SharedReading> {
  const name = names.find((each) => each.startsWith(number))
  if (name === undefined) throw new Error(`Document ${number} is missing`)
  const bytes = readFileSync(new URL(name, url))
  return { text: bytes.toString('utf8'), bytes, reading: await readBytes(bytes, name) }
}
