import { sha256 } from '../../../../kernel/sha256.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { queueMessage } from '../../../../platform/messages/index.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { findMember } from '../../people.store.ts'
import { type Letter, LINK_MINUTES } from '../letter-kinds.ts'
import { letterWords } from './letter.ts'

/** Queues a letter for whoever the address is; for an address that is nobody's there is none. */
export async function sendLetter(world: World, letter: Letter): Promise<void> {
  const member = letter.accountId === null ? null : await findMember(world, letter.accountId)
  if (!member) return
  const { partnershipId, partnershipName, person } = member
  const by = { partnershipId, person: { id: null, name: 'Trellis' } }
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    await queueMessage(tx, world, partnershipId, {
      key: `${letter.kind}/${sha256(letter.key)}`,
      channel: 'mail',
      to: letter.email,
      toName: person.name,
      personId: person.id,
      purpose: 'sign-in',
      ...letterWords(letter, world.origin, partnershipName),
      secret: true,
      expiresAt: world.now().add({ minutes: LINK_MINUTES }),
    })
    const what =
      letter.kind === 'sign-in-link' ? 'sent a link to sign in, as asked' : 'sent a link for a new password, as asked'
    await recordChange(tx, world, by, { what, subject: { kind: 'person', id: person.id } })
  })
}
