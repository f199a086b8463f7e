import {
  Button,
  ErrorSummary,
  Form,
  Hidden,
  PageHeading,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../../design/index.ts'
import { strangerPage } from '../../member-page.tsx'

export function secondStepPage(next: string, problems: readonly Problem[]): string {
  return strangerPage(
    { title: 'Enter your code', hasProblems: problems.length > 0, back: { text: 'Sign in', href: '/sign-in' } },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Enter your code</PageHeading>
      <Text>Open the app on your phone that makes your codes, and type the six digits it shows for Trellis.</Text>
      <Form action="/sign-in/code">
        <Hidden name="next" value={next} />
        <TextInput
          name="code"
          label="Code"
          hint="Without your phone, type one of your recovery codes."
          width="medium"
          autocomplete="one-time-code"
          spellcheck={false}
          error={problemOf(problems, 'code')}
        />
        <Button>Go on</Button>
      </Form>
    </>,
  )
}
