import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  type Problem,
  problemOf,
  Select,
  SummaryList,
  Table,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { longDay, shortDay } from '../../../kernel/day.ts'
import { holds } from '../access.ts'
import { directoryListPage, directoryRecordPage, ORGANISATION_KINDS, optionsOf } from '../directory/directory-frame.tsx'
import type { FormerName } from '../directory/former-name.store.ts'
import type { Member } from '../visitor.ts'
import type { OrganisationRecord } from './organisation.store.ts'

export function organisationsPage(
  visitor: Member,
  organisations: readonly OrganisationRecord[],
  flash: string | null,
): string {
  return directoryListPage(
    visitor,
    'organisations',
    flash,
    <>
      {holds(visitor, 'keep-people') && <Button href="/organisations/new">Add an organisation</Button>}
      <Table
        caption={counted(organisations.length, 'organisation')}
        columns={[
          { key: 'name', header: 'Name', isReference: true },
          { key: 'kind', header: 'Kind' },
          { key: 'people', header: 'People', align: 'end' },
          { key: 'posts', header: 'Posts', align: 'end' },
          { key: 'ended', header: 'Ended' },
        ]}
        rows={organisations.map(({ id, name, kind, people, posts, endedOn, successor }) => ({
          name: <a href={`/organisations/${id}`}>{name}</a>,
          kind: ORGANISATION_KINDS[kind],
          people,
          posts,
          ended: endedOn ? `${shortDay(endedOn)}${successor ? `, now ${successor.name}` : ''}` : '',
        }))}
        whenEmpty={
          <EmptyState title="No organisation is in the directory yet">Add one, or bring in a list.</EmptyState>
        }
      />
    </>,
  )
}

export function organisationPage(
  visitor: Member,
  {
    organisation,
    formerNames,
  }: { readonly organisation: OrganisationRecord; readonly formerNames: readonly FormerName[] },
  flash: string | null,
): string {
  const { id, name, kind, formedOn, endedOn, successor, people, posts } = organisation
  return directoryRecordPage(
    { visitor, list: 'organisations', title: name, heading: name, flash },
    <>
      {endedOn && (
        <Notice kind="information" title={`It ended on ${longDay(endedOn)}`}>
          {successor ? (
            <>
              <a href={`/organisations/${successor.id}`}>{successor.name}</a> took over. What plans and histories say
              keeps the name of its time.
            </>
          ) : (
            'No other organisation took over.'
          )}
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: 'Kind', value: ORGANISATION_KINDS[kind] },
          { key: 'Formed', value: formedOn ? longDay(formedOn) : 'Not known' },
          { key: 'People', value: <a href={`/people?organisation=${id}`}>{counted(people, 'person', 'people')}</a> },
          { key: 'Posts', value: counted(posts, 'post') },
          ...(formerNames.length > 0
            ? [
                {
                  key: 'Before',
                  value: formerNames.map((one) => `${one.name}, until ${longDay(one.usedUntil)}`).join('; '),
                },
              ]
            : []),
        ]}
      />
      {holds(visitor, 'keep-people') && !endedOn && (
        <ButtonGroup>
          <Button kind="secondary" href={`/organisations/${id}/change`}>
            Change or rename
          </Button>
          <Button kind="secondary" href={`/organisations/${id}/ending`}>
            Record that it ended
          </Button>
          <Button kind="secondary" href={`/organisations/${id}/single-sign-on`}>
            Single sign-on
          </Button>
        </ButtonGroup>
      )}
    </>,
  )
}

type FormView<Typed> = {
  readonly organisation: OrganisationRecord | null
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly once: string
}

export function organisationFormPage(
  visitor: Member,
  {
    organisation,
    typed,
    problems,
    once,
  }: FormView<{ readonly name: string; readonly kind: string; readonly formedOn: string }>,
): string {
  const title = organisation ? 'Change' : 'Add an organisation'
  return directoryRecordPage(
    {
      visitor,
      list: 'organisations',
      title,
      heading: organisation ? `Change ${organisation.name}` : title,
      above: organisation ? { text: organisation.name, href: `/organisations/${organisation.id}` } : undefined,
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Form
        action={organisation ? `/organisations/${organisation.id}/change` : '/organisations'}
        once={once}
        keepsWords
      >
        <TextInput
          name="name"
          label="Name"
          hint={
            organisation
              ? 'Renamed, it stays the same organisation, and plans that use the old name still find it'
              : undefined
          }
          value={typed.name}
          error={problemOf(problems, 'name')}
        />
        <Select
          name="kind"
          label="Kind"
          none="Choose one"
          options={optionsOf(ORGANISATION_KINDS)}
          value={typed.kind}
          error={problemOf(problems, 'kind')}
        />
        <DateField
          name="formedOn"
          label="Formed on"
          hint="Leave it empty if you do not know"
          value={typed.formedOn}
          error={problemOf(problems, 'formedOn')}
        />
        <Button>{organisation ? 'Save this organisation' : 'Add this organisation'}</Button>
      </Form>
    </>,
  )
}

export function organisationEndPage(
  visitor: Member,
  {
    organisation,
    typed,
    problems,
    once,
    others,
  }: FormView<{ readonly endedOn: string; readonly successor: string; readonly moves: boolean }> & {
    readonly organisation: OrganisationRecord
    readonly others: readonly OrganisationRecord[]
  },
): string {
  const { id, name, people, posts } = organisation
  return directoryRecordPage(
    {
      visitor,
      list: 'organisations',
      title: 'Ending',
      heading: `${name} ends`,
      above: { text: name, href: `/organisations/${id}` },
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Form action={`/organisations/${id}/ending`} once={once} keepsWords>
        <DateField
          name="endedOn"
          label="The day it ended"
          value={typed.endedOn}
          error={problemOf(problems, 'endedOn')}
        />
        <Select
          name="successor"
          label="Which organisation took over"
          none="None"
          options={others.map((other) => ({ value: other.id, text: other.name }))}
          value={typed.successor}
          error={problemOf(problems, 'successor')}
        />
        <Checkboxes
          name="moves"
          label="In the same step"
          items={[
            {
              value: 'yes',
              text: `Move ${counted(people, 'person', 'people')} and ${counted(posts, 'post')} to the one that took over`,
            },
          ]}
          values={typed.moves ? ['yes'] : []}
        />
        <Button kind="warning">Record that it ended</Button>
      </Form>
    </>,
  )
}
