import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { findTables } from '../../reading/index.ts'
import { findDocumentPages } from '../document/document-page.store.ts'
import { blocksOf } from '../document/document-page.ts'
import { lockPlan } from '../plan.store.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { insertRecipe, type RecipeId, setRecipeAside } from '../recipes/recipe.store.ts'
import { tiedToColumns } from './tied-to-columns.ts'

export type KeepRefusal = { readonly kind: 'not-found' | 'name-missing' | 'fits-nothing' }

const LONGEST_NAME = 80

/** Keeps what somebody told of a document, under a name, for the partnership's next one. */
export async function keepRecipe(
  world: World,
  by: Member,
  request: { readonly planId: PlanId; readonly name: string },
): Promise<Result<RecipeId, KeepRefusal>> {
  const name = request.name.slice(0, LONGEST_NAME)
  return inScope(world.db, by, async (tx): Promise<Result<RecipeId, KeepRefusal>> => {
    const plan = await lockPlan(tx, request.planId)
    const reading = plan && (await findReadingOfPlan(tx, plan.id))
    if (!reading?.told) return refuse({ kind: 'not-found' })
    if (name === '') return refuse({ kind: 'name-missing' })
    const blocks = blocksOf(await findDocumentPages(tx, reading.fileId))
    const content = tiedToColumns(reading.told, findTables(blocks, reading.told))
    if (content.columns.length === 0 && content.notActions.length === 0) return refuse({ kind: 'fits-nothing' })
    const id = world.newId<'recipe'>()
    const kept = { id, name, content, madeFrom: reading.result.source.name }
    await insertRecipe(tx, by.partnershipId, kept, by.person.id, world.now())
    await recordChange(tx, world, by, {
      what: 'kept a recipe for reading documents',
      subject: { kind: 'recipe', id },
      after: { name, madeFrom: kept.madeFrom, ...kept.content },
    })
    return ok(id)
  })
}

/** Sets a recipe aside: no document is read with it from now on. Drafts read with it stay as they are. */
export async function removeRecipe(
  world: World,
  by: Member,
  id: RecipeId,
): Promise<Result<null, { readonly kind: 'not-found' }>> {
  return inScope(world.db, by, async (tx): Promise<Result<null, { readonly kind: 'not-found' }>> => {
    if (!(await setRecipeAside(tx, id, by.person.id, world.now()))) return refuse({ kind: 'not-found' })
    await recordChange(tx, world, by, { what: 'removed a recipe', subject: { kind: 'recipe', id } })
    return ok(null)
  })
}
