import type { PlanId, ReadingId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { takingTurns } from '../../../platform/taking-turns.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Member } from '../../people/index.ts'
import { type PlanReading, type Recipe, rereadInChild } from '../../reading/index.ts'
import { changeDraft, type DraftRefusal } from '../change-draft/change-draft.ts'
import { findAsideRows } from '../corrections/draft.store.ts'
import { findDocumentPages } from '../document/document-page.store.ts'
import { blocksOf, rowsOf } from '../document/document-page.ts'
import { rowFinder } from '../document/locate-rows.ts'
import { draftFromReading } from '../draft-from-reading.ts'
import { findPlan } from '../plan.store.ts'
import { findReadingOfPlan, insertRereading, type ReadingOfPlan } from '../reading.store.ts'
import type { RecipeId } from '../recipes/recipe.store.ts'
import { mergeReading } from './merge-reading.ts'

export type TellRefusal = DraftRefusal | { readonly kind: 'not-read'; readonly sentence: string }

/** A process of a gigabyte each: however often a form is sent, one is there at a time. */
const inTurn = takingTurns()

type Told = {
  readonly planId: PlanId
  readonly formKey: string | null
  readonly recipe: Recipe
  /** the kept recipe this is, when it is one as it stands */
  readonly recipeId: RecipeId | null
  readonly words: string
}

/**
 * Reads a draft's document again as somebody told: from its kept blocks, in a process of its own, and with every edit made by hand kept.
 * It can be undone as any correction.
 */
export async function tellColumns(world: World, by: Member, told: Told): Promise<Result<PlanId, TellRefusal>> {
  const found = await inScope(world.db, by, (tx) => findDocument(tx, told.planId))
  if (!found) return refuse({ kind: 'not-found' })
  const { reading, blocks } = found
  const again = await inTurn(by.person.id, () => rereadInChild(reading.result.source, blocks, told.recipe))
  if (!again.ok) return refuse({ kind: 'not-read', sentence: again.refusal.sentence })
  const result = withFormatFindings(again.value, reading.result)
  const find = rowFinder(rowsOf(blocks))
  const changed = await changeDraft(world, by, told, async (draft, plan, tx) => {
    const standing = await findReadingOfPlan(tx, plan.id)
    if (standing?.id !== reading.id) return refuse({ kind: 'changed-meanwhile' })
    const fresh = draftFromReading(result, await findDirectory(tx), world.newId, find)
    const asideRows = await findAsideRows(tx, plan.id)
    const merged = mergeReading({ now: draft, before: reading.result, fresh, asideRows })
    const id = world.newId<'reading'>()
    await keepReading(tx, world, by, { ...told, id, result, fileId: reading.fileId })
    return ok({ draft: merged, words: told.words, reading: id })
  })
  return changed.ok ? ok(changed.value.id) : changed
}

async function findDocument(tx: Tx, planId: PlanId) {
  const plan = await findPlan(tx, planId)
  const reading = plan && (await findReadingOfPlan(tx, planId))
  const pages = reading ? await findDocumentPages(tx, reading.fileId) : []
  return reading && pages.length > 0 ? { reading, blocks: blocksOf(pages) } : null
}

/** What the reader of the format was unsure of (an old encoding, a hidden sheet) is known from the file alone. */
function withFormatFindings(fresh: PlanReading, before: PlanReading): PlanReading {
  const ofFormat = before.findings.filter(({ code }) => FORMAT_FINDINGS.has(code))
  const known = new Set(fresh.findings.map(({ code }) => code))
  return { ...fresh, findings: [...ofFormat.filter(({ code }) => !known.has(code)), ...fresh.findings] }
}

const FORMAT_FINDINGS = new Set([
  'old-encoding',
  'hidden-sheet',
  'hidden-rows',
  'hidden-columns',
  'columns-interleaved',
])

async function keepReading(
  tx: Tx,
  world: World,
  by: Member,
  of: Told & { readonly id: ReadingId; readonly result: PlanReading; readonly fileId: ReadingOfPlan['fileId'] },
): Promise<void> {
  const { id, fileId, planId, result, recipe: told, recipeId } = of
  const { partnershipId, person } = by
  const kept = { result, planId, told, recipeId }
  await insertRereading(tx, { partnershipId, id, fileId, by: person.id, now: world.now(), ...kept })
}
