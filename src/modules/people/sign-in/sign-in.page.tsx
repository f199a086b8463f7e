import {
  Button,
  ErrorSummary,
  Form,
  Hidden,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  TextInput,
} from '../../../design/index.ts'
import { strangerPage } from '../member-page.tsx'

export type SignInView = { readonly email: string; readonly next: string; readonly problems: readonly Problem[] }

export function signInPage({ email, next, problems }: SignInView): string {
  return strangerPage(
    { title: 'Sign in', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Sign in</PageHeading>
      <Lede>Your partnership’s plan for children: what was promised, what is due, and what came of it.</Lede>
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
