import {
  Button,
  ButtonGroup,
  Form,
  Heading,
  Hidden,
  type Problem,
  problemOf,
  TextArea,
} from '../../../../design/index.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import type { Submission } from '../update.store.ts'

type JudgeFormProps = {
  readonly pointId: ReportingPointId
  readonly sent: Submission | null
  readonly problems: readonly Problem[]
}

/** The chair's answer to what was sent. */
export function JudgeForm({ pointId, sent, problems }: JudgeFormProps) {
  if (!sent) return null
  return (
    <section>
      <Heading level={2}>Your answer</Heading>
      <Form action={`/updates/${pointId}/verdict`}>
        <Hidden name="submission" value={sent.id} />
        <TextArea
          name="note"
          label="Note to the lead"
          hint="Needed when you send it back: what is missing, or what you question"
          rows={3}
          error={problemOf(problems, 'note')}
        />
        <ButtonGroup>
          <Button name="step" value="accept">
            Accept this update
          </Button>
          <Button kind="secondary" name="step" value="send-back">
            Send it back
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  )
}
