import { Button, Form, Heading, Text } from '../../../../design/index.ts'
import type { UpdateView } from './update-view.ts'

type Props = {
  readonly view: UpdateView
  readonly once: string
  /** where the page of this update is, and its form goes */
  readonly action: string
}

/** What a lead may still do with an update that was sent: take it back, correct it, or drop a correction. */
export function SentSteps({ view, once, action }: Props) {
  const { mayWithdraw, mayDrop, sending, isCorrectedOnRequest, state } = view
  const mayAskToCorrect = sending === 'correct' && isCorrectedOnRequest
  if (!mayWithdraw && !mayDrop && !mayAskToCorrect) return null
  return (
    <section>
      <Heading level={2}>{mayDrop ? 'Or leave it as it was' : 'If something in it is not right'}</Heading>
      <Text>{WORDS[state]}</Text>
      {mayAskToCorrect && (
        <Button kind="secondary" href={`${action}?correct=yes`}>
          Correct it
        </Button>
      )}
      {(mayWithdraw || mayDrop) && (
        <Form action={action} once={once}>
          <Button kind="secondary" name="step" value={mayWithdraw ? 'withdraw' : 'drop'}>
            {mayWithdraw ? 'Take it back' : 'Drop the correction'}
          </Button>
        </Form>
      )}
    </section>
  )
}

const WORDS: Readonly<Record<UpdateView['state'], string>> = {
  asked: '',
  draft: '',
  'sent-back': '',
  submitted:
    'Nobody has judged it yet. A correction takes its place in the chair’s list, with your reason. Taken back, it is a draft again, and the chair does not see it until you send it.',
  accepted:
    'A correction is a new version with your reason. It goes to the chair; until it is accepted this one stands, and it stays readable.',
  'correction-draft': 'The accepted update stands as it is. What you wrote of the correction goes to the history.',
  'correction-sent':
    'The correction waits for the chair, and the accepted update stands meanwhile. Taken back, the correction is a draft again.',
  'correction-sent-back': 'The accepted update stands as it is, and the correction that was sent back goes no further.',
}
