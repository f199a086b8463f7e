import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { sendLink } from '../../asking/send-link/send-link.ts'
import { lockPoint } from '../../points/point.store.ts'
import { type KnownLink, wayOf } from './find-link.ts'
import { mayMailLink } from './link-standing.ts'
import { findLinksMade } from './update-link.store.ts'

/**
 * Somebody whose link opens nothing asks for a new one, which goes to their own address. They hear the same whether one goes
 * or not: too soon after the last, or not asked of them any more, none does.
 */
export async function askForLink(
  world: World,
  { partnershipId, link }: KnownLink,
  { formKey, address }: { readonly formKey: string | null; readonly address: string },
): Promise<Result<'heard', { readonly kind: 'form-expired' }>> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  const { pointId, person } = link
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    const now = world.now()
    await lockPoint(tx, pointId)
    if (await useFormKey(tx, partnershipId, formKey, link.id, now)) return
    const made = await findLinksMade(tx, { pointId, personId: person.id }, { since: now.subtract({ hours: 24 }) })
    if (!mayMailLink(made, now) || !(await sendLink(world, tx, partnershipId, { pointId, person }))) return
    await recordChange(
      tx,
      world,
      { partnershipId, person, address, way: wayOf(link) },
      { what: 'asked for a new link to an update', subject: { kind: 'reporting-point', id: pointId } },
    )
  })
  return ok('heard')
}
