import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Inset,
  Lede,
  Notice,
  type Problem,
  problemOf,
  SummaryList,
  Text,
  TextArea,
  TextInput,
} from '../../../../design/index.ts'
import { dayOf, longDay } from '../../../../kernel/day.ts'
import { directoryRecordPage } from '../../directory/directory-frame.tsx'
import type { Member } from '../../visitor.ts'
import type { Provider } from '../sign-on/provider.store.ts'

export type SetUpView = {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly provider: Provider | null
  /** what the partnership is called, for the operator's command */
  readonly partnership: string
  /** where their ICT is to send people back to */
  readonly comesBackTo: string
  readonly signedOutTo: string
  readonly typed: { readonly issuer: string; readonly clientId: string; readonly domains: string }
  readonly problems: readonly Problem[]
  readonly once: string
  readonly flash: string | null
}

export function setUpPage(visitor: Member, view: SetUpView): string {
  const { organisation, provider, typed, problems, once, flash } = view
  const url = `/organisations/${organisation.id}/single-sign-on`
  return directoryRecordPage(
    {
      visitor,
      list: 'organisations',
      title: 'Single sign-on',
      heading: `Single sign-on of ${organisation.name}`,
      above: { text: organisation.name, href: `/organisations/${organisation.id}` },
      hasProblems: problems.length > 0,
      flash,
    },
    <>
      <ErrorSummary problems={problems} />
      {provider ? (
        <AsItIs view={{ ...view, provider }} />
      ) : (
        <Lede>Their people then sign in with what they use at work, and nothing to keep in mind.</Lede>
      )}
      <Heading level={2}>1. What their ICT registers</Heading>
      <Text>Trellis as a web application, by OpenID Connect, with the code flow and these addresses:</Text>
      <SummaryList
        rows={[
          { key: 'Sends people back to', value: <code class="trellis-key">{view.comesBackTo}</code> },
          { key: 'After signing out', value: <code class="trellis-key">{view.signedOutTo}</code> },
          {
            key: 'Says of each',
            value:
              'e-mail address, and that it is theirs: email with email_verified, or in Entra ID email with xms_edov',
          },
        ]}
      />
      <Heading level={2}>2. What they give you</Heading>
      <Form action={url} once={once} keepsWords>
        <TextInput
          name="issuer"
          label="Issuer"
          hint="In Entra ID: https://login.microsoftonline.com/, the tenant’s id, and /v2.0"
          autocomplete="off"
          spellcheck={false}
          value={typed.issuer}
          error={problemOf(problems, 'issuer')}
        />
        <TextInput
          name="clientId"
          label="Client id"
          width="long"
          autocomplete="off"
          spellcheck={false}
          value={typed.clientId}
          error={problemOf(problems, 'clientId')}
        />
        <TextInput
          name="clientSecret"
          label="Client secret"
          hint={provider ? 'Leave it empty to keep the one there is' : 'Kept sealed, and never shown again'}
          type="password"
          width="long"
          autocomplete="new-password"
          error={problemOf(problems, 'clientSecret')}
        />
        <TextArea
          name="domains"
          label="Domains of their addresses"
          hint="One on each line, such as police.example. Only addresses of these, and of people in your directory, are let in."
          value={typed.domains}
          error={problemOf(problems, 'domains')}
        />
        <Button>Look at the issuer, and keep this</Button>
      </Form>
      {provider && (
        <>
          <Heading level={2}>End it</Heading>
          <Text>Their people then sign in by a link in a mail, or what else they have.</Text>
          <Form action={`${url}/end`} once={once}>
            <Button kind="warning">End single sign-on of {organisation.name}</Button>
          </Form>
        </>
      )}
    </>,
  )
}

function AsItIs({ view }: { readonly view: SetUpView & { readonly provider: Provider } }) {
  const { provider, partnership } = view
  const { setUpAt, setUpBy, domains, named } = provider
  const waiting = named.filter((domain) => !domains.includes(domain))
  const when = `set up by ${setUpBy} on ${longDay(dayOf(setUpAt))}.`
  return (
    <>
      <Inset>
        {domains.length > 0 ? `On for addresses at ${domains.join(', ')}: ${when}` : `Not on for anybody yet: ${when}`}
      </Inset>
      {waiting.length > 0 && (
        <Notice kind="warning" title={`Waiting: ${waiting.join(', ')}`}>
          <Text>
            Nobody comes in by these addresses until whoever runs Trellis has made sure that they are yours. Ask them to
            run:
          </Text>
          {waiting.map((domain) => (
            <Text>
              <code class="trellis-key">
                bin/trellis sign-in vouch --partnership "{partnership}" --domain {domain}
              </code>
            </Text>
          ))}
        </Notice>
      )}
    </>
  )
}
