import { endOfDay, isBefore } from '../../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../../platform/world.ts'
import { recordChange, recordChanges } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import {
  type Action,
  findAction,
  findActions,
  findRatingScheme,
  isAdopted,
  lockPlan,
  type Plan,
} from '../../../plan/index.ts'
import { keepAsking } from '../../asking/keep-asking.ts'
import { refreshStandings } from '../../points/standing.store.ts'
import { findStandingsAsAt } from '../../points/standings-as-at.store.ts'
import { findWaitedFor, settleWaiters } from '../../waiting/settle-waiters.ts'
import {
  findClosing,
  findDisposal,
  findDisposals,
  insertAcceptance,
  insertDisposals,
  undoDisposal,
} from '../disposal.store.ts'
import { checkDisposal, type DisposalKind, type DisposalProblem, type SaidDisposal } from '../disposal.ts'
import { proposeDisposal } from '../propose-disposal.ts'

export type DisposeRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'plan-closed' }
  | { readonly kind: 'problems'; readonly problems: readonly DisposalProblem[] }
type Disposed = Result<PlanId, DisposeRefusal>

/** Says how an action ended. Said again it takes the place of what was said, and both stay on record. */
export async function disposeAction(
  world: World,
  by: Member,
  { actionId, said, formKey }: { actionId: ActionId; said: SaidDisposal; formKey: string | null },
): Promise<Disposed> {
  const checked = checkDisposal(actionId, said)
  if (!checked.ok) return checked
  return inOpenYear(world, by, actionId, formKey, async (tx, action) => {
    const { intoId } = checked.value
    if (intoId && !(await findAction(tx, intoId))) {
      return { problems: [{ field: 'into', message: 'Choose the other action that it became part of' }] }
    }
    const ends = { actionId, kind: checked.value.kind, intoId, answer: said.waiting ?? '' }
    const unsaid = await settleWaiters(tx, world, by, ends)
    if (unsaid) return { problems: [unsaid] }
    const at = { by: by.person.id, at: world.now() }
    const before = await findDisposal(tx, actionId)
    if (before) await undoDisposal(tx, actionId, at)
    const disposal = { ...checked.value, id: world.newId<'disposal'>(), actionId }
    await insertDisposals(tx, by.partnershipId, action.planId, [disposal], at)
    await recordChange(tx, world, by, {
      what: 'said how the action ended',
      subject: { kind: 'action', id: actionId },
      ...(before && { before: { kind: before.kind, reason: before.reason } }),
      after: checked.value,
      ...(checked.value.reason && { reason: checked.value.reason }),
    })
    return null
  })
}

/** Takes back what was said of how an action ended. */
export async function undoEnding(
  world: World,
  by: Member,
  { actionId, formKey }: { actionId: ActionId; formKey: string | null },
): Promise<Disposed> {
  return inOpenYear(world, by, actionId, formKey, async (tx) => {
    const before = await findDisposal(tx, actionId)
    if (!before) return null
    await undoDisposal(tx, actionId, { by: by.person.id, at: world.now() })
    await recordChange(tx, world, by, {
      what: 'took back how the action ended',
      subject: { kind: 'action', id: actionId },
      before: { kind: before.kind, reason: before.reason },
    })
    return null
  })
}

/** Records that whoever takes over a transferred action said so, in their words. */
export async function acceptTransfer(
  world: World,
  by: Member,
  { actionId, words, formKey }: { actionId: ActionId; words: string; formKey: string | null },
): Promise<Disposed> {
  return inOpenYear(world, by, actionId, formKey, async (tx) => {
    const disposal = await findDisposal(tx, actionId)
    if (disposal?.kind !== 'transferred' || words === '') {
      return { problems: [{ field: 'takenBy', message: 'Say who accepted it, and how' }] }
    }
    await insertAcceptance(tx, by.partnershipId, disposal.id, words, { by: by.person.id, at: world.now() })
    await recordChange(tx, world, by, {
      what: 'recorded that the transfer was accepted',
      subject: { kind: 'action', id: actionId },
      after: { words },
    })
    return null
  })
}

/** Ends, as their facts show, all actions of a plan that have no ending yet and whose facts show one. */
export async function takeProposals(
  world: World,
  by: Member,
  { planId, formKey }: { planId: PlanId; formKey: string | null },
): Promise<Disposed> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Disposed> => {
    const plan = await lockPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    if (await findClosing(tx, planId)) return refuse({ kind: 'plan-closed' })
    if (await useFormKey(tx, by.partnershipId, formKey, planId, world.now())) return ok(planId)
    const proposals = await findProposals(tx, world, plan)
    const waitedFor = await findWaitedFor(tx, world, planId)
    // What others wait for, and is not done, is ended one by one: somebody must say what becomes of them.
    const sure = [...proposals].filter(
      ([id, kind]) => kind === 'completed' || kind === 'sustained' || !waitedFor.has(id),
    )
    const disposals = sure.map(([actionId, kind]) => ({
      id: world.newId<'disposal'>(),
      actionId,
      kind,
      reason: null,
      bodyId: null,
      intoId: null,
      timeWords: null,
      takenBy: null,
    }))
    await insertDisposals(tx, by.partnershipId, planId, disposals, { by: by.person.id, at: world.now() })
    await refreshStandings(tx, by.partnershipId, { planId })
    await keepAsking(world, tx, by.partnershipId, { planId })
    await recordChanges(
      tx,
      world,
      by,
      disposals.map(({ actionId, kind }) => ({
        what: 'said how the action ended, as its facts show',
        subject: { kind: 'action', id: actionId },
        after: { kind },
      })),
    )
    return ok(planId)
  })
}

/** The ending that the facts show for each action of a plan that has none yet. */
export async function findProposals(
  tx: Tx,
  world: World,
  { id: planId, period, ratingSchemeId }: Plan,
): Promise<ReadonlyMap<ActionId, DisposalKind>> {
  const on = today(world)
  const isYearOver = period !== null && !isBefore(on, period.endsBefore)
  const scheme = await findRatingScheme(tx, ratingSchemeId)
  const standings = await findStandingsAsAt(tx, planId, endOfDay(on), scheme)
  const ended = await findDisposals(tx, planId)
  const open = (await findActions(tx, planId)).filter(({ id }) => !ended.has(id))
  return new Map(
    open.flatMap(({ id }) => {
      const { latest = null, evidenceCount = 0 } = standings.get(id) ?? {}
      const kind = proposeDisposal(scheme, { latest, evidenceCount, isYearOver })
      return kind ? [[id, kind] as const] : []
    }),
  )
}

type Trouble = { readonly problems: readonly DisposalProblem[] } | null

/** A step on one action of an adopted plan whose year is open: held until it is done, with the asking set anew after it. */
async function inOpenYear(
  world: World,
  by: Member,
  actionId: ActionId,
  formKey: string | null,
  step: (tx: Tx, action: Action & { readonly planId: PlanId }) => Promise<Trouble>,
): Promise<Disposed> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Disposed> => {
    const action = await findAction(tx, actionId)
    const plan = action && (await lockPlan(tx, action.planId))
    if (!action || !plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    if (await findClosing(tx, plan.id)) return refuse({ kind: 'plan-closed' })
    if (await useFormKey(tx, by.partnershipId, formKey, plan.id, world.now())) return ok(plan.id)
    const trouble = await step(tx, action)
    if (trouble) return refuse({ kind: 'problems', ...trouble })
    await refreshStandings(tx, by.partnershipId, { actionId })
    await keepAsking(world, tx, by.partnershipId, { actionId })
    return ok(plan.id)
  })
}
