import { Button, ButtonGroup, ErrorSummary, Form, Lede, PageHeading, type Problem } from '../../../design/index.ts'
import { type Directory, type Member, memberPage } from '../../people/index.ts'
import { ActionFields } from '../change-action/action-fields.tsx'
import { Because } from '../change-action/because.tsx'
import type { TypedAction } from '../change-action/typed-action.ts'
import type { Action, Part, Plan } from '../plan.ts'

type AddView = {
  readonly plan: Plan
  /** the action it is split off from; null for one that is all new */
  readonly from: Action | null
  readonly parts: readonly Part[]
  readonly directory: Directory
  readonly typed: TypedAction
  readonly problems: readonly Problem[]
  readonly once: string
}

/** Asks what an action says that joins an adopted plan. */
export function addInYearPage(visitor: Member, view: AddView): string {
  const { plan, from, typed, problems } = view
  const name = from?.ref ? `action ${from.ref}` : 'this action'
  const title = from ? `Split an action off from ${name}` : 'Add an action'
  const backTo = from ? `/actions/${from.id}` : `/plans/${plan.id}`
  return memberPage(
    {
      visitor,
      title,
      section: 'plans',
      hasProblems: problems.length > 0,
      back: { text: 'Back without adding', href: backTo },
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={plan.title}>{title}</PageHeading>
      <Lede>
        {from
          ? 'Leave here what the new action is to do. The action it comes from keeps its updates and its words; change those afterwards.'
          : 'The plan is adopted: from now on every count has one action more, and it is asked for like the others.'}
      </Lede>
      <Form
        action={from ? `/actions/${from.id}/split-off` : `/plans/${plan.id}/add-action`}
        once={view.once}
        keepsWords
      >
        <ActionFields
          typed={typed}
          directory={view.directory}
          parts={view.parts}
          problems={problems}
          asked={(_, hint) => hint}
        />
        <Because
          value={typed.because}
          problems={problems}
          hint="Such as “Agreed by the board on 12 May, after the inspection”. It stays in the action’s history"
        />
        <ButtonGroup>
          <Button>{from ? 'Split it off' : 'Add this action'}</Button>
          <Button kind="quiet" href={backTo}>
            Cancel
          </Button>
        </ButtonGroup>
      </Form>
    </>,
  )
}
