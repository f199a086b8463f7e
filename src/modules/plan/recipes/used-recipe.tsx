import { Form, Inset } from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import type { PlanId } from '../../../kernel/id.ts'
import type { KeptRecipe } from './recipe.store.ts'

type UsedProps = { readonly recipe: KeptRecipe | null; readonly planId: PlanId; readonly once: string }

/** Says which recipe a document was read with, and offers to read it without. */
export function UsedRecipe({ recipe, planId, once }: UsedProps) {
  return (
    <Inset>
      <Form action={`/plans/${planId}/review/columns/without`} once={once}>
        {recipe
          ? `Read with the recipe “${recipe.name}”, kept by ${recipe.by} on ${longMoment(recipe.at)}. `
          : 'Read as you told. '}
        <button class="trellis-link-button" type="submit">
          Read it without
        </button>
      </Form>
    </Inset>
  )
}
