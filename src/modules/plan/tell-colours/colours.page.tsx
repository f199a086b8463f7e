import { Button, EmptyState, Form, Heading, type Problem, Text } from '../../../design/index.ts'
import type { Member } from '../../people/index.ts'
import type { ColourSeen, Recipe } from '../../reading/index.ts'
import type { ReviewProgress } from '../answer-questions/review-progress.ts'
import type { DraftChange } from '../corrections/draft-change.store.ts'
import type { Action, Plan } from '../plan.ts'
import { KeepRecipe } from '../recipes/keep-recipe-form.tsx'
import type { KeptRecipe } from '../recipes/recipe.store.ts'
import { UsedRecipe } from '../recipes/used-recipe.tsx'
import { LastChange } from '../review-plan/draft-changes.tsx'
import { reviewFrame } from '../review-plan/review-frame.tsx'
import { OneColour } from './one-colour.tsx'

export type ColoursView = {
  readonly plan: Plan
  readonly progress: ReviewProgress
  readonly colours: readonly ColourSeen[]
  /** whether its document is kept, so that it can be read again */
  readonly canReread: boolean
  /** the draft's action for each action of its reading */
  readonly actionByReading: ReadonlyMap<string, Pick<Action, 'id'>>
  /** what steered the reading; null when nothing did */
  readonly told: Recipe | null
  readonly usedRecipe: KeptRecipe | null
  readonly lastChange: DraftChange | null
  readonly once: string
  readonly flash: string | null
  readonly problems: readonly Problem[]
}

/** What each colour in the rating cells of a document means, to be told where no word says it, and kept for the next document. */
export function coloursPage(visitor: Member, view: ColoursView): string {
  const { plan, progress, flash, problems } = view
  return reviewFrame(
    { visitor, plan, current: 'colours', progress, flash, problems },
    view.colours.length === 0 ? <NothingToTell canReread={view.canReread} /> : <Colours view={view} />,
  )
}

type Seen = { readonly view: ColoursView }

function NothingToTell({ canReread }: Pick<ColoursView, 'canReread'>) {
  if (!canReread) {
    return (
      <EmptyState title="This draft has no document to read again">
        It was written here, or its document was too long to keep page by page.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No rating in this document is a colour">
      No cell for the rating of progress or of impact has a colour or a word in it. If a column holds a rating and was
      read as something else, say so on the page “Columns”.
    </EmptyState>
  )
}

function Colours({ view }: Seen) {
  const { plan, told, once, colours, usedRecipe, problems } = view
  return (
    <>
      <LastChange view={view} />
      {told && <UsedRecipe recipe={usedRecipe} planId={plan.id} once={once} />}
      <Text>
        Say what each colour means where it is not plain. The document is read again at once, for progress and for
        impact alike, and what you wrote by hand is kept.
      </Text>
      <div id="colours">
        <Form action={`/plans/${plan.id}/review/colours`} once={once}>
          <Kind title="Colours of cells" kind="shade" view={view} />
          <Kind title="Words in rating cells" kind="word" view={view} />
          <Button>{colours.length === 1 ? 'Read it again with this' : 'Read it again with these'}</Button>
        </Form>
      </div>
      {told && !usedRecipe && <KeepRecipe planId={plan.id} from="colours" once={once} problems={problems} />}
    </>
  )
}

type KindProps = Seen & { readonly title: string; readonly kind: ColourSeen['kind'] }

function Kind({ title, kind, view }: KindProps) {
  const colours = view.colours.filter((colour) => colour.kind === kind)
  if (colours.length === 0) return null
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      <ul class="trellis-colours">
        {colours.map((colour) => (
          <OneColour colour={colour} actionId={view.actionByReading.get(colour.example.action)?.id ?? null} />
        ))}
      </ul>
    </section>
  )
}
