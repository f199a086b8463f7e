import {
  Button,
  ErrorSummary,
  Form,
  Hidden,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Radios,
  Text,
} from '../../../design/index.ts'
import { strangerPage } from '../member-page.tsx'
import { UsernameBox } from '../sign-in/account/username-box.tsx'
import { NewPassword } from '../sign-in/password/change-password.page.tsx'
import type { Open } from './accept.ts'

type AcceptView = { readonly key: string; readonly way: string; readonly problems: readonly Problem[] }

export function acceptPage({ invitation, partnershipName }: Open, { key, way, problems }: AcceptView): string {
  return strangerPage(
    { title: 'Choose how you sign in', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={partnershipName}>Choose how you sign in</PageHeading>
      <Lede>
        You are {invitation.person.name}, and sign in with {invitation.email}.
      </Lede>
      <Form action="/invitation">
        <Hidden name="key" value={key} />
        <UsernameBox email={invitation.email} />
        <Radios
          name="way"
          label="How do you want to sign in?"
          value={way}
          error={problemOf(problems, 'way')}
          items={[
            {
              value: 'link',
              text: 'By a link in a mail each time',
              hint: 'Nothing to keep in mind. Good if you come a few times a year.',
            },
            {
              value: 'passkey',
              text: 'With a passkey',
              hint: 'Your finger, your face or your device’s PIN lets you in. You make it on the next page; without it, a link in a mail does.',
            },
            { value: 'password', text: 'With a password', conditional: <NewPassword problems={problems} /> },
          ]}
        />
        <Text>You can change this afterwards, under “Your account”.</Text>
        <Button>Go on</Button>
      </Form>
    </>,
  )
}

export function invitationIsOverPage(): string {
  return strangerPage(
    { title: 'This invitation is over', back: { text: 'Sign in', href: '/sign-in' } },
    <>
      <PageHeading>This invitation is over</PageHeading>
      <Lede>It was taken up, called back or sent anew, it is older than a week, or its link was cut in your mail.</Lede>
      <Text>If you took it up, sign in. Otherwise ask whoever invited you for a new one.</Text>
    </>,
  )
}
