import {
  Button,
  ErrorSummary,
  Form,
  Hidden,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../../design/index.ts'
import { strangerPage } from '../../member-page.tsx'
import type { ComeBackRefusal } from './sign-on.ts'

const BACK = { text: 'Sign in', href: '/sign-in' }

type AskView = {
  readonly email: string
  readonly next: string
  readonly problems: readonly Problem[]
  /** their partnership demands that they come this way */
  readonly isDemanded: boolean
}

export function askForOrganisationPage({ email, next, problems, isDemanded }: AskView): string {
  const title = 'Sign in through your organisation'
  return strangerPage(
    { title, hasProblems: problems.length > 0, back: BACK },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>{title}</PageHeading>
      {isDemanded && (
        <Notice kind="warning" title="Your partnership asks you to sign in through your organisation">
          <Text>The way you signed in is not enough any more. Go on from here with your work address.</Text>
        </Notice>
      )}
      <Lede>With the sign-in you use at work: we find it by your address.</Lede>
      <Form action="/sign-in/organisation">
        <Hidden name="next" value={next} />
        <TextInput
          name="email"
          label="Work e-mail address"
          type="email"
          width="long"
          autocomplete="username"
          spellcheck={false}
          value={email}
          error={problemOf(problems, 'email')}
        />
        <Button>Go on</Button>
      </Form>
    </>,
  )
}

/** A link and no redirect: browsers follow our forms to our own pages only, and the reader sees where they are going. */
export function goOnPage({ to, name }: { readonly to: string; readonly name: string }): string {
  return strangerPage(
    { title: `Sign in at ${name}`, back: { text: 'Another address', href: '/sign-in/organisation' } },
    <>
      <PageHeading>Sign in at {name}</PageHeading>
      <Lede>You sign in on their page, {new URL(to).host}, and come back here.</Lede>
      <Button href={to}>Go to {name}</Button>
    </>,
  )
}

export function signedOutHerePage({ to, name }: { readonly to: string; readonly name: string }): string {
  return strangerPage(
    { title: 'You are signed out of Trellis', back: BACK },
    <>
      <PageHeading>You are signed out of Trellis</PageHeading>
      <Lede>Your organisation may still know this browser. If others use it, sign out there too.</Lede>
      <Button href={to}>Sign out at {name} too</Button>
    </>,
  )
}

export function notLetInPage(refusal: ComeBackRefusal, name: string): string {
  const title = 'You are not signed in'
  return strangerPage(
    { title, back: BACK },
    <>
      <PageHeading>{title}</PageHeading>
      <Lede>{inWords(refusal, name)}</Lede>
      <Button href="/sign-in/organisation">Try again</Button>
      <Text>
        <a href="/sign-in">Sign in in another way</a>
      </Text>
    </>,
  )
}

function inWords({ kind }: ComeBackRefusal, name: string): string {
  switch (kind) {
    case 'not-in-directory':
    case 'other-domain':
      return `${name} knows you, but this partnership’s directory does not have you by the address they gave. Ask your partnership’s manager to add it.`
    case 'not-verified':
      return `${name} did not vouch for your e-mail address. Ask your partnership’s manager, who can tell their ICT.`
    case 'no-answer':
      return `${name} does not answer now. Try again in a few minutes.`
    case 'not-taken':
      return `What came back was not what this browser set out for: it took too long, was used already, or was not complete. If it goes on, tell your partnership’s manager: what ${name} and Trellis know each other by may have run out.`
  }
}
