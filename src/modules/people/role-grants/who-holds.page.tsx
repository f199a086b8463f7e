import { Button, Detail, EmptyState, Filters, Lede, Pagination, Select, Table } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { shortDay } from '../../../kernel/day.ts'
import { directoryListPage } from '../directory/directory-frame.tsx'
import { ROLE_NAMES, ROLES, roleTitle } from '../roles.ts'
import type { Member } from '../visitor.ts'
import type { HeldRole, RolesAsked } from './held-role.store.ts'

export type WhoHoldsView = {
  readonly asked: RolesAsked
  readonly counts: ReadonlyMap<HeldRole['role'], number>
  readonly held: readonly HeldRole[]
  readonly found: number
  readonly page: number
  readonly pages: number
  /** whether the reader is told why */
  readonly seesReasons: boolean
  readonly mayGive: boolean
}

/** The roles that somebody holds as such; a lead is one by their actions, and these pages name them. */
export const LISTED_ROLES = ROLES.filter((role) => role !== 'lead')

export function whoHoldsPage(visitor: Member, view: WhoHoldsView): string {
  const { asked, held, found, seesReasons } = view
  const chosen = [asked.role !== null, asked.isOver].filter((is) => is).length
  return directoryListPage(
    visitor,
    'roles',
    null,
    <>
      <Lede>{countsInWords(view.counts)}</Lede>
      {view.mayGive && (
        <p class="govuk-body">To give a role or take one, open the person’s page. A chair’s is given with the seat.</p>
      )}
      <Filters action="/roles" chosen={chosen} clearHref="/roles">
        <Select
          name="role"
          label="Role"
          none="Any"
          value={asked.role ?? ''}
          options={LISTED_ROLES.map((role) => ({ value: role, text: roleTitle(role) }))}
        />
        <Select
          name="when"
          label="When"
          value={asked.isOver ? 'before' : 'now'}
          options={[
            { value: 'now', text: 'Held now' },
            { value: 'before', text: 'Held before' },
          ]}
        />
      </Filters>
      <Table
        caption={asked.isOver ? `Held before: ${counted(found, 'role')}` : `Held now: ${counted(found, 'role')}`}
        columns={[
          { key: 'person', header: 'Person', isReference: true },
          { key: 'role', header: 'Role' },
          { key: 'from', header: 'From' },
          ...(asked.isOver ? [{ key: 'to' as const, header: 'To' }] : []),
        ]}
        rows={held.map((one) => ({
          person: (
            <a class="govuk-link" href={`/people/${one.person.id}`}>
              {one.person.name}
            </a>
          ),
          role: (
            <>
              {roleTitle(one.role)}
              {one.on && <Detail>{one.on}</Detail>}
            </>
          ),
          from: <Doing day={one.from} by={one.givenBy} reason={seesReasons ? one.reason : null} />,
          to: <Doing day={one.to} by={one.takenBy} reason={seesReasons ? one.takenReason : null} />,
        }))}
        whenEmpty={
          <EmptyState title={asked.isOver ? 'Nobody held such a role before' : 'Nobody holds such a role'}>
            Choose another role, or another time.
          </EmptyState>
        }
      />
      <Pagination page={view.page} pages={view.pages} hrefFor={(at) => hrefOf(asked, at)} label="Pages of roles" />
      <Button kind="secondary" href="/rights">
        Who can do what, and why
      </Button>
    </>,
  )
}

function Doing({
  day,
  by,
  reason,
}: {
  readonly day: HeldRole['from']
  readonly by: string | null
  readonly reason: string | null
}) {
  return (
    <>
      {day ? shortDay(day) : 'Not recorded'}
      {(by || reason) && <Detail>{[by ? `by ${by}` : null, reason].filter(Boolean).join(': ')}</Detail>}
    </>
  )
}

/** "1 administrator, 2 partnership managers and 3 chairs." */
export function countsInWords(counts: WhoHoldsView['counts']): string {
  const said = LISTED_ROLES.flatMap((role) => {
    const count = counts.get(role) ?? 0
    return count > 0 ? [counted(count, ROLE_NAMES[role], pluralOf(role))] : []
  })
  if (said.length === 0) return 'Nobody holds a role.'
  return `${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(said)}.`
}

function pluralOf(role: HeldRole['role']): string {
  if (role === 'young-person') return 'young people'
  return role === 'analyst' ? 'performance analysts' : `${ROLE_NAMES[role]}s`
}

function hrefOf({ role, isOver }: RolesAsked, page: number): string {
  return `/roles?${new URLSearchParams({ ...(role && { role }), ...(isOver && { when: 'before' }), page: `${page}` })}`
}
