import {
  Button,
  ErrorSummary,
  Form,
  Hidden,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../../design/index.ts'
import { strangerPage } from '../../member-page.tsx'
import { LINK_MINUTES } from '../letter-kinds.ts'
import { NewPassword } from '../password/change-password.page.tsx'
import type { LinkKind } from './by-mail.ts'

const BACK = { text: 'Sign in', href: '/sign-in' }

const ASKS = {
  'sign-in-link': {
    action: '/sign-in/link',
    title: 'Sign in by a link',
    lede: 'Without a password: we send you a mail with a link that lets you in.',
    button: 'Send me a link',
  },
  'password-link': {
    action: '/password/forgotten',
    title: 'Choose a new password',
    lede: 'We send you a mail with a link to choose one.',
    button: 'Send me a link',
  },
} as const satisfies Record<LinkKind, object>

type AskView = { readonly email: string; readonly next: string; readonly problems: readonly Problem[] }

export function askForLinkPage(kind: LinkKind, { email, next, problems }: AskView): string {
  const { action, title, lede, button } = ASKS[kind]
  return strangerPage(
    { title, hasProblems: problems.length > 0, back: BACK },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>{title}</PageHeading>
      <Lede>{lede}</Lede>
      <Form action={action}>
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
        <Button>{button}</Button>
      </Form>
    </>,
  )
}

export function linkSentPage(): string {
  return strangerPage(
    { title: 'Look into your mail', back: BACK },
    <>
      <PageHeading>Look into your mail</PageHeading>
      <Lede>If the address you gave is known here, a mail with a link is on its way to it.</Lede>
      <Text>
        The link works once, for {LINK_MINUTES} minutes. If no mail comes in a few minutes, look among unwanted mail.
      </Text>
      <Text>
        Still none? Check the address and <a href="/sign-in/link">ask again</a>, or ask your partnership’s manager
        whether you have a sign-in.
      </Text>
    </>,
  )
}

/** Opening a link does nothing yet: programs that look for viruses open every link in a mail. */
export function openLinkPage({ key, next }: { readonly key: string; readonly next: string }): string {
  return strangerPage(
    { title: 'Sign in' },
    <>
      <PageHeading>Sign in</PageHeading>
      <Lede>One press, and you are in.</Lede>
      <Form action="/sign-in/link/open">
        <Hidden name="key" value={key} />
        <Hidden name="next" value={next} />
        <Button>Sign in to Trellis</Button>
      </Form>
    </>,
  )
}

export function linkIsOverPage(askAgain: string): string {
  return strangerPage(
    { title: 'This link is over', back: BACK },
    <>
      <PageHeading>This link is over</PageHeading>
      <Lede>
        A link works once, for {LINK_MINUTES} minutes, and this one has been used, is older, or was cut in your mail.
      </Lede>
      <Button href={askAgain}>Ask for a new link</Button>
    </>,
  )
}

export function choosePasswordPage(key: string, problems: readonly Problem[]): string {
  return strangerPage(
    { title: 'Choose a new password', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Choose a new password</PageHeading>
      <Lede>Wherever you are signed in now, you are then signed out.</Lede>
      <Form action="/password/new">
        <Hidden name="key" value={key} />
        <NewPassword problems={problems} />
        <Button>Keep this password</Button>
      </Form>
    </>,
  )
}
