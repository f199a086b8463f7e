import { type Day, endOfDay } from '../../../kernel/day.ts'
import type { PartnershipId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { findLateWaits, insertTold } from '../waiting/late-wait.store.ts'
import { findWaits } from '../waiting/wait.store.ts'
import { waitedState } from '../waiting/waited-state.ts'
import { findLeadsOfActions } from './recipient.store.ts'
import type { LateWarning } from './tellings.ts'

/** Takes what is late and waited for, to tell whoever waits: each wait once for each day from which it is late. */
export async function takeLateWarnings(tx: Tx, partnershipId: PartnershipId, on: Day): Promise<readonly LateWarning[]> {
  const late = await findLateWaits(tx, on)
  if (late.length === 0) return []
  const taken = await insertTold(tx, partnershipId, late, on)
  const waits = await findWaits(tx, { waitIds: [...taken] }, endOfDay(on))
  const leads = await findLeadsOfActions(tx, [...new Set(waits.map(({ actionId }) => actionId))], on)
  const sinceByWait = new Map(late.map(({ waitId, lateSince }) => [waitId, lateSince]))
  return waits.flatMap(({ id, actionId, waiting, on: target, step, of }) => {
    const lateSince = sinceByWait.get(id)
    if (!lateSince || !waiting || !target || waitedState(of, on) !== 'late') return []
    const name = target.ref ?? `“${shortened(target.text)}”`
    const waitsFor = step ? `the step “${step}” of ${name}` : name
    return [{ waitId: id, lateSince, waiting, waitsFor, leads: leads.get(actionId) ?? [] }]
  })
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
}
