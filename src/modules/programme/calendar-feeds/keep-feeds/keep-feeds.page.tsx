import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  Notice,
  PageHeading,
  Select,
  Table,
  TextInput,
} from '../../../../design/index.ts'
import { dayOf, longDay } from '../../../../kernel/day.ts'
import type { BodyId, PlanId } from '../../../../kernel/id.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { CalendarFeed, CalendarOf } from '../calendar-feed.store.ts'
import type { FeedMade } from './keep-feeds.ts'

export type FeedsView = {
  readonly once: string
  readonly feeds: readonly CalendarFeed[]
  readonly bodies: readonly { readonly id: BodyId; readonly name: string }[]
  readonly plans: readonly { readonly id: PlanId; readonly title: string }[]
  readonly made: FeedMade | null
  readonly problem: string | null
  readonly isRevoked: boolean
}

export function feedsPage(visitor: Member, view: FeedsView): string {
  const problems = view.problem ? [{ field: 'of', message: view.problem }] : []
  return memberPage(
    {
      visitor,
      title: 'Your calendar addresses',
      section: 'account',
      hasProblems: problems.length > 0,
      flash: view.isRevoked ? { kind: 'done', title: 'The address is revoked, and opens nothing any more' } : null,
      breadcrumbs: [{ text: 'Your account', href: '/account' }, { text: 'Calendar addresses' }],
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Your calendar addresses</PageHeading>
      <Lede>
        Put an address into Outlook, Google Calendar or a phone, and the days on which reports are due and bodies meet
        stand in it, and change as the plan does.
      </Lede>
      <Made made={view.made} />
      <Feeds view={view} />
      <Heading level={2}>Make an address</Heading>
      <p class="govuk-body">
        Whoever has it sees what you see of that calendar, without signing in: give it to your calendar and to nobody.
        It ends when you leave. It tells days, references and the first words of actions, and nothing that was reported.
      </p>
      <Form action="/calendar-feeds" once={view.once}>
        <Select
          name="of"
          label="Calendar of"
          none="Choose a calendar"
          options={[
            { value: 'own', text: 'What I lead, and the bodies I sit in' },
            ...view.plans.map(({ id, title }) => ({ value: `plan:${id}`, text: `Plan: ${title}` })),
            ...view.bodies.map(({ id, name }) => ({ value: `body:${id}`, text: `Body: ${name}` })),
          ]}
          error={view.problem ?? undefined}
        />
        <Button>Make the address</Button>
      </Form>
      <p class="govuk-body">
        To take today’s days away once, without an address:{' '}
        <a href="/calendar-feeds/own.ics">what you lead, as a calendar file</a>.
      </p>
    </>,
  )
}

/** The one time an address is shown. */
function Made({ made }: { readonly made: FeedMade | null }) {
  if (!made) return null
  if (made.address === null)
    return (
      <Notice kind="information" title="The address was made, and was shown once">
        If you did not keep it, renew it below: the old one ends, and a new one is shown.
      </Notice>
    )
  return (
    <Notice kind="information" title={`The address of “${made.name}”`}>
      <p class="govuk-body">Copy it now. It is shown this once; if you lose it, renew it, and the old one ends.</p>
      <TextInput name="address" label="Address" value={made.address} />
    </Notice>
  )
}

function Feeds({ view }: { readonly view: FeedsView }) {
  return (
    <Table
      caption="Addresses that are in use"
      columns={[
        { key: 'of', header: 'Calendar of', width: 'wide' },
        { key: 'since', header: 'Since' },
        { key: 'renew', header: 'New address' },
        { key: 'revoke', header: 'End' },
      ]}
      rows={view.feeds.map((feed) => {
        const name = nameOf(feed.of, view)
        return {
          of: name,
          since: longDay(dayOf(feed.madeAt)),
          renew: <Step feed={feed} step="renewal" text="Renew" name={name} once={view.once} />,
          revoke: <Step feed={feed} step="revocation" text="Revoke" name={name} once={view.once} />,
        }
      })}
      whenEmpty="You have no address yet"
    />
  )
}

type StepProps = {
  readonly feed: CalendarFeed
  readonly step: 'renewal' | 'revocation'
  readonly text: string
  readonly name: string
  readonly once: string
}

function Step({ feed, step, text, name, once }: StepProps) {
  return (
    <Form action={`/calendar-feeds/${feed.id}/${step}`} once={once}>
      <button class="trellis-link-button" type="submit">
        {text}
        <span class="govuk-visually-hidden"> {name}</span>
      </button>
    </Form>
  )
}

function nameOf(of: CalendarOf, { bodies, plans }: FeedsView): string {
  switch (of.kind) {
    case 'own':
      return 'What I lead, and the bodies I sit in'
    case 'body':
      return bodies.find(({ id }) => id === of.id)?.name ?? 'A body that is no more'
    case 'plan':
      return plans.find(({ id }) => id === of.id)?.title ?? 'A plan you do not see any more'
  }
}
