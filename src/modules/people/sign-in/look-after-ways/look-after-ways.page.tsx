import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  type Problem,
  problemOf,
  SummaryList,
  Text,
  TextInput,
} from '../../../../design/index.ts'
import { directoryRecordPage } from '../../directory/directory-frame.tsx'
import type { Member } from '../../visitor.ts'
import type { SomebodysWays } from './look-after-ways.ts'

export type WaysView = {
  readonly ways: SomebodysWays
  readonly isOwn: boolean
  readonly reason: string
  readonly problems: readonly Problem[]
  readonly once: string
  readonly flash: string | null
}

export function lookAfterWaysPage(visitor: Member, view: WaysView): string {
  const { ways, isOwn, reason, problems, once, flash } = view
  const { person, standing, sessions } = ways
  const url = `/people/${person.id}/ways-in`
  const hasFactors = standing.hasSecondFactor || standing.passkeys.length > 0
  return directoryRecordPage(
    {
      visitor,
      list: 'people',
      title: 'Ways in',
      heading: `How ${person.name} signs in`,
      above: { text: person.name, href: `/people/${person.id}` },
      hasProblems: problems.length > 0,
      flash,
    },
    <>
      <ErrorSummary problems={problems} />
      <SummaryList
        rows={[
          { key: 'Address', value: standing.email },
          { key: 'Password', value: standing.hasPassword ? 'Yes' : 'None: by links, a passkey or their organisation' },
          { key: 'Second factor', value: standing.hasSecondFactor ? 'On' : 'None' },
          { key: 'Passkeys', value: standing.passkeys.length === 0 ? 'None' : String(standing.passkeys.length) },
          { key: 'Signed in now', value: browsersInWords(sessions) },
        ]}
      />
      <Heading level={2}>Sign them out everywhere</Heading>
      <Text>When a phone or a laptop is lost, or somebody else may be in. They sign in again as before.</Text>
      <Form action={`${url}/sessions-end`} once={once}>
        <Button kind="secondary">Sign {person.name} out everywhere</Button>
      </Form>
      <Heading level={2}>Take their second factor and passkeys away</Heading>
      {takingAway()}
    </>,
  )

  function takingAway() {
    if (isOwn)
      return <Text>Your own you change under “Your account”; another who keeps ways in can take them away.</Text>
    if (!hasFactors) return <Text>They have none.</Text>
    return (
      <>
        <Text>
          When they lost their phone and their recovery codes. Make sure that it is them as carefully as when you
          invited them: see them, or call them back on a number you know. They are told by mail.
        </Text>
        <Form action={`${url}/factors-end`} once={once} keepsWords>
          <TextInput
            name="reason"
            label="How you made sure that it is them"
            hint="It stands in the audit trail."
            width="long"
            value={reason}
            error={problemOf(problems, 'reason')}
          />
          <Button kind="warning">Take them away</Button>
        </Form>
      </>
    )
  }
}

function browsersInWords(sessions: number): string {
  if (sessions === 0) return 'Nowhere'
  return sessions === 1 ? 'In 1 browser' : `In ${sessions} browsers`
}
