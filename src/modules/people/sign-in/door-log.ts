import { sha256 } from '../../../kernel/sha256.ts'
import type { Doors, Knock } from './doors.ts'

/** What is told of the doors, and nothing besides: an operator may look for each of these words. */
export type DoorWords =
  | 'signed in'
  | 'signed in, but for a second factor'
  | 'sign-in refused'
  | 'signed out'
  | 'sessions ended'
  | 'way in changed'
  | 'link asked for'
  | 'provider failed'

/** Never what somebody typed: an account by its id, an address that was tried by its sum. */
export type DoorFields = {
  readonly account?: string | undefined
  /** of {@link whoTyped} */
  readonly tried?: string
  readonly way?: string
  readonly why?: string
  readonly what?: string
  readonly organisation?: string
}

type Write = (fields: object, words: string) => void
export type DoorLog = { readonly info: Write; readonly warn: Write }

export const SILENT: DoorLog = { info: () => {}, warn: () => {} }

/** Writes a line about somebody at a door, with where they come from on the network. A provider that fails is for the operator to mend. */
export function tellDoor(
  { log }: Doors,
  { address }: Pick<Knock, 'address'>,
  words: DoorWords,
  fields: DoorFields,
): void {
  const write = words === 'provider failed' ? log.warn : log.info
  write.call(log, { ...fields, from: address }, words)
}

/**
 * A sum by which the tries on one address are told from those on another, whether it is somebody's or nobody's. With the installation's secret in it: whoever
 * reads the log alone cannot find out whose it is.
 */
export function whoTyped({ secret }: Doors, email: string): string {
  return sha256(`tried ${secret} ${email.trim().toLowerCase()}`).slice(0, 16)
}
