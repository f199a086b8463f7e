import {
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  Heading,
  type Problem,
  Radios,
  Text,
  TextInput,
} from '../../../design/index.ts'
import type { Member } from '../../people/index.ts'
import type { Recipe, TableSeen } from '../../reading/index.ts'
import type { ReviewProgress } from '../answer-questions/review-progress.ts'
import type { Plan } from '../plan.ts'
import type { KeptRecipe } from '../recipes/recipe.store.ts'
import { UsedRecipe } from '../recipes/used-recipe.tsx'
import { reviewFrame } from '../review-plan/review-frame.tsx'
import { TableColumns } from './table-columns.tsx'

export type ColumnsView = {
  readonly plan: Plan
  readonly progress: ReviewProgress
  readonly tables: readonly TableSeen[]
  /** what steered the reading; null when nothing did */
  readonly told: Recipe | null
  readonly usedRecipe: KeptRecipe | null
  readonly once: string
  readonly flash: string | null
  readonly problems: readonly Problem[]
  readonly canReread: boolean
}

/** What each column of the document's tables holds, to be told where it was read wrongly, and kept for the next document. */
export function columnsPage(visitor: Member, view: ColumnsView): string {
  const { plan, progress, flash, problems } = view
  return reviewFrame(
    { visitor, plan, current: 'columns', progress, flash, problems },
    view.canReread ? <Tables view={view} /> : <NothingToTell />,
  )
}

type Seen = { readonly view: ColumnsView }

function NothingToTell() {
  return (
    <EmptyState title="This draft has no tables to tell about">
      Its document was read before tables were kept, or has none. Hand it over again to tell what its columns hold.
    </EmptyState>
  )
}

function Tables({ view }: Seen) {
  const { plan, tables, told, once } = view
  return (
    <>
      {told && <UsedRecipe recipe={view.usedRecipe} planId={plan.id} once={once} />}
      <Text>
        Say what each column holds where it was read wrongly. The document is read again at once, and what you wrote by
        hand is kept.
      </Text>
      <Form action={`/plans/${plan.id}/review/columns`} once={once}>
        {tables.map((table, at) => (
          <TableColumns table={table} at={at} isTold={told !== null} />
        ))}
        <Heading level={2}>Headings</Heading>
        <div class="trellis-row">
          {[0, 1, 2].slice(0, Math.max(1, plan.levelNames.length)).map((level) => (
            <TextInput
              name={`level-${level}`}
              label={level === 0 ? 'The outermost level is called' : 'The level under it'}
              width="medium"
              value={plan.levelNames[level] ?? ''}
            />
          ))}
        </div>
        <Radios
          name="bands"
          label="A row of one cell across a table is"
          value={told?.bands ?? 'parts'}
          items={[
            { value: 'parts', text: 'the heading of what stands under it' },
            { value: 'words', text: 'words that belong to no action' },
          ]}
        />
        <Button>Read it again like this</Button>
      </Form>
      {told && !view.usedRecipe && <KeepRecipe view={view} />}
    </>
  )
}

/** Offers to read the partnership's next document of this kind the same way. */
function KeepRecipe({ view }: Seen) {
  const { plan, once, problems } = view
  return (
    <section>
      <Heading level={2} id="keep">
        Keep this for the next document
      </Heading>
      <Text>
        A document with the same columns is then read this way from the start, and says so. You can always read it
        without. <a href="/recipes">See the recipes you keep</a>
      </Text>
      <Form action={`/plans/${plan.id}/review/recipe`} once={once}>
        <TextInput
          name="name"
          label="Name of the recipe"
          width="long"
          value=""
          hint="Such as “Our delivery plan”"
          error={problems.find(({ field }) => field === 'name')?.message}
        />
        <ButtonGroup>
          <Button kind="secondary">Keep this recipe</Button>
        </ButtonGroup>
      </Form>
    </section>
  )
}
