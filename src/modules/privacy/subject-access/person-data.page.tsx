import { Button, Details, Heading, Inset, Lede, PageHeading, Text } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { longMoment } from '../../../kernel/day.ts'
import { type Member, memberPage, type PersonRecord } from '../../people/index.ts'
import { placeInWords } from '../record/holdings.ts'
import type { DataFound } from './person-data.store.ts'

export type PersonDataView = {
  readonly person: PersonRecord
  readonly at: Temporal.Instant
  readonly found: readonly DataFound[]
  readonly signIn: unknown
}

/** All that is held of one person, to be read before it is handed to them. */
export function personDataPage(visitor: Member, { person, at, found, signIn }: PersonDataView): string {
  const places = [...Map.groupBy(found, ({ place }) => placeInWords(place))]
  return memberPage(
    {
      visitor,
      title: `Data held of ${person.name}`,
      section: 'directory',
      breadcrumbs: [
        { text: 'People', href: '/people' },
        { text: person.name, href: `/people/${person.id}` },
        { text: 'Data held' },
      ],
    },
    <>
      <PageHeading>Data held of {person.name}</PageHeading>
      <Lede>
        {counted(found.length, 'record')} on {longMoment(at)}, of {counted(places.length, 'kind', 'kinds')}.
      </Lede>
      <Inset>
        Read it before you hand it over: what others wrote may tell of somebody else. Files are listed and not opened;
        look through those that may name this person.
      </Inset>
      <Button href={`/people/${person.id}/data.json`}>Download as JSON</Button>
      {signIn !== null && (
        <section>
          <Heading level={2}>Ways in</Heading>
          <Content content={signIn} />
        </section>
      )}
      {places.map(([name, records]) => (
        <section>
          <Heading level={2}>{name}</Heading>
          <Text>{counted(records.length, 'record')}.</Text>
          <Details summary={`Show ${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`}>
            {records.map((record) =>
              record.kind === 'mention' ? (
                <p class="govuk-body trellis-words">… {inWords(record.content)} …</p>
              ) : (
                <Content content={record.content} />
              ),
            )}
          </Details>
        </section>
      ))}
    </>,
  )
}

function Content({ content }: { readonly content: unknown }) {
  const fields = typeof content === 'object' && content !== null ? Object.entries(content) : []
  return (
    <ul class="govuk-list">
      {fields
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <li>
            {name.replaceAll('_', ' ')}: <span class="trellis-words">{inWords(value)}</span>
          </li>
        ))}
    </ul>
  )
}

function inWords(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
