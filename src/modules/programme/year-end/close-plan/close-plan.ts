import type { PlanId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { findActions, isAdopted, lockPlan } from '../../../plan/index.ts'
import { accountFor, accountInWords } from '../account-for.ts'
import { findClosing, findDisposals, insertClosing, reopenClosing } from '../disposal.store.ts'

export type CloseRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'actions-open'; readonly count: number }
  | { readonly kind: 'reason-missing' }
type Closed = Result<PlanId, CloseRefusal>
type Request = { readonly planId: PlanId; readonly formKey: string | null }

/** Closes the year of a plan: only when every one of its actions has an ending. */
export async function closePlan(world: World, by: Member, { planId, formKey }: Request): Promise<Closed> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Closed> => {
    const plan = await lockPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, planId, world.now())) return ok(planId)
    if (await findClosing(tx, planId)) return ok(planId)
    const endings = await findDisposals(tx, planId)
    const account = accountFor(await findActions(tx, planId), ({ id }) => endings.get(id)?.kind ?? null)
    if (account.open.length > 0) return refuse({ kind: 'actions-open', count: account.open.length })
    const id = world.newId<'closing'>()
    await insertClosing(tx, by.partnershipId, { id, planId }, { by: by.person.id, at: world.now() })
    await recordChange(tx, world, by, {
      what: 'closed the plan’s year',
      subject: { kind: 'plan', id: planId },
      after: { account: accountInWords(account) },
    })
    return ok(planId)
  })
}

/** Opens a closed year again, with the reason. */
export async function reopenPlan(
  world: World,
  by: Member,
  { planId, because, formKey }: Request & { readonly because: string },
): Promise<Closed> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  if (because === '') return refuse({ kind: 'reason-missing' })
  return inScope(world.db, by, async (tx): Promise<Closed> => {
    const plan = await lockPlan(tx, planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, planId, world.now())) return ok(planId)
    const closing = await findClosing(tx, planId)
    if (!closing) return ok(planId)
    await reopenClosing(tx, closing.id, because, { by: by.person.id, at: world.now() })
    await recordChange(tx, world, by, {
      what: 'opened the plan’s year again',
      subject: { kind: 'plan', id: planId },
      reason: because,
      after: { because },
    })
    return ok(planId)
  })
}
