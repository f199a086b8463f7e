import {
  Button,
  ButtonGroup,
  type Child,
  ErrorSummary,
  Form,
  Hidden,
  PageHeading,
  type Problem,
  SourceLines,
} from '../../../design/index.ts'
import { type Directory, type Member, memberPage } from '../../people/index.ts'
import type { FindingField, TimescaleReading } from '../../reading/index.ts'
import type { ReviewItem } from '../answer-questions/review-item.ts'
import type { Action, Part, Plan } from '../plan.ts'
import type { RatingScheme } from '../rating-scheme.ts'
import { ActionFields } from './action-fields.tsx'
import { Because } from './because.tsx'
import { fieldHint } from './field-questions.tsx'
import { SaidFields } from './said-fields.tsx'
import type { TypedAction } from './typed-action.ts'
import { typedFrom } from './typed-said.ts'
import { Understood } from './understood.tsx'

export type ChangeView = {
  readonly plan: Plan
  readonly action: Action
  readonly directory: Directory
  /** the parts of its plan, which it may stand under */
  readonly parts: readonly Part[]
  readonly once: string
  readonly problems: readonly Problem[]
  /** what was typed, after a refusal; else what the action says */
  readonly typed: TypedAction
  readonly backTo: string
  /** the question of the review that led here; empty from anywhere else */
  readonly from: string
  /** what is asked of this action, beside the field it is asked about */
  readonly questions: readonly ReviewItem[]
  readonly scheme: RatingScheme
  /** what the timescale in the box was understood as */
  readonly timescale: TimescaleReading | null
}

export function changeActionPage(visitor: Member, view: ChangeView): string {
  const { action, plan, directory, typed, problems } = view
  const asked = (field: FindingField, hint?: string) => fieldHint(view.questions, field, hint)
  const name = action.ref ? `Action ${action.ref}` : 'An action without a number'
  // A draft's fields are kept as they are left, so nobody may read that going back undoes what they wrote.
  const isDraft = plan.adoptedAt === null
  const back = view.from ? 'Back to the questions' : 'Back to the review'
  return memberPage(
    {
      visitor,
      title: `Change ${name}`,
      section: 'plans',
      hasProblems: problems.length > 0,
      back: { text: isDraft ? back : 'Back without changing', href: view.backTo },
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={plan.title}>{name}</PageHeading>
      {action.source && (
        <SourceLines
          label="The lines it came from"
          lines={action.source.text
            .split('\n')
            .map((text, at) => ({ number: (action.source?.where.line ?? action.source?.where.row ?? 1) + at, text }))}
        />
      )}
      <MaybeAutosave action={action} isDraft={isDraft}>
        <Form action={`/actions/${action.id}/change`} once={view.once} keepsWords>
          <Hidden name="version" value={String(action.version)} />
          <Hidden name="from" value={view.from} />
          <ActionFields
            typed={typed}
            directory={directory}
            parts={view.parts}
            problems={problems}
            asked={asked}
            understood={<Understood actionId={action.id} timescale={view.timescale} />}
          >
            {isDraft && (
              <SaidFields
                actionId={action.id}
                said={action.said}
                typed={typed.said ?? typedFrom(action.said)}
                scheme={view.scheme}
                questions={view.questions}
              />
            )}
          </ActionFields>
          {!isDraft && <Because value={typed.because} problems={problems} />}
          <ButtonGroup>
            <Button>Save this action</Button>
            <Button kind="quiet" href={view.backTo}>
              {isDraft ? back : 'Cancel'}
            </Button>
          </ButtonGroup>
        </Form>
      </MaybeAutosave>
    </>,
  )
}

type AutosaveProps = { readonly action: Action; readonly isDraft: boolean; readonly children: Child }

/** A draft's fields are kept as they are left; in an adopted plan each saving is a version, and is asked for. */
function MaybeAutosave({ action, isDraft, children }: AutosaveProps) {
  if (!isDraft) return <>{children}</>
  return <trellis-autosave src={`/actions/${action.id}/autosave`}>{children}</trellis-autosave>
}
