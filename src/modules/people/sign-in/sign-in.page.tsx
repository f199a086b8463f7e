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
  /** what was done just before, as the address says it */
  readonly done?: string | undefined
}

const PASSWORD_KEPT = { kind: 'done', title: 'Your new password is kept. Sign in with it' } as const

export function signInPage({ email, next, goesOn, problems, done }: SignInView): string {
  return strangerPage(
    { title: 'Sign in', hasProblems: problems.length > 0, flash: done === 'password' ? PASSWORD_KEPT : null },
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
      <p class="govuk-body">
        <a href={`/sign-in/organisation?next=${encodeURIComponent(next)}`}>Sign in through your organisation</a>, with
        your sign-in at work
      </p>
      <p class="govuk-body">
        <a href={`/sign-in/link?next=${encodeURIComponent(next)}`}>Sign in by a link in a mail</a>, without a password
      </p>
      <p class="govuk-body">
        <a href="/password/forgotten">Choose a new password</a>, if you forgot yours
      </p>
      <trellis-passkey options="/sign-in/passkey/options" does="show">
        <PasskeyForm next={next} />
      </trellis-passkey>
    </>,
  )
}

/** Hidden until the script shows it: without one, no browser shows a passkey. */
function PasskeyForm({ next }: { readonly next: string }) {
  return (
    <form action="/sign-in/passkey" method="post" hidden>
      <Hidden name="next" value={next} />
      <Hidden name="answer" value="" />
      <Button kind="secondary">Sign in with a passkey</Button>
    </form>
  )
}
