import type { ComparisonId, PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findFile, refusalToRead, type StoredFile } from '../../files/index.ts'
import type { Member } from '../../people/index.ts'
import { type Comparable, type Compared, comparableFrom, compareInChild, readInChild } from '../../reading/index.ts'
import { findActions } from '../action.store.ts'
import { inBackground, LOST_AFTER, progressOf } from '../background/background.ts'
import { findParts, findPlan } from '../plan.store.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { claimComparison, findCompared, finishComparison } from './comparison.store.ts'
import { planAsComparable } from './plan-as-comparable.ts'

/**
 * Reads the later document in a process of its own, compares, and keeps what was found, whole or not at all. Does nothing when somebody
 * else is at it already.
 */
export function runComparison(world: World, by: Member, id: ComparisonId): Promise<void> {
  return inBackground(by, id, () => compare(world, by, id))
}

async function compare(world: World, by: Member, id: ComparisonId): Promise<void> {
  const sides = await claim(world, by, id)
  if (!sides) return
  if (sides === 'gone')
    return finish(world, by, id, { refusal: 'One of the two documents is no longer here. Choose both again.' })
  const unsafe = 'content' in sides.later ? await refusalToRead(world, by.partnershipId, sides.later) : null
  if (unsafe) return finish(world, by, id, { refusal: unsafe })
  try {
    const compared = await compareSides(world, by, id, sides)
    await finish(
      world,
      by,
      id,
      compared.ok ? { result: withoutProse(compared.value) } : { refusal: compared.refusal.sentence },
    )
  } catch (problem) {
    const refusal = 'The comparison could not be kept. Try again; if it goes on, tell whoever looks after Trellis.'
    await finish(world, by, id, { refusal }, String(problem))
  }
}

type Later = Comparable | (StoredFile & { readonly content: Uint8Array })
type Sides = { readonly earlier: Comparable; readonly later: Later }
type Refusal = { readonly kind: string; readonly sentence: string }

async function claim(world: World, by: Member, id: ComparisonId): Promise<Sides | 'gone' | null> {
  return inScope(world.db, by, async (tx) => {
    const now = world.now()
    const claimed = await claimComparison(tx, id, now, now.subtract(LOST_AFTER))
    if (!claimed) return null
    const earlier = claimed.ofComparisonId
      ? ((await findCompared(tx, claimed.ofComparisonId))?.report ?? null)
      : await findComparable(tx, claimed.planId)
    const later = claimed.fileId
      ? await findFile(tx, claimed.fileId)
      : claimed.otherPlanId && (await findComparable(tx, claimed.otherPlanId))
    return earlier && later ? { earlier, later } : 'gone'
  })
}

async function findComparable(tx: Tx, planId: PlanId): Promise<Comparable | null> {
  const plan = await findPlan(tx, planId)
  if (!plan) return null
  const reading = await findReadingOfPlan(tx, planId)
  return planAsComparable(plan, await findParts(tx, planId), await findActions(tx, planId), reading?.result ?? null)
}

/** Most of the time goes by while the later document is read. */
const READING_SHARE = 0.7

async function compareSides(
  world: World,
  by: Member,
  id: ComparisonId,
  { earlier, later }: Sides,
): Promise<Result<Compared, Refusal>> {
  if (!('content' in later)) return compareInChild(earlier, later)
  const report = progressOf(world, by, 'comparison', id)
  const { name, content } = later
  const read = await readInChild({ name, content }, undefined, (stage, share) => report(stage, READING_SHARE * share))
  if (!read.ok) return read
  const comparable = comparableFrom(read.value)
  if (comparable.rows.length === 0 && comparable.passages.length === 0) {
    return refuse({ kind: 'nothing-read', sentence: `No words were found in ${later.name}. Choose another file.` })
  }
  report('Pairing the rows', READING_SHARE)
  const compared = await compareInChild(earlier, comparable)
  return compared.ok ? ok(compared.value) : compared
}

/** Prose has been searched by now; the rows are what the pages show. */
function withoutProse({ plan, report, ...rest }: Compared): Compared {
  return { plan: { ...plan, passages: [] }, report: { ...report, passages: [] }, ...rest }
}

async function finish(
  world: World,
  by: Member,
  id: ComparisonId,
  outcome: { readonly refusal: string } | { readonly result: Compared },
  reason?: string,
): Promise<void> {
  await inScope(world.db, by, async (tx) => {
    if (!(await finishComparison(tx, id, world.now(), outcome))) return
    const found =
      'refusal' in outcome
        ? { refusal: outcome.refusal, ...(reason === undefined ? {} : { reason }) }
        : { pairs: outcome.result.matching.pairs.length, rows: outcome.result.report.rows.length }
    await recordChange(tx, world, by, {
      what: 'refusal' in outcome ? 'could not compare the documents' : 'compared two documents',
      subject: { kind: 'comparison', id },
      after: found,
    })
  })
}
