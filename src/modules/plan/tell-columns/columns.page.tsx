import { Button, EmptyState, Form, Heading, type Problem, Radios, Text, TextInput } from '../../../design/index.ts'
import type { Member } from '../../people/index.ts'
import type { Recipe, TableSeen } from '../../reading/index.ts'
import type { ReviewProgress } from '../answer-questions/review-progress.ts'
import type { Plan } from '../plan.ts'
import { KeepRecipe } from '../recipes/keep-recipe-form.tsx'
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
      <div id="columns">
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
      </div>
      {told && !view.usedRecipe && <KeepRecipe planId={plan.id} from="columns" once={once} problems={view.problems} />}
    </>
  )
}
