import type { Kysely } from 'kysely'
import { type Day, dayOf } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { DB } from './database/index.ts'
import type { Scanner } from './scanner/scanner.ts'

/** What a use case may touch of the world outside: handed in, so that a test can hand in another. */
export type World = {
  readonly db: Kysely<DB>
  readonly now: () => Temporal.Instant
  readonly newId: <Thing extends string>() => Id<Thing>
  /** how readers reach the pages, without a slash at the end: what links in messages begin with */
  readonly origin: string
  /** how many bytes of files one partnership may keep */
  readonly mostStoredBytes: number
  /** missing: files are not scanned for viruses */
  readonly scanner?: Scanner | undefined
}

/** The day it is in England now. */
export function today({ now }: Pick<World, 'now'>): Day {
  return dayOf(now())
}
