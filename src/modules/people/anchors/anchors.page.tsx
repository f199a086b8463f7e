import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Lede,
  PageHeading,
  Table,
  Text,
  TextInput,
} from '../../../design/index.ts'
import { dayOf, longDay } from '../../../kernel/day.ts'
import { memberPage } from '../member-page.tsx'
import type { Member } from '../visitor.ts'
import type { AnchorAddress } from './anchor-address.store.ts'

export type AnchorsView = {
  readonly addresses: readonly AnchorAddress[]
  /** where the trail stands now, as the mails write it */
  readonly head: string
  readonly typed: string
  readonly problem: string | null
  readonly newKey: () => string
}

/** The addresses that the head of the audit trail goes to each day. */
export function anchorsPage(visitor: Member, view: AnchorsView, flash: string | null): string {
  const { addresses, head, typed, problem, newKey } = view
  return memberPage(
    {
      visitor,
      title: 'Daily mail of the audit trail',
      section: 'audit',
      breadcrumbs: [{ text: 'Audit trail', href: '/audit' }, { text: 'Daily mail' }],
      flash: flash ? { kind: 'done', title: flash } : null,
      hasProblems: problem !== null,
    },
    <>
      <ErrorSummary problems={problem ? [{ field: 'address', message: problem }] : []} />
      <PageHeading>Daily mail of the audit trail</PageHeading>
      <Lede>
        Each morning Trellis mails where the audit trail stands to the addresses below. Whoever keeps the mails can show
        later that no end of the trail was cut off.
      </Lede>
      <Text>
        Choose somebody outside the team that runs Trellis, such as internal audit or a partner's data protection
        officer. The mail holds a number and a hash, and nothing about anybody. Today it reads:{' '}
        <code class="trellis-words">{head}</code>
      </Text>
      <Table
        caption="Addresses"
        columns={[
          { key: 'address', header: 'Address', isReference: true },
          { key: 'added', header: 'Added' },
          { key: 'stop', header: 'Change' },
        ]}
        rows={addresses.map(({ id, address, addedAt, addedBy }) => ({
          address,
          added: `${longDay(dayOf(addedAt))} by ${addedBy}`,
          stop: (
            <Form action={`/audit/anchors/${id}/end`} once={newKey()}>
              <Button kind="secondary">
                Take away<span class="govuk-visually-hidden"> {address}</span>
              </Button>
            </Form>
          ),
        }))}
        whenEmpty={<EmptyState title="Nobody gets the mail yet">Add the first address.</EmptyState>}
      />
      <Form action="/audit/anchors" once={newKey()}>
        <TextInput
          name="address"
          label="Mail address"
          hint="It gets one mail a day, from tomorrow morning"
          type="email"
          value={typed}
          error={problem ?? undefined}
          width="long"
        />
        <Button>Add this address</Button>
      </Form>
    </>,
  )
}
