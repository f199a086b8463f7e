import {
  Button,
  type Column,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  Table,
  TextInput,
} from '../../../design/index.ts'
import { dayOf, longDay, shortDay } from '../../../kernel/day.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { memberPage } from '../member-page.tsx'
import type { Member } from '../visitor.ts'
import type { Invitable, Invitation } from './invitation.store.ts'
import { INVITATION_DAYS } from './invite.ts'

export type InvitationsView = {
  readonly invitations: readonly Invitation[]
  readonly invitable: readonly Invitable[]
  readonly now: Temporal.Instant
  /** for each form of the page, the same: only one of them is sent */
  readonly once: string
  readonly chosen: { readonly person: string; readonly email: string }
  readonly problems: readonly Problem[]
  readonly done: string
}

const DONE: Readonly<Record<string, string>> = {
  sent: 'The invitation is on its way',
  revoked: 'The invitation is called back, and its link opens nothing',
}

const COLUMNS: readonly Column<'name' | 'email' | 'sent' | 'state' | 'change'>[] = [
  { key: 'name', header: 'Name', isReference: true },
  { key: 'email', header: 'Sent to' },
  { key: 'sent', header: 'Sent' },
  { key: 'state', header: 'State' },
  { key: 'change', header: 'Change' },
]

export function invitationsPage(visitor: Member, view: InvitationsView): string {
  const { invitations, invitable, problems, once, chosen } = view
  const said = valueAt(DONE, view.done)
  return memberPage(
    {
      visitor,
      title: 'Invitations',
      hasProblems: problems.length > 0,
      back: { text: 'Your account', href: '/account' },
      flash: said ? { kind: 'done', title: said } : null,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Invitations</PageHeading>
      <Lede>
        Somebody you invite gets a mail with a link, and chooses how they sign in. It works for {INVITATION_DAYS} days.
      </Lede>
      <p class="govuk-body">
        <a href="/ways-in">What signing in asks for</a>: a second factor, or single sign-on
      </p>
      {invitable.length === 0 ? (
        <EmptyState title="Everybody of the directory has a sign-in">
          Add somebody to the directory to invite them.
        </EmptyState>
      ) : (
        <Form action="/invitations" once={once}>
          <Select
            name="person"
            label="Who"
            options={[
              { value: '', text: 'Choose a name' },
              ...invitable.map(({ id, name, email }) => ({ value: id, text: email ? `${name}, ${email}` : name })),
            ]}
            value={chosen.person}
            error={problemOf(problems, 'person')}
          />
          <TextInput
            name="email"
            label="E-mail address"
            hint="Leave it empty to use the one that stands behind the name."
            type="email"
            width="long"
            spellcheck={false}
            value={chosen.email}
            error={problemOf(problems, 'email')}
          />
          <Button>Send the invitation</Button>
        </Form>
      )}
      <Heading level={2}>Who was invited</Heading>
      <Table
        caption="Who was invited"
        captionIsHidden
        columns={COLUMNS}
        rows={invitations.map((invitation) => ({
          name: invitation.person.name,
          email: invitation.email,
          sent: shortDay(dayOf(invitation.sentAt)),
          state: stateInWords(invitation, view.now),
          change: <Changes invitation={invitation} once={once} />,
        }))}
        whenEmpty="Nobody was invited yet"
      />
    </>,
  )
}

function Changes({ invitation, once }: { readonly invitation: Invitation; readonly once: string }) {
  const { id, person, email, ended } = invitation
  const whom = <span class="govuk-visually-hidden"> to {person.name}</span>
  if (ended === 'accepted') return <>Nothing to change</>
  return (
    <>
      <Form action="/invitations" once={once}>
        <Hidden name="person" value={person.id} />
        <Hidden name="email" value={email} />
        <Button kind="quiet">Send again{whom}</Button>
      </Form>
      {ended === null && (
        <Form action="/invitations/revocation" once={once}>
          <Hidden name="invitation" value={id} />
          <Button kind="quiet">Call back{whom}</Button>
        </Form>
      )}
    </>
  )
}

/** "Waiting until 22 October 2014"; what ended it otherwise. */
export function stateInWords({ ended, expiresAt }: Invitation, now: Temporal.Instant): string {
  if (ended === 'accepted') return 'Taken up'
  if (ended !== null) return 'Called back'
  const until = longDay(dayOf(expiresAt))
  return Temporal.Instant.compare(expiresAt, now) > 0 ? `Waiting until ${until}` : `Ran out on ${until}`
}
