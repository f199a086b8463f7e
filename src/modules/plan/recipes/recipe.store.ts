import type { Id, PartnershipId, PersonId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { Recipe } from '../../reading/index.ts'

export type RecipeId = Id<'recipe'>

/** A recipe as its partnership keeps it. */
export type KeptRecipe = {
  readonly id: RecipeId
  readonly name: string
  readonly content: Recipe
  /** the document it was made from */
  readonly madeFrom: string
  readonly by: string
  readonly at: Temporal.Instant
}

export async function insertRecipe(
  tx: Tx,
  partnershipId: PartnershipId,
  { id, name, content, madeFrom }: Pick<KeptRecipe, 'id' | 'name' | 'content' | 'madeFrom'>,
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('recipe')
    .values({
      partnership_id: partnershipId,
      id,
      name,
      content: JSON.stringify(content),
      made_from: madeFrom,
      kept_at: now.toString(),
      kept_by: by,
    })
    .execute()
}

/** The recipes of this partnership that are in use, the latest first. */
export async function findRecipes(tx: Tx): Promise<readonly KeptRecipe[]> {
  const rows = await recipesFrom(tx)
    .where('recipe.set_aside_at', 'is', null)
    .orderBy('kept_at', 'desc')
    .orderBy('recipe.id', 'desc')
    .limit(MOST_RECIPES)
    .execute()
  return rows.map(recipeOf)
}

/** More than this nobody keeps apart, and each is tried on every upload. */
const MOST_RECIPES = 50

/** A recipe, in use or set aside: a draft may still have been read with it. */
export async function findRecipe(tx: Tx, id: RecipeId): Promise<KeptRecipe | null> {
  const row = await recipesFrom(tx).where('recipe.id', '=', id).executeTakeFirst()
  return row ? recipeOf(row) : null
}

/** Sets a recipe aside; false when there is none in use by this id. */
export async function setRecipeAside(tx: Tx, id: RecipeId, by: PersonId, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recipe')
    .set({ set_aside_at: now.toString(), set_aside_by: by })
    .where('id', '=', id)
    .where('set_aside_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function recipesFrom(tx: Tx) {
  return tx
    .selectFrom('recipe')
    .innerJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'recipe.partnership_id').onRef('person.id', '=', 'recipe.kept_by'),
    )
    .select(['recipe.id', 'recipe.name', 'content', 'made_from', 'kept_at', 'person.name as by'])
}

type RecipeRow = Awaited<ReturnType<ReturnType<typeof recipesFrom>['executeTakeFirstOrThrow']>>

function recipeOf(row: RecipeRow): KeptRecipe {
  return {
    id: row.id as RecipeId,
    name: row.name,
    content: row.content as unknown as Recipe,
    madeFrom: row.made_from,
    by: row.by,
    at: instantFrom(row.kept_at),
  }
}
