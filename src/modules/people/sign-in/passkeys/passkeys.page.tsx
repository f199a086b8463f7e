import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  SummaryList,
  Text,
  TextInput,
} from '../../../../design/index.ts'
import { dayOf, longDay } from '../../../../kernel/day.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import type { AccountHolder } from '../../visitor.ts'
import { accountPage } from '../account/account-frame.tsx'
import { mustUseTheirs, type PasskeySeen, type Standing } from '../account/standing.ts'
import { Demanded } from '../second-factor/second-factor.page.tsx'

const DONE: Readonly<Record<string, string>> = {
  invited: 'You are in. Add your passkey here; until you have one, a link in a mail lets you in',
  added: 'You have a passkey. Sign in with it from now on',
  renamed: 'The passkey has its new name',
  removed: 'The passkey is removed, and opens nothing',
}

type PasskeysView = { readonly standing: Standing; readonly problems: readonly Problem[]; readonly done: string }

export function passkeysPage(visitor: AccountHolder, { standing, problems, done }: PasskeysView): string {
  const said = valueAt(DONE, done)
  return accountPage(
    {
      visitor,
      title: 'Passkeys',
      hasProblems: problems.length > 0,
      flash: said ? { kind: 'done', title: said } : null,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Passkeys</PageHeading>
      <Lede>
        A passkey lets you in by your finger, your face or your device’s PIN. There is no password to forget, and none
        to steal.
      </Lede>
      {visitor.kind === 'unready' && <Demanded standing={standing} />}
      {!mustUseTheirs(visitor, standing) && <Forms view={{ standing, problems, done }} />}
    </>,
  )
}

function Forms({ view: { standing, problems } }: { readonly view: PasskeysView }) {
  const { passkeys } = standing
  return (
    <>
      {passkeys.length > 0 && (
        <SummaryList
          rows={passkeys.map((passkey) => ({ key: passkey.name, value: <OnePasskey passkey={passkey} /> }))}
        />
      )}
      <Heading level={2}>Add a passkey</Heading>
      <trellis-passkey options="/account/passkeys/options" does="make">
        <Form action="/account/passkeys">
          <Hidden name="answer" value="" />
          <TextInput
            name="name"
            label="A name to know it by"
            hint="Such as “work laptop” or “my phone”."
            width="long"
            error={problemOf(problems, 'name')}
          />
          <Button>Add a passkey</Button>
        </Form>
        <noscript>
          <Text>Passkeys need JavaScript, which this browser does not run here.</Text>
        </noscript>
      </trellis-passkey>
    </>
  )
}

function OnePasskey({ passkey: { id, name, since } }: { readonly passkey: PasskeySeen }) {
  return (
    <>
      {since && <p class="govuk-body">Added on {longDay(dayOf(since))}</p>}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            Rename or remove<span class="govuk-visually-hidden"> {name}</span>
          </span>
        </summary>
        <div class="govuk-details__text">
          <Form action="/account/passkeys/name">
            <Hidden name="passkey" value={id} />
            <TextInput name="name" id={`name-${id}`} label="New name" value={name} width="long" />
            <Button kind="secondary">Rename</Button>
          </Form>
          <Form action="/account/passkeys/removal">
            <Hidden name="passkey" value={id} />
            <Button kind="warning">Remove this passkey</Button>
          </Form>
        </div>
      </details>
    </>
  )
}
