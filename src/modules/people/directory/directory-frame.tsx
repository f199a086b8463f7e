import { type Child, PageHeading, Suggestions, Tabs } from '../../../design/index.ts'
import { type Day, longDay } from '../../../kernel/day.ts'
import { memberPage } from '../member-page.tsx'
import type { Member } from '../visitor.ts'
import type { BodyKind, OrganisationKind, Seat } from './directory.ts'
import type { Label } from './known-labels.ts'

export type DirectoryList = 'people' | 'posts' | 'organisations' | 'bodies' | 'roles'

const TITLES = {
  people: 'People',
  posts: 'Posts',
  organisations: 'Organisations',
  bodies: 'Bodies',
  roles: 'Roles',
} as const

/** One of the directory's four lists. */
export function directoryListPage(visitor: Member, list: DirectoryList, flash: string | null, children: Child): string {
  return memberPage(
    {
      visitor,
      title: `Directory: ${TITLES[list].toLowerCase()}`,
      section: 'directory',
      wide: true,
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading>Directory</PageHeading>
      <Tabs
        label="Lists of the directory"
        tabs={(['people', 'posts', 'organisations', 'bodies', 'roles'] as const).map((each) => ({
          text: TITLES[each],
          href: `/${each}`,
          current: each === list,
        }))}
      />
      {children}
    </>,
  )
}

type RecordPage = {
  readonly visitor: Member
  readonly list: DirectoryList
  readonly title: string
  readonly heading: Child
  /** the record above, on a page about one of its parts */
  readonly above?: { readonly text: string; readonly href: string } | undefined
  readonly flash?: string | null
  readonly hasProblems?: boolean
}

/** A page about one record of the directory. */
export function directoryRecordPage({ list, flash, above, heading, ...props }: RecordPage, children: Child): string {
  return memberPage(
    {
      ...props,
      section: 'directory',
      breadcrumbs: [{ text: TITLES[list], href: `/${list}` }, ...(above ? [above] : []), { text: props.title }],
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading>{heading}</PageHeading>
      {children}
    </>,
  )
}

/** The id by which boxes find who they may suggest. */
export const KNOWN_LIST = 'known'

export function KnownSuggestions({ labels }: { readonly labels: readonly Label[] }) {
  return <Suggestions id={KNOWN_LIST} options={labels.map(({ text }) => text)} />
}

/** "since 3 May 2014", "3 May 2014 to 1 June 2014"; nothing where no day is known. `endsBefore` is the first day without it. */
export function timesInWords(starts: Day | null, endsBefore: Day | null): string {
  if (endsBefore === null) return starts ? `since ${longDay(starts)}` : ''
  return starts ? `${longDay(starts)} to ${longDay(endsBefore)}` : `until ${longDay(endsBefore)}`
}

export const ORGANISATION_KINDS = {
  council: 'Council',
  nhs: 'NHS',
  police: 'Police',
  school: 'School or schools trust',
  college: 'College',
  charity: 'Charity',
  'young-people': 'Young people',
  other: 'Other',
} as const satisfies Record<OrganisationKind, string>

export const BODY_KINDS = {
  board: 'Board',
  executive: 'Executive',
  'lead-group': 'Lead group',
  'sub-group': 'Sub-group',
  committee: 'Committee',
} as const satisfies Record<BodyKind, string>

export const SEATS = { chair: 'Chair', 'deputy-chair': 'Deputy chair', member: 'Member' } as const satisfies Record<
  Seat,
  string
>

/** A word of a closed list, as a form sent it; null for any other. */
export function keyOf<Key extends string>(table: Readonly<Record<Key, string>>, word: string): Key | null {
  return keysOf(table).find((key) => key === word) ?? null
}

export function optionsOf<Key extends string>(table: Readonly<Record<Key, string>>) {
  return keysOf(table).map((value) => ({ value, text: table[value] }))
}

function keysOf<Key extends string>(table: Readonly<Record<Key, string>>): readonly Key[] {
  const isKey = (key: string): key is Key => Object.hasOwn(table, key)
  return Object.keys(table).filter(isKey)
}
