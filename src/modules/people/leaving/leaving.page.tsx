import {
  Button,
  Checkboxes,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Inset,
  Lede,
  Notice,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { Day } from '../../../kernel/day.ts'
import { directoryRecordPage, KNOWN_LIST, KnownSuggestions, SEATS } from '../directory/directory-frame.tsx'
import type { Label } from '../directory/known-labels.ts'
import type { PersonRecord } from '../directory/person.store.ts'
import { roleTitle } from '../roles.ts'
import type { Member } from '../visitor.ts'
import { type Held, rowOf } from './decide-leaving.ts'

/** One thing that goes to somebody: its row, in words, and what may be said instead of a name. */
type HeldRow = {
  readonly row: string
  readonly name: string
  readonly detail: string
  /** may stay empty, in these words */
  readonly empty: string | null
}

export type LeavingView = {
  readonly person: PersonRecord
  readonly today: Day
  readonly groups: readonly { readonly title: string; readonly hint: string; readonly rows: readonly HeldRow[] }[]
  readonly labels: readonly Label[]
  readonly typed: {
    readonly leftOn: string
    readonly toAll: string
    readonly to: ReadonlyMap<string, string>
    readonly empty: ReadonlySet<string>
  }
  readonly problems: readonly Problem[]
  readonly once: string
}

/** What somebody holds, as the page asks where it goes. */
export function groupsOf(held: Held): LeavingView['groups'] {
  const groups = [
    {
      title: 'Posts',
      hint: 'Whoever takes a post also leads the actions that the post leads.',
      rows: held.holdings.map((holding) => ({
        row: rowOf.holding(holding),
        name: holding.post.name,
        detail: holding.post.of ?? '',
        empty: 'The post is vacant until somebody is found',
      })),
    },
    {
      title: 'Seats',
      hint: 'A member’s seat ends where you name nobody.',
      rows: held.seats.map((seat) => ({
        row: rowOf.seat(seat),
        name: `${SEATS[seat.seat]}, ${seat.body.name}`,
        detail: seat.seat === 'chair' ? 'The chair judges the updates of the group’s actions' : '',
        empty: seat.seat === 'chair' ? 'The body has no chair: its updates are judged by the manager' : 'The seat ends',
      })),
    },
    {
      title: 'Actions they lead by name',
      hint: 'An action is never left without somebody who is asked for its updates. It may go to a post.',
      rows: held.actions.map((action) => ({
        row: rowOf.action(action),
        name: `${action.ref ? `${action.ref} ` : ''}${action.text}`,
        detail: [
          action.plan,
          ...(action.drafts > 0 ? [`${counted(action.drafts, 'update')} begun and not sent: it goes along`] : []),
          ...(action.others.length > 0 ? [`Also led by ${action.others.join(', ')}`] : []),
        ].join('. '),
        empty: action.others.length > 0 ? 'The other leads go on alone' : null,
      })),
    },
    {
      title: 'Roles',
      hint: 'A role goes to nobody unless you name somebody who can sign in.',
      rows: held.roles.map((role) => ({
        row: rowOf.role(role),
        name: roleTitle(role),
        detail: held.nobodyElses.some((kept) => kept === role) ? 'Nobody else who can sign in has this role' : '',
        empty: null,
      })),
    },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

export function leavingPage(visitor: Member, view: LeavingView): string {
  const { person, groups, typed, problems } = view
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return directoryRecordPage(
    {
      visitor,
      list: 'people',
      title: 'Leaving',
      heading: `${person.name} leaves`,
      above: { text: person.name, href: `/people/${person.id}` },
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Lede>
        {count === 0
          ? 'They hold nothing: no post, no seat, no action and no role.'
          : `They hold ${counted(count, 'thing')}. Say to whom each goes; all of it happens at once.`}
      </Lede>
      {person.accountId && (
        <Notice kind="information" title="Their sign-in closes">
          From the moment you record this they cannot open any page.
        </Notice>
      )}
      <Form action={`/people/${person.id}/leaving`} once={view.once} keepsWords>
        <DateField
          name="leftOn"
          label="The day they left"
          hint="The first day on which others hold what they held"
          value={typed.leftOn}
          latest={`${view.today}`}
          error={problemOf(problems, 'leftOn')}
        />
        {count > 0 && (
          <TextInput
            name="toAll"
            label="Who takes over"
            hint="For everything below where you say nothing else, but roles"
            value={typed.toAll}
            list={KNOWN_LIST}
            width="long"
            error={problemOf(problems, 'toAll')}
          />
        )}
        {groups.map(({ title, hint, rows }) => (
          <section>
            <Heading level={2}>{title}</Heading>
            <Text>{hint}</Text>
            <Rows rows={rows} view={view} />
          </section>
        ))}
        <Button kind="warning">Record that they left</Button>
      </Form>
      <KnownSuggestions labels={view.labels} />
    </>,
  )
}

/** So many rows are read one after another; more are folded away, for most go to whoever takes over everything. */
const MOST_OPEN = 15

function Rows({ rows, view }: { readonly rows: readonly HeldRow[]; readonly view: LeavingView }) {
  const { typed, problems } = view
  const all = rows.map((row) => <Row row={row} view={view} />)
  if (rows.length <= MOST_OPEN) return <>{all}</>
  const isAsked = ({ row }: HeldRow) =>
    problemOf(problems, row) !== undefined || (typed.to.get(row) ?? '') !== '' || typed.empty.has(row)
  return (
    <Details
      summary={`${counted(rows.length, 'row')}: each goes to whoever takes over, unless you say something else here`}
      open={rows.some(isAsked)}
    >
      {all}
    </Details>
  )
}

function Row({ row: { row, name, detail, empty }, view }: { readonly row: HeldRow; readonly view: LeavingView }) {
  const { typed, problems } = view
  return (
    <Inset quiet>
      <TextInput
        name={`to-${row}`}
        id={row}
        label={name}
        hint={detail || undefined}
        value={typed.to.get(row) ?? ''}
        list={KNOWN_LIST}
        width="long"
        error={problemOf(problems, row)}
      />
      {empty && (
        <Checkboxes
          name="empty"
          id={`empty-${row}`}
          label={<span class="govuk-visually-hidden">Instead, for {name}</span>}
          items={[{ value: row, text: empty }]}
          values={[...typed.empty]}
        />
      )}
    </Inset>
  )
}
