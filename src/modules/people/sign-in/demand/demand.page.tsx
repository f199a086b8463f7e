import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Radios,
  Table,
  Text,
} from '../../../../design/index.ts'
import { dayOf, longDay, shortDay } from '../../../../kernel/day.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import { memberPage } from '../../member-page.tsx'
import type { Member } from '../../visitor.ts'
import type { Provider } from '../sign-on/provider.store.ts'
import type { DemandSet } from './demand.store.ts'
import type { Demanded } from './lacking.ts'

export type DemandView = {
  readonly demand: DemandSet | null
  readonly providers: readonly Provider[]
  readonly signers: number
  /** who has neither a second factor nor a passkey */
  readonly without: readonly { readonly id: PersonId; readonly name: string }[]
  readonly chosen: Demanded
  readonly problems: readonly Problem[]
  readonly once: string
  readonly isDone: boolean
}

const IN_WORDS: Readonly<Record<Demanded, string>> = {
  nothing: 'A password or a link in a mail is enough',
  'second-factor': 'Everybody gives a second factor, or uses a passkey',
  'single-sign-on':
    'Everybody comes through their organisation where it has single sign-on, and by a second factor or a passkey where not',
}

export function demandPage(visitor: Member, view: DemandView): string {
  const { demand, problems, chosen, once, isDone } = view
  const title = 'What signing in asks for'
  return memberPage(
    {
      visitor,
      title,
      hasProblems: problems.length > 0,
      back: { text: 'Invitations', href: '/invitations' },
      flash: isDone ? { kind: 'done', title: 'What signing in asks for is changed' } : null,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>{title}</PageHeading>
      <Lede>{inForce(demand)}</Lede>
      <Form action="/ways-in" once={once}>
        <Radios
          name="demanded"
          label="From now on"
          value={chosen}
          error={problemOf(problems, 'demanded')}
          items={[
            { value: 'nothing', text: IN_WORDS.nothing },
            {
              value: 'second-factor',
              text: IN_WORDS['second-factor'],
              hint: 'Whoever has neither is led to set one up before anything else. It holds for everybody who is signed in now, too.',
            },
            { value: 'single-sign-on', text: IN_WORDS['single-sign-on'] },
          ]}
        />
        <Button>Keep this</Button>
      </Form>
      <SingleSignOn providers={view.providers} />
      <WhoHasNone view={view} />
    </>,
  )
}

/** "Everybody gives a second factor, or uses a passkey: set by Mina Manager on 15 October 2014." */
export function inForce(demand: DemandSet | null): string {
  if (!demand) return `${IN_WORDS.nothing}: nobody has set anything else yet.`
  return `${IN_WORDS[demand.demanded]}: set by ${demand.by} on ${longDay(dayOf(demand.at))}.`
}

function SingleSignOn({ providers }: { readonly providers: readonly Provider[] }) {
  return (
    <>
      <Heading level={2}>Single sign-on</Heading>
      <Text>
        To set it up for an organisation, open it in <a href="/organisations">the directory</a>.
      </Text>
      <Table
        caption="Organisations with single sign-on"
        captionIsHidden
        columns={[
          { key: 'name', header: 'Organisation', isReference: true },
          { key: 'domains', header: 'Addresses at' },
          { key: 'since', header: 'Set up' },
        ]}
        rows={providers.map(({ organisation: { id, name }, domains, setUpAt, setUpBy }) => ({
          name: <a href={`/organisations/${id}/single-sign-on`}>{name}</a>,
          domains: domains.join(', '),
          since: `${shortDay(dayOf(setUpAt))}, ${setUpBy}`,
        }))}
        whenEmpty="No organisation has single sign-on yet"
      />
    </>
  )
}

function WhoHasNone({ view: { signers, without } }: { readonly view: DemandView }) {
  return (
    <>
      <Heading level={2}>Who has neither a second factor nor a passkey</Heading>
      {without.length > 0 && (
        <Text>
          {without.length} of the {signers} who can sign in. Each sets one up under “Your account”.
        </Text>
      )}
      <Table
        caption="Who has neither a second factor nor a passkey"
        captionIsHidden
        columns={[{ key: 'name', header: 'Name', isReference: true }]}
        rows={without.map(({ id, name }) => ({ name: <a href={`/people/${id}`}>{name}</a> }))}
        whenEmpty="Everybody who can sign in has one"
      />
    </>
  )
}
