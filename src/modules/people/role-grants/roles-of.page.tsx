import {
  Button,
  Detail,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  Notice,
  type Problem,
  problemOf,
  Radios,
  Table,
  Text,
  TextArea,
} from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import { directoryRecordPage } from '../directory/directory-frame.tsx'
import type { HeldSeat } from '../directory/holding.store.ts'
import type { PersonRecord } from '../directory/person.store.ts'
import { type GivenRole, ROLE_NAMES, roleTitle } from '../roles.ts'
import type { Member } from '../visitor.ts'
import { LONGEST_REASON } from './decide-role.ts'
import type { Deed, RoleGrant } from './role-grant.store.ts'

export type RolesOfView = {
  readonly person: PersonRecord
  readonly grants: readonly RoleGrant[]
  readonly chairs: readonly HeldSeat[]
  /** what the visitor may give them, and take from them */
  readonly givable: readonly GivenRole[]
  readonly takable: readonly GivenRole[]
  readonly isThemselves: boolean
  readonly chosen: { readonly form: 'give' | 'take' | null; readonly role: string; readonly reason: string }
  readonly problems: readonly Problem[]
  readonly once: string
}

/** What a role is for, under its name where one is chosen. */
const FOR: Readonly<Record<GivenRole, string>> = {
  administrator: 'Keeps people, ways in and roles; does not by that see or judge updates',
  manager: 'Runs the plan, and may see and change all of it',
  analyst: 'Reads all of it, to explain its figures',
  member: 'Sits for a partner: reads all of it and changes nothing',
  contributor: 'Reports for the organisation they belong to, and sees its actions only',
  scrutiny: 'Reads all of it, the audit trail too, and changes nothing, whatever other roles they have',
  'young-person': 'Sees the spaces made with young people and nothing of the staff’s, whatever other roles they have',
}

export function rolesOfPage(visitor: Member, view: RolesOfView, flash: string | null): string {
  const { person, grants, chairs } = view
  const now = grants.filter(({ taken }) => taken === null)
  const before = grants.filter(({ taken }) => taken !== null)
  return directoryRecordPage(
    {
      visitor,
      list: 'people',
      title: 'Roles',
      heading: `Roles of ${person.name}`,
      above: { text: person.name, href: `/people/${person.id}` },
      hasProblems: view.problems.length > 0,
      flash,
    },
    <>
      <ErrorSummary problems={view.problems} />
      <Lede>
        {now.length === 0
          ? 'No role is given to them.'
          : `They have ${now.length === 1 ? 'the role' : 'the roles'} of ${listed(now.map(({ role }) => ROLE_NAMES[role]))}.`}
        {chairs.length > 0 && ` They chair ${listed(chairs.map(({ body }) => body.name))} by their seat.`}
      </Lede>
      <Reached person={person} />
      {now.length > 0 && <Grants caption="Roles they have" grants={now} />}
      {view.takable.length > 0 && <Take view={view} />}
      <Give view={view} />
      {before.length > 0 && <Grants caption="Roles they had" grants={before} />}
      <Text>
        <a href="/rights">Who can do what, and why</a>
      </Text>
    </>,
  )
}

/** Whether the role counts already, and whether they hear of it. */
function Reached({ person }: { readonly person: PersonRecord }) {
  if (!person.accountId)
    return (
      <Notice kind="information" title="They cannot sign in yet">
        A role counts once they can. <a href="/invitations">Invite them</a>
      </Notice>
    )
  if (person.email) return null
  return (
    <Notice kind="information" title="No mail address of theirs is known">
      Nothing is sent to them when a role is given or taken: tell them yourself.
    </Notice>
  )
}

function Grants({ caption, grants }: { readonly caption: string; readonly grants: readonly RoleGrant[] }) {
  const isOver = grants.some(({ taken }) => taken !== null)
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'role', header: 'Role', isReference: true },
        { key: 'from', header: 'From' },
        ...(isOver ? [{ key: 'to' as const, header: 'To' }] : []),
      ]}
      rows={grants.map(({ role, given, taken }) => ({
        role: roleTitle(role),
        from: <DeedInWords deed={given} />,
        to: taken ? <DeedInWords deed={taken} /> : '',
      }))}
    />
  )
}

export function DeedInWords({ deed: { at, by, reason } }: { readonly deed: Deed }) {
  if (!at) return <>Before this was recorded</>
  return (
    <>
      {longMoment(at)}
      <Detail>
        {`by ${by?.name ?? 'the operator'}`}
        {reason ? `: ${reason}` : ''}
      </Detail>
    </>
  )
}

function Take({ view: { person, takable, chosen, problems, once } }: { readonly view: RolesOfView }) {
  const isThis = chosen.form === 'take'
  return (
    <Form action={`/people/${person.id}/roles/taking`} once={once} keepsWords>
      <Heading level={2}>Take a role</Heading>
      <Radios
        name="taken"
        label="Role they lose"
        value={isThis ? chosen.role : takable.length === 1 ? takable[0] : undefined}
        error={problemOf(problems, 'taken')}
        items={takable.map((role) => ({ value: role, text: roleTitle(role) }))}
      />
      <TextArea
        name="takenReason"
        label="Why they lose it"
        hint="It stays with the role, and auditors read it"
        value={isThis ? chosen.reason : ''}
        rows={2}
        count={LONGEST_REASON}
        error={problemOf(problems, 'takenReason')}
      />
      <Button kind="warning">Take this role</Button>
    </Form>
  )
}

function Give({ view: { person, givable, isThemselves, chosen, problems, once } }: { readonly view: RolesOfView }) {
  const isThis = chosen.form === 'give'
  if (isThemselves)
    return <Text>Nobody gives a role to themselves. Somebody else who gives roles can give you one.</Text>
  if (givable.length === 0) return <Text>There is no role left that you could give them.</Text>
  return (
    <Form action={`/people/${person.id}/roles`} once={once} keepsWords>
      <Heading level={2}>Give a role</Heading>
      <Radios
        name="role"
        label="Role they get"
        value={isThis ? chosen.role : undefined}
        error={problemOf(problems, 'role')}
        items={givable.map((role) => ({ value: role, text: roleTitle(role), hint: hintOf(role, person) }))}
      />
      <TextArea
        name="reason"
        label="Why they get it"
        hint="It stays with the role, and auditors read it"
        value={isThis ? chosen.reason : ''}
        rows={2}
        count={LONGEST_REASON}
        error={problemOf(problems, 'reason')}
      />
      <Button>Give this role</Button>
    </Form>
  )
}

function hintOf(role: GivenRole, { organisation }: PersonRecord): string {
  if (role !== 'contributor') return FOR[role]
  return organisation
    ? `Reports for ${organisation.name}, and sees its actions only`
    : 'Reports for one organisation: say first on their page which they belong to'
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}
