import type { FileId, ReadingId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findFile, refusalToRead } from '../../files/index.ts'
import { findDirectory, type Member } from '../../people/index.ts'
import { readWholeInChild, type WholeReading } from '../../reading/index.ts'
import { insertActions } from '../action-versions.store.ts'
import { inBackground, LOST_AFTER, progressOf } from '../background/background.ts'
import { insertDocumentPages } from '../document/document-page.store.ts'
import { keptPagesOf, rowsOf } from '../document/document-page.ts'
import { rowFinder } from '../document/locate-rows.ts'
import { draftFromReading } from '../draft-from-reading.ts'
import { insertParts, insertPlan } from '../plan.store.ts'
import { claimReading, finishReading, lockUnfinishedReading } from '../reading.store.ts'
import { findRecipes, type KeptRecipe } from '../recipes/recipe.store.ts'
import { ensureRatingScheme } from '../schemes/rating-scheme.store.ts'

/**
 * Reads an uploaded document in a process of its own and keeps the draft plan, whole or not at all. Documents wait for each
 * other, so that many at once leave room for pages, and people take turns. Does nothing when somebody else is reading it already.
 */
export function runReading(world: World, by: Member, readingId: ReadingId): Promise<void> {
  return inBackground(by, readingId, () => read(world, by, readingId))
}

async function read(world: World, by: Member, readingId: ReadingId): Promise<void> {
  const file = await claim(world, by, readingId)
  if (!file) return
  let broken = `${file.name} could not be read`
  try {
    const unsafe = await refusalToRead(world, by.partnershipId, file)
    if (unsafe) return await refuseReading(world, by, readingId, { refusal: unsafe })
    const report = progressOf(world, by, 'reading', readingId)
    const recipes = await inScope(world.db, by, findRecipes)
    const contents = recipes.map(({ content }) => content)
    const reading = await readWholeInChild({ name: file.name, content: file.content }, contents, report)
    if (!reading.ok) return await refuseReading(world, by, readingId, { refusal: reading.refusal.sentence })
    broken = `What was read from ${file.name} could not be kept`
    const recipe = recipes[reading.value.recipe ?? -1] ?? null
    await keep(world, by, { readingId, fileId: file.id, recipe }, reading.value)
  } catch (problem) {
    const refusal = `${broken}. Try again; if it goes on, tell whoever looks after Trellis.`
    await refuseReading(world, by, readingId, { refusal, reason: String(problem) })
  }
}

async function claim(world: World, by: Member, readingId: ReadingId) {
  return inScope(world.db, by, async (tx) => {
    const now = world.now()
    const fileId = await claimReading(tx, readingId, now, now.subtract(LOST_AFTER))
    return fileId && (await findFile(tx, fileId))
  })
}

type Asked = { readonly readingId: ReadingId; readonly fileId: FileId; readonly recipe: KeptRecipe | null }

async function keep(
  world: World,
  by: Member,
  { readingId, fileId, recipe }: Asked,
  whole: WholeReading,
): Promise<void> {
  const { reading, blocks } = whole
  const pages = keptPagesOf(blocks)
  const findRows = rowFinder(rowsOf(blocks))
  await inScope(world.db, by, async (tx) => {
    if (!(await lockUnfinishedReading(tx, readingId))) return
    const now = world.now()
    const planId = world.newId<'plan'>()
    const draft = draftFromReading(reading, await findDirectory(tx), world.newId, findRows)
    const ratingSchemeId = await ensureRatingScheme(tx, by.partnershipId, world.newId)
    await insertPlan(tx, by.partnershipId, { id: planId, ratingSchemeId, ...draft }, now)
    await insertDocumentPages(tx, by.partnershipId, fileId, pages)
    await insertParts(tx, by.partnershipId, planId, draft.parts)
    await insertActions(tx, by.partnershipId, planId, draft.actions, by.person.id, now)
    const steered = { told: recipe?.content ?? null, recipeId: recipe?.id ?? null }
    await finishReading(tx, readingId, now, { result: reading, planId, ...steered })
    await recordChange(tx, world, by, {
      what: 'read a plan from a document',
      subject: { kind: 'plan', id: planId },
      after: { title: draft.title, actions: draft.actions.length, ...(recipe && { recipe: recipe.name }) },
    })
  })
}

/** Ends a reading with the sentence its reader is shown; the reason behind it, when there is one, is in the audit trail. */
async function refuseReading(
  world: World,
  by: Member,
  readingId: ReadingId,
  why: { readonly refusal: string; readonly reason?: string },
): Promise<void> {
  await inScope(world.db, by, async (tx) => {
    if (!(await lockUnfinishedReading(tx, readingId))) return
    await finishReading(tx, readingId, world.now(), { refusal: why.refusal })
    await recordChange(tx, world, by, {
      what: 'could not read the document',
      subject: { kind: 'reading', id: readingId },
      after: why,
    })
  })
}
