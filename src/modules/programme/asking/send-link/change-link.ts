import type { PlanId, UpdateLinkId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { lockPoint } from '../../points/point.store.ts'
import { findUpdateLink, revokeLinks } from '../../updates/by-link/update-link.store.ts'
import { sendLink } from './send-link.ts'

export type LinkChange = {
  readonly planId: PlanId
  /** one of somebody's links to an update: all they have to it are taken back */
  readonly linkId: UpdateLinkId
  readonly step: 'take-back' | 'send-anew'
  readonly formKey: string | null
}

export type LinkRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'not-sent' }

/** The manager takes back the links that somebody has to an update, or sends them a new one in their stead. */
export async function changeLink(
  world: World,
  by: Member,
  { planId, linkId, step, formKey }: LinkChange,
): Promise<Result<UpdateLinkId, LinkRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<UpdateLinkId, LinkRefusal>> => {
    const link = await findUpdateLink(tx, { id: linkId })
    const point = link && (await lockPoint(tx, link.pointId))
    if (!link || point?.planId !== planId) return refuse({ kind: 'not-found' })
    if (!formKey) return refuse({ kind: 'form-expired' })
    if (await useFormKey(tx, by.partnershipId, formKey, linkId, world.now())) return ok(linkId)
    const { pointId, person } = link
    if (step === 'take-back') {
      const count = await revokeLinks(tx, { pointId, personId: person.id }, world.now())
      if (count === 0) return ok(linkId)
    } else if (!(await sendLink(world, tx, by.partnershipId, { pointId, person }))) {
      return refuse({ kind: 'not-sent' })
    }
    await recordChange(tx, world, by, {
      what: step === 'take-back' ? 'took back the link to an update' : 'sent a new link to an update',
      subject: { kind: 'reporting-point', id: pointId },
      after: { to: person.name },
    })
    return ok(linkId)
  })
}
