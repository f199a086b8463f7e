import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Hidden,
  Lede,
  PageHeading,
  problemOf,
  SourceLines,
  TextArea,
} from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'
import { WHY_REFUSED } from '../change-draft/refused.ts'
import type { Action, Plan } from '../plan.ts'

type SplitView = {
  readonly action: Action
  readonly plan: Plan
  readonly once: string
  /** what was sent without a cut; null when nothing was sent yet */
  readonly typed: string | null
}

/** Asks where an action that is two or more should be cut: an empty line is the cut. */
export function splitActionPage(visitor: Member, { action, plan, once, typed }: SplitView): string {
  const name = action.ref ? `action ${action.ref}` : 'this action'
  const backTo = `/plans/${plan.id}/review?at=${action.id}#action-${action.id}`
  const problems = typed === null ? [] : [{ field: 'text', message: WHY_REFUSED['nothing-to-split'] ?? '' }]
  return memberPage(
    {
      visitor,
      title: `Split ${name}`,
      section: 'plans',
      back: { text: 'Back without splitting', href: backTo },
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={plan.title}>Split {name}</PageHeading>
      <Lede>Leave an empty line where the next action begins.</Lede>
      <Form action={`/actions/${action.id}/split`} once={once} keepsWords>
        <Hidden name="version" value={String(action.version)} />
        <TextArea
          name="text"
          label="The action"
          rows={8}
          value={typed ?? proposedCut(action.text)}
          error={problemOf(problems, 'text')}
          hint="Each keeps everything else the action says, which you can then correct. One that begins with a reference, such as 1.2, takes it"
        />
        <ButtonGroup>
          <Button>Split it here</Button>
          <Button kind="quiet" href={backTo}>
            Cancel
          </Button>
        </ButtonGroup>
      </Form>
      {action.source && (
        <SourceLines
          label="The lines it came from"
          lines={action.source.text
            .split('\n')
            .map((text, at) => ({ number: (action.source?.where.line ?? action.source?.where.row ?? 1) + at, text }))}
        />
      )}
    </>,
  )
}

/** Cuts are proposed before a bullet, and where a semicolon or a full stop is followed by a reference. */
export function proposedCut(text: string): string {
  return text.replaceAll(/\s*(?<=.)([•▪◦‣]\s+)/g, '\n\n$1').replaceAll(/(?<=[;.])\s+(?=\d{1,3}\.\d)/g, '\n\n')
}
