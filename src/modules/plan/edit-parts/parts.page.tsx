import { Button, EmptyState, Form, Hidden, type Problem, Text, TextArea, TextInput } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { Member } from '../../people/index.ts'
import type { ReviewItem } from '../answer-questions/review-item.ts'
import type { ReviewProgress } from '../answer-questions/review-progress.ts'
import { fieldHint } from '../change-action/field-questions.tsx'
import type { DraftChange } from '../corrections/draft-change.store.ts'
import { partTitle, trailOf } from '../part-trail.ts'
import type { Action, Part, Plan } from '../plan.ts'
import { LastChange } from '../review-plan/draft-changes.tsx'
import { reviewFrame } from '../review-plan/review-frame.tsx'
import { stateOf } from './edit-part.ts'

export type PartsView = {
  readonly plan: Plan
  readonly parts: readonly Part[]
  readonly actions: readonly Action[]
  readonly items: readonly ReviewItem[]
  readonly progress: ReviewProgress
  readonly lastChange: DraftChange | null
  readonly once: string
  readonly flash: string | null
  readonly problems: readonly Problem[]
}

/** The headings of a draft, each with its words to correct. */
export function partsPage(visitor: Member, view: PartsView): string {
  const { plan, parts, progress, flash, problems } = view
  return reviewFrame(
    { visitor, plan, current: 'parts', progress, flash, problems },
    <>
      <LastChange view={view} />
      {parts.length === 0 ? (
        <EmptyState title="No heading was read">
          Say on the page “Columns” which column holds the aim or objective, if there is one.
        </EmptyState>
      ) : (
        <Text>What a heading says stands over its actions on every page and paper.</Text>
      )}
      <div id="parts">
        {parts.map((part) => (
          <OnePart part={part} view={view} />
        ))}
      </div>
    </>,
  )
}

/** The actions that stand under a heading, or under one of its own. */
function countUnder(part: Part, parts: readonly Part[], actions: readonly Action[]): number {
  const under = parts.filter(({ parentId }) => parentId === part.id)
  const own = actions.filter(({ partId }) => partId === part.id).length
  return under.reduce((sum, each) => sum + countUnder(each, parts, actions), own)
}

function OnePart({ part, view }: { readonly part: Part; readonly view: PartsView }) {
  const { plan, parts, actions, items, once } = view
  const url = `/plans/${plan.id}/review/parts/${part.id}`
  const above = trailOf(parts, part.parentId)
  const level = plan.levelNames[part.level] ?? 'Heading'
  const count = countUnder(part, parts, actions)
  const asked = items.filter((item) => item.answer === null && item.part?.id === part.id)
  return (
    <details class="trellis-part" id={`part-${part.id}`} open={asked.length > 0 && parts.length <= MOST_OPEN}>
      <summary class="trellis-part__summary">
        <strong>{partTitle(part)}</strong> <span class="trellis-work__count">{counted(count, 'action')}</span>
        {asked.length > 0 && <span class="trellis-work__count">{counted(asked.length, 'open question')}</span>}
        <span class="trellis-part__level">{[...above, level].join(' › ')}</span>
      </summary>
      <Form action={url} once={once} keepsWords>
        <Hidden name="seen" value={stateOf(part)} />
        <TextInput name="ref" id={`ref-${part.id}`} label="Number" width="short" value={part.ref ?? ''} />
        <TextInput
          name="title"
          id={`title-${part.id}`}
          label="Heading"
          value={part.title}
          hint={fieldHint(asked, 'part')}
        />
        <TextArea
          name="why"
          id={`why-${part.id}`}
          label="Why this matters"
          rows={3}
          value={part.why ?? ''}
          hint={fieldHint(asked, 'why')}
        />
        <TextArea
          name="success"
          id={`success-${part.id}`}
          label="How they will know"
          rows={3}
          value={part.success ?? ''}
          hint={fieldHint(asked, 'success')}
        />
        <TextArea
          name="points"
          id={`points-${part.id}`}
          label="Its points, one to a line"
          rows={Math.min(8, Math.max(2, part.points.length))}
          value={part.points.join('\n')}
        />
        <TextInput
          name="leadWords"
          id={`lead-${part.id}`}
          label="Who leads all of it, in the plan’s words"
          value={part.leadWords ?? ''}
        />
        <TextArea
          name="alignedPlans"
          id={`aligned-${part.id}`}
          label="Plans it goes with, one to a line"
          rows={2}
          value={part.alignedPlans.join('\n')}
        />
        <Button kind="secondary">Save this heading</Button>
      </Form>
      <Form action={`${url}/removal`} once={once}>
        <p class="govuk-body">
          <button class="trellis-link-button" type="submit">
            This is no heading<span class="govuk-visually-hidden">: {part.title}</span>
          </button>{' '}
          Its actions then stand under {above.at(-1) ?? 'no heading'}.
        </p>
      </Form>
    </details>
  )
}

/** More open at once would hide the list that they are. */
const MOST_OPEN = 8
