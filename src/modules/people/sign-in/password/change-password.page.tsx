import {
  Button,
  ErrorSummary,
  Form,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  TextInput,
} from '../../../../design/index.ts'
import type { AccountHolder } from '../../visitor.ts'
import { accountPage } from '../account/account-frame.tsx'
import { UsernameBox } from '../account/username-box.tsx'
import { SHORTEST } from './check-password.ts'

export function changePasswordPage(visitor: AccountHolder, email: string, problems: readonly Problem[]): string {
  return accountPage(
    { visitor, title: 'Change your password', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Change your password</PageHeading>
      <Lede>Your other browsers are then signed out.</Lede>
      <Form action="/account/password">
        <UsernameBox email={email} />
        <TextInput
          name="present"
          label="Your password now"
          type="password"
          width="long"
          autocomplete="current-password"
          error={problemOf(problems, 'present')}
        />
        <NewPassword problems={problems} />
        <Button>Change your password</Button>
      </Form>
    </>,
  )
}

/** One box for a password to be chosen; the browser's own key chain may fill it. */
export function NewPassword({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <TextInput
      name="chosen"
      label="Your new password"
      hint={`At least ${SHORTEST} characters. Four words that do not belong together are safe, and easy to keep in mind.`}
      type="password"
      width="long"
      autocomplete="new-password"
      error={problemOf(problems, 'chosen')}
    />
  )
}
