import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Inset,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../../design/index.ts'
import type { AccountHolder } from '../../visitor.ts'
import { accountPage } from '../account/account-frame.tsx'
import { mustUseTheirs, type Standing } from '../account/standing.ts'
import { UsernameBox } from '../account/username-box.tsx'
import { QrCode } from './qr-code.tsx'
import type { Shown } from './second-factor.ts'

type FactorView = {
  readonly standing: Standing
  readonly problems: readonly Problem[]
  /** which of the page's forms the problems are of */
  readonly of?: 'begin' | 'codes' | 'end'
  readonly done?: string
}

/** Whether a code from a phone is asked after the password, and the forms to change that. */
export function secondFactorPage(visitor: AccountHolder, view: FactorView): string {
  const { standing, problems, done } = view
  const title = 'Second factor'
  const flash = done === 'off' ? ({ kind: 'done', title: 'The second factor is off' } as const) : null
  return accountPage(
    { visitor, title, flash, hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>{title}</PageHeading>
      {visitor.kind === 'unready' && <Demanded standing={standing} />}
      <Forms visitor={visitor} view={view} />
    </>,
  )
}

function Forms({ visitor, view }: { readonly visitor: AccountHolder; readonly view: FactorView }) {
  if (mustUseTheirs(visitor, view.standing)) return null
  return view.standing.hasSecondFactor ? <IsOn view={view} /> : <IsOff view={view} />
}

export function Demanded({ standing: { hasSecondFactor, passkeys } }: { readonly standing: Standing }) {
  const theirs = passkeys.length > 0 ? 'your passkey' : 'the code from your phone'
  return (
    <Notice kind="warning" title="Your partnership asks for more than a password">
      {hasSecondFactor || passkeys.length > 0 ? (
        <Text>You have what it asks for: sign out, and sign in again with {theirs}.</Text>
      ) : (
        <>
          <Text>
            Before anything else, set up a second factor, or add a passkey, which counts as one. It takes two minutes.
          </Text>
          <Text>
            <a href="/account/second-factor">Set up a second factor</a> or <a href="/account/passkeys">add a passkey</a>
          </Text>
        </>
      )}
    </Notice>
  )
}

function IsOff({ view: { standing, problems } }: { readonly view: FactorView }) {
  return (
    <>
      <Lede>
        Off. When it is on, you give a code from your phone after your password: whoever learns the password alone is
        not in.
      </Lede>
      <Text>
        You need an app on your phone that makes codes, such as Microsoft Authenticator, Google Authenticator or the one
        built into your phone’s passwords.
      </Text>
      <Form action="/account/second-factor">
        {standing.hasPassword && <Password of={standing} name="password" error={problemOf(problems, 'password')} />}
        <Button>Set it up</Button>
      </Form>
    </>
  )
}

function IsOn({ view: { standing, problems, of } }: { readonly view: FactorView }) {
  const problemIn = (form: FactorView['of'], field: string) => (of === form ? problemOf(problems, field) : undefined)
  return (
    <>
      <Lede>On. After your password or a link in a mail you give a code from your phone.</Lede>
      <Heading level={2}>New recovery codes</Heading>
      <Text>When you have used your recovery codes or lost them. The ones you had then open nothing.</Text>
      <Form action="/account/second-factor/codes">
        {standing.hasPassword && (
          <Password of={standing} name="codes-password" error={problemIn('codes', 'codes-password')} />
        )}
        <Button kind="secondary">Make new recovery codes</Button>
      </Form>
      <Heading level={2}>Switch it off</Heading>
      <Text>When you have a new phone, switch it off and set it up again.</Text>
      <Form action="/account/second-factor/end">
        {standing.hasPassword && (
          <Password of={standing} name="end-password" error={problemIn('end', 'end-password')} />
        )}
        <Button kind="warning">Switch the second factor off</Button>
      </Form>
    </>
  )
}

type PasswordProps = { readonly of: Standing; readonly name: string; readonly error: string | undefined }

function Password({ of, name, error }: PasswordProps) {
  return (
    <>
      <UsernameBox email={of.email} />
      <TextInput
        name={name}
        label="Your password"
        type="password"
        width="long"
        autocomplete="current-password"
        error={error}
      />
    </>
  )
}

/** The key, to be read by the phone's camera or typed, and the box for the first code. Shown again without the key after a wrong one. */
export function confirmFactorPage(visitor: AccountHolder, shown: Shown | null, problems: readonly Problem[]): string {
  return accountPage(
    { visitor, title: 'Set up the second factor', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Set up the second factor</PageHeading>
      {shown ? (
        <>
          <Text>1. In the app on your phone, choose to add an account, and point the camera at this.</Text>
          <QrCode words={shown.address} label="QR code with the key for your app, which is also written below" />
          <Text>Without a camera, type this key into the app:</Text>
          <Inset>
            <code class="trellis-key">{shown.key.match(/.{1,4}/g)?.join(' ')}</code>
          </Inset>
          <Text>2. The app then shows six digits. Type them here.</Text>
        </>
      ) : (
        <Text>
          Wait until the app shows the next code, and type that one. If it goes on, look whether your phone’s clock is
          right, or <a href="/account/second-factor">begin again</a>.
        </Text>
      )}
      <Form action="/account/second-factor/confirmation">
        <TextInput
          name="code"
          label="Six digits from the app"
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          error={problemOf(problems, 'code')}
        />
        <Button>Switch the second factor on</Button>
      </Form>
    </>,
  )
}

/** The recovery codes, this once. */
export function recoveryCodesPage(visitor: AccountHolder, codes: readonly string[], isNew: boolean): string {
  const title = isNew ? 'The second factor is on' : 'Your new recovery codes'
  return accountPage(
    { visitor, title },
    <>
      <PageHeading>{title}</PageHeading>
      <Lede>Keep these recovery codes where you find them without your phone. They are shown this once.</Lede>
      <Text>Each lets you in once in place of a code from the app. Print this page, or write them down.</Text>
      <ul class="govuk-list trellis-codes">
        {codes.map((code) => (
          <li>
            <code class="trellis-key">{code}</code>
          </li>
        ))}
      </ul>
      <Button href="/account">I have kept them</Button>
    </>,
  )
}
