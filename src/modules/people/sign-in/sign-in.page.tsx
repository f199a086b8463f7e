import {
  Button,
  ErrorSummary,
  Form,
  Hidden,
  Inset,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  TextInput,
} from '../../../design/index.ts'
import { strangerPage } from '../member-page.tsx'

export type SignInView = {
  readonly email: string
  readonly next: string
  /** somebody who was on their way to a page, or was signed out on it */
  readonly goesOn: boolean
  readonly problems: readonly Problem[]
}

export function signInPage({ email, next, goesOn, problems }: SignInView): string {
  return strangerPage(
    { title: 'Sign in', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Sign in</PageHeading>
      <Lede>Your partnership’s plan for children: what was promised, what is due, and what came of it.</Lede>
      {goesOn && (
        <Inset quiet>
          You then go on where you were. If you were signed out while you wrote, what you sent last was not saved: look
          for it on that page, or with your browser’s Back button.
        </Inset>
      )}
      <Form action="/sign-in">
        <Hidden name="next" value={next} />
        <TextInput
          name="email"
          label="E-mail address"
          type="email"
          width="long"
          autocomplete="username"
          spellcheck={false}
          value={email}
          error={problemOf(problems, 'email')}
        />
        <TextInput
          name="password"
          label="Password"
          type="password"
          width="long"
          autocomplete="current-password"
          error={problemOf(problems, 'password')}
        />
        <Button>Sign in</Button>
      </Form>
    </>,
  )
}
