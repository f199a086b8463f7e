import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../visitor.ts'

type Handed = {
  readonly name: string
  readonly content: Uint8Array
  /** what it is, for the audit trail: "a list of people" */
  readonly what: string
}

/**
 * Why a list may not be read, in a sentence; null when it may. The virus scanner looks at it before anything of ours does. Nothing of a list is kept but its
 * rows, so there is no file to keep away: what was found is in the audit trail.
 */
export async function refusalToReadList(
  world: World,
  by: Member,
  { name, content, what }: Handed,
): Promise<string | null> {
  if (!world.scanner) return null
  const scanned = await world.scanner.scan(content)
  switch (scanned.kind) {
    case 'clean':
      return null
    case 'found':
      await inScope(world.db, wholePartnership(by.partnershipId), (tx) =>
        recordChange(tx, world, by, {
          what: `handed in ${what} that the virus scanner refused`,
          subject: { kind: 'partnership', id: by.partnershipId },
          after: { name, scanner: scanned.by, found: scanned.what },
        }),
      )
      return `The virus scanner found ${scanned.what} in ${name}, so it was not read. Tell the person who gave you the file`
    case 'refused':
    case 'not-reached':
      return `The virus scanner could not be asked about ${name}, so it was not read. Hand it over again in a few minutes`
  }
}
