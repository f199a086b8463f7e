import {
  Button,
  ButtonGroup,
  Checkboxes,
  Detail,
  Details,
  Form,
  Heading,
  History,
  Notice,
  SummaryList,
  Table,
  Text,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Day, longDay, longMoment } from '../../../kernel/day.ts'
import type { ChangeSeen } from '../../audit/index.ts'
import { holds } from '../access.ts'
import type { LedAction } from '../announcements.ts'
import { DeputiesSection } from '../deputies/deputies-section.tsx'
import type { Deputy } from '../deputies/deputy.store.ts'
import { directoryRecordPage, KnownSuggestions, SEATS, timesInWords } from '../directory/directory-frame.tsx'
import type { FormerName } from '../directory/former-name.store.ts'
import type { HeldSeat, Holding } from '../directory/holding.store.ts'
import type { Label } from '../directory/known-labels.ts'
import type { PersonRecord } from '../directory/person.store.ts'
import type { RoleGrant } from '../role-grants/role-grant.store.ts'
import { RolesSection } from '../role-grants/roles-section.tsx'
import type { Member } from '../visitor.ts'

export type PersonView = {
  readonly person: PersonRecord
  readonly formerNames: readonly FormerName[]
  readonly holdings: readonly Holding[]
  readonly seats: readonly HeldSeat[]
  readonly actions: readonly LedAction[]
  readonly deputies: readonly Deputy[]
  readonly roles: readonly RoleGrant[]
  readonly changes: readonly ChangeSeen[]
  readonly labels: readonly Label[]
  readonly today: Day
  readonly problem: { readonly field: string; readonly message: string } | null
}

/** Everything the directory knows of somebody: what they hold now, and what they held. */
export function personPage(visitor: Member, view: PersonView, once: string, flash: string | null): string {
  const { person, holdings, seats, actions } = view
  const manages = holds(visitor, 'keep-people')
  return directoryRecordPage(
    { visitor, list: 'people', title: person.name, heading: person.name, flash, hasProblems: view.problem !== null },
    <>
      {view.problem?.field === 'return' && <Notice kind="warning" title={view.problem.message} />}
      {person.leftOn && (
        <Left person={person} once={once} mayUndo={manages && !person.isErased} problem={view.problem} />
      )}
      <SummaryList
        rows={[
          {
            key: 'Organisation',
            value: person.organisation ? (
              <a href={`/organisations/${person.organisation.id}`}>{person.organisation.name}</a>
            ) : (
              'None given'
            ),
          },
          ...(manages
            ? [
                { key: 'Mail', value: person.email ?? 'None given' },
                {
                  key: 'Mobile',
                  value: person.mobile ?? 'None given',
                  ...(person.leftOn
                    ? {}
                    : {
                        action: {
                          text: 'Text messages',
                          href: `/people/${person.id}/text-messages`,
                          about: `to ${person.name}`,
                        },
                      }),
                },
                {
                  key: 'Signs in',
                  value: person.accountId ? 'Yes' : 'No',
                  ...(person.accountId &&
                    holds(visitor, 'keep-ways-in') && {
                      action: { text: 'Ways in', href: `/people/${person.id}/ways-in`, about: `of ${person.name}` },
                    }),
                },
              ]
            : []),
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
      {manages && !person.leftOn && (
        <ButtonGroup>
          <Button kind="secondary" href={`/people/${person.id}/change`}>
            Change
          </Button>
          <Button kind="secondary" href={`/people/${person.id}/leaving`}>
            Record that they leave
          </Button>
        </ButtonGroup>
      )}
      {manages && (
        <p class="govuk-body">
          <a href={`/people/${person.id}/data`}>All that is held of them</a>
          {person.leftOn && !person.isErased && holds(visitor, 'keep-personal-data') && (
            <>
              {' · '}
              <a href={`/people/${person.id}/erasure`}>Erase their name and contact data</a>
            </>
          )}
        </p>
      )}
      <RolesSection person={person} roles={view.roles} mayGive={holds(visitor, 'give-roles')} />
      <Heading level={2}>Posts and seats</Heading>
      <Table
        caption="Posts and seats, those of now first"
        captionIsHidden
        columns={[
          { key: 'what', header: 'Post or seat', isReference: true },
          { key: 'of', header: 'Of' },
          { key: 'when', header: 'When' },
        ]}
        rows={[
          ...holdings.map(({ post, starts, endsBefore }) => ({
            what: <a href={`/posts/${post.id}`}>{post.name}</a>,
            of: post.of ?? '',
            when: timesInWords(starts, endsBefore) || 'Now',
          })),
          ...seats.map(({ body, seat, starts, endsBefore }) => ({
            what: SEATS[seat],
            of: <a href={`/bodies/${body.id}`}>{body.name}</a>,
            when: timesInWords(starts, endsBefore) || 'Now',
          })),
        ]}
        whenEmpty="They hold no post and no seat"
      />
      <Heading level={2}>Actions they lead by name</Heading>
      {actions.length === 0 ? (
        <Text>None. An action led by a post they hold stands with the post.</Text>
      ) : (
        <Details summary={counted(actions.length, 'action')}>
          <ul class="govuk-list govuk-list--bullet">
            {actions.map(({ id, ref, text, plan, workLateSince, reportLateSince }) => (
              <li>
                <a href={`/actions/${id}`}>
                  {ref ? `${ref} ` : ''}
                  {text}
                </a>
                , {plan}
                {workLateSince && <Detail>The work is late: its last day was {longDay(workLateSince)}</Detail>}
                {reportLateSince && (
                  <Detail>The report is late: an update was due on {longDay(reportLateSince)}</Detail>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {!person.leftOn && (
        <DeputiesSection
          of={{ kind: 'person', id: person.id }}
          deputies={view.deputies}
          today={view.today}
          mayChange={manages}
          once={once}
          problem={view.problem}
        />
      )}
      {manages && view.changes.length > 0 && (
        <>
          <Heading level={2}>What changed</Heading>
          <History
            entries={view.changes.map(({ at, by, what }) => ({
              who: by,
              when: longMoment(at),
              what: `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}`,
            }))}
          />
        </>
      )}
      {manages && <KnownSuggestions labels={view.labels} />}
    </>,
  )
}

function Left({
  person,
  once,
  mayUndo,
  problem,
}: {
  readonly person: PersonRecord
  readonly once: string
  readonly mayUndo: boolean
  readonly problem: PersonView['problem']
}) {
  if (!person.leftOn) return null
  return (
    <>
      <Notice kind="information" title={`They left on ${longDay(person.leftOn)}`}>
        They hold nothing any more and cannot sign in. Their words and decisions stay as they were.
      </Notice>
      {mayUndo && (
        <Form action={`/people/${person.id}/return`} once={once}>
          {problem?.field === 'shares' ? (
            <>
              <Notice kind="warning" title={problem.message}>
                End that first, on the page of the post or the body, or let both hold it.
              </Notice>
              <Checkboxes
                name="shares"
                label="What was filled since"
                items={[{ value: 'yes', text: 'Both hold it from now on' }]}
              />
            </>
          ) : (
            <Text>Until somebody acted on what went to them, this can be undone.</Text>
          )}
          <Button kind="secondary">Undo the leaving</Button>
        </Form>
      )}
    </>
  )
}
