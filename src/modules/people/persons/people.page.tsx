import {
  Button,
  ButtonGroup,
  EmptyState,
  Filters,
  Pagination,
  SearchInput,
  Select,
  Table,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { shortDay } from '../../../kernel/day.ts'
import { holds } from '../access.ts'
import type { Organisation } from '../directory/directory.ts'
import { directoryListPage } from '../directory/directory-frame.tsx'
import type { PeopleAsked, PersonListed } from '../directory/person.store.ts'
import type { Member } from '../visitor.ts'

export type PeopleView = {
  readonly asked: PeopleAsked
  readonly people: readonly PersonListed[]
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly organisations: readonly Organisation[]
}

const COLUMNS = [
  { key: 'name', header: 'Name', isReference: true },
  { key: 'posts', header: 'Post' },
  { key: 'organisation', header: 'Organisation' },
] as const

export function peoplePage(visitor: Member, view: PeopleView, flash: string | null): string {
  const { asked, people, found, page, pages } = view
  const chosen = [asked.words !== '', asked.organisationId !== null, asked.hasLeft].filter((is) => is).length
  return directoryListPage(
    visitor,
    'people',
    flash,
    <>
      {holds(visitor, 'keep-people') && (
        <ButtonGroup>
          <Button href="/people/new">Add a person</Button>
          <Button kind="secondary" href="/directory-lists/new">
            Bring in a list
          </Button>
          <Button kind="secondary" href="/lead-names">
            Names in plans
          </Button>
          <Button kind="secondary" href="/privacy">
            Personal data
          </Button>
        </ButtonGroup>
      )}
      <Filters action="/people" chosen={chosen} clearHref="/people">
        <SearchInput name="words" label="Name, post or organisation" value={asked.words} />
        <Select
          name="organisation"
          label="Organisation"
          none="Any"
          value={asked.organisationId ?? ''}
          options={view.organisations.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Select
          name="who"
          label="Who"
          value={asked.hasLeft ? 'left' : 'here'}
          options={[
            { value: 'here', text: 'People here now' },
            { value: 'left', text: 'People who left' },
          ]}
        />
      </Filters>
      <Table
        caption={`${counted(found, 'person', 'people')}${asked.hasLeft ? ' who left' : ''}`}
        columns={asked.hasLeft ? [...COLUMNS, { key: 'left', header: 'Left' }] : COLUMNS}
        rows={people.map((person) => ({
          name: (
            <a class="govuk-link" href={`/people/${person.id}`}>
              {person.name}
            </a>
          ),
          posts: person.posts ?? '',
          organisation: person.organisation ?? '',
          left: person.leftOn ? shortDay(person.leftOn) : '',
        }))}
        whenEmpty={
          <EmptyState title={chosen > 0 ? 'Nobody fits' : 'Nobody is in the directory yet'}>
            {chosen > 0 ? 'Look for fewer words.' : 'Add a person, or bring in a list.'}
          </EmptyState>
        }
      />
      <Pagination page={page} pages={pages} hrefFor={(number) => peopleHref(asked, number)} label="Pages of people" />
    </>,
  )
}

function peopleHref({ words, organisationId, hasLeft }: PeopleAsked, page: number): string {
  const query = new URLSearchParams({
    ...(words ? { words } : {}),
    ...(organisationId ? { organisation: organisationId } : {}),
    ...(hasLeft ? { who: 'left' } : {}),
    page: `${page}`,
  })
  return `/people?${query}`
}
