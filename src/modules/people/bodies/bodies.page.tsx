import {
  Button,
  ButtonGroup,
  DateField,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Select,
  SummaryList,
  Table,
  Tag,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Day, longDay, shortDay } from '../../../kernel/day.ts'
import { holds } from '../access.ts'
import {
  BODY_KINDS,
  directoryListPage,
  directoryRecordPage,
  KNOWN_LIST,
  KnownSuggestions,
  optionsOf,
  SEATS,
  timesInWords,
} from '../directory/directory-frame.tsx'
import type { FormerName } from '../directory/former-name.store.ts'
import type { HeldSeat } from '../directory/holding.store.ts'
import type { Label } from '../directory/known-labels.ts'
import type { Member } from '../visitor.ts'
import type { BodyRecord } from './body.store.ts'

export function bodiesPage(visitor: Member, bodies: readonly BodyRecord[], flash: string | null): string {
  return directoryListPage(
    visitor,
    'bodies',
    flash,
    <>
      {holds(visitor, 'keep-people') && <Button href="/bodies/new">Add a body</Button>}
      <Table
        caption={counted(bodies.length, 'body', 'bodies')}
        columns={[
          { key: 'name', header: 'Name', isReference: true },
          { key: 'kind', header: 'Kind' },
          { key: 'chair', header: 'Chair' },
          { key: 'members', header: 'Seats', align: 'end' },
          { key: 'actions', header: 'Actions', align: 'end' },
          { key: 'ended', header: 'Ended' },
        ]}
        rows={bodies.map(({ id, name, kind, chairs, members, actions, endedOn, successor }) => ({
          name: <a href={`/bodies/${id}`}>{name}</a>,
          kind: BODY_KINDS[kind],
          chair: chairs.length > 0 ? chairs.join(', ') : endedOn ? '' : <Tag tone="plum">No chair</Tag>,
          members,
          actions,
          ended: endedOn ? `${shortDay(endedOn)}${successor ? `, now ${successor.name}` : ''}` : '',
        }))}
        whenEmpty={<EmptyState title="No body is in the directory yet">Add the board and its groups.</EmptyState>}
      />
    </>,
  )
}

export type BodyView = {
  readonly body: BodyRecord
  readonly formerNames: readonly FormerName[]
  readonly seats: readonly HeldSeat[]
  readonly labels: readonly Label[]
  readonly today: Day
  readonly typed: { readonly person: string; readonly seat: string; readonly from: string }
  readonly problems: readonly Problem[]
  readonly once: string
}

export function bodyPage(visitor: Member, view: BodyView, flash: string | null): string {
  const { body, seats, problems, once, typed } = view
  const manages = holds(visitor, 'keep-people')
  return directoryRecordPage(
    { visitor, list: 'bodies', title: body.name, heading: body.name, flash, hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <Standing body={body} />
      <SummaryList
        rows={[
          { key: 'Short name', value: body.shortName ?? 'None' },
          { key: 'Kind', value: BODY_KINDS[body.kind] },
          {
            key: 'Below',
            value: body.parent ? <a href={`/bodies/${body.parent.id}`}>{body.parent.name}</a> : 'No other body',
          },
          { key: 'Formed', value: body.formedOn ? longDay(body.formedOn) : 'Not known' },
          { key: 'Answers for', value: counted(body.actions, 'action') },
          ...(view.formerNames.length > 0
            ? [
                {
                  key: 'Before',
                  value: view.formerNames
                    .map(({ name, usedUntil }) => `${name}, until ${longDay(usedUntil)}`)
                    .join('; '),
                },
              ]
            : []),
        ]}
      />
      {manages && !body.endedOn && (
        <ButtonGroup>
          <Button kind="secondary" href={`/bodies/${body.id}/change`}>
            Change or rename
          </Button>
          <Button kind="secondary" href={`/bodies/${body.id}/ending`}>
            Record that it ended
          </Button>
        </ButtonGroup>
      )}
      {body.terms && (
        <>
          <Heading level={2}>Terms of reference</Heading>
          {body.terms.split(/\n\s*\n/).map((paragraph) => (
            <p class="govuk-body">{paragraph}</p>
          ))}
        </>
      )}
      <Heading level={2}>Seats</Heading>
      <Table
        caption="Seats, those of now first"
        captionIsHidden
        columns={[
          { key: 'name', header: 'Name', isReference: true },
          { key: 'seat', header: 'Seat' },
          { key: 'when', header: 'When' },
          { key: 'end', header: 'Change' },
        ]}
        rows={seats.map(({ id, person, seat, starts, endsBefore }) => ({
          name: <a href={`/people/${person.id}`}>{person.name}</a>,
          seat: SEATS[seat],
          when: timesInWords(starts, endsBefore) || 'Now',
          end:
            manages && endsBefore === null ? (
              <Form action={`/bodies/${body.id}/seats/${id}/end`} once={once}>
                <Button kind="quiet">End today</Button>
              </Form>
            ) : (
              ''
            ),
        }))}
        whenEmpty="Nobody has a seat yet"
      />
      {manages && !body.endedOn && (
        <Details summary="Give somebody a seat" open={seats.length === 0 || problems.length > 0}>
          <Form action={`/bodies/${body.id}/seats`} once={once}>
            <TextInput
              name="person"
              label="Who"
              value={typed.person}
              list={KNOWN_LIST}
              error={problemOf(problems, 'person')}
            />
            <Select
              name="seat"
              label="Seat"
              options={optionsOf(SEATS)}
              value={typed.seat}
              none="Choose one"
              error={problemOf(problems, 'seat')}
            />
            <DateField
              name="from"
              label="From"
              value={typed.from}
              latest={`${view.today}`}
              error={problemOf(problems, 'from')}
            />
            <Button kind="secondary">Give this seat</Button>
          </Form>
        </Details>
      )}
      {manages && <KnownSuggestions labels={view.labels} />}
    </>,
  )
}

function Standing({ body: { endedOn, successor, chairs } }: { readonly body: BodyRecord }) {
  if (endedOn)
    return (
      <Notice kind="information" title={`It ended on ${longDay(endedOn)}`}>
        {successor ? (
          <>
            <a href={`/bodies/${successor.id}`}>{successor.name}</a> took over.
          </>
        ) : (
          'No other body took over.'
        )}
      </Notice>
    )
  if (chairs.length > 0) return null
  return (
    <Notice kind="warning" title="It has no chair">
      Updates of its actions are judged by the manager until it has one.
    </Notice>
  )
}
