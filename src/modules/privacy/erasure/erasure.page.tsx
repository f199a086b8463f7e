import {
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  Radios,
  Table,
  Text,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { dayOf, shortDay } from '../../../kernel/day.ts'
import { type Member, memberPage, type PersonRecord } from '../../people/index.ts'
import { placeInWords } from '../record/holdings.ts'
import type { ErasurePreview } from './erase-person.ts'
import { ERASURE_REASONS } from './erasure.store.ts'

type ErasureView = {
  readonly preview: ErasurePreview
  readonly reason: string
  readonly problems: readonly Problem[]
  readonly once: string
}

/** What erasing somebody would take out, and the one step that does it. */
export function erasurePage(visitor: Member, { preview, reason, problems, once }: ErasureView): string {
  const { person, places } = preview
  const rows = Object.entries(places)
    .filter(([, count]) => count > 0)
    .map(([place, count]) => ({ what: placeInWords(place), count: count.toLocaleString('en-GB') }))
    .toSorted((a, b) => a.what.localeCompare(b.what))
  return memberPage(
    { ...frame(visitor, person), hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Erase {person.name}</PageHeading>
      <Lede>
        Their name, mail address and mobile number are taken out of {counted(rows.length, 'kind', 'kinds')} of record.
        What they did, and what others wrote, stays; where it named them it says "a person erased" and the day.
      </Lede>
      <Notice kind="warning" title="This cannot be undone">
        Trellis keeps no copy. Backups hold the name until they are replaced.
      </Notice>
      {preview.hasNamesake && (
        <Notice kind="warning" title="Somebody else here has the same name">
          Nobody can tell whom a text means, so texts that hold the name are left as they are. Their own records are
          erased all the same. Read the texts yourself, or change the other person's name first.
        </Notice>
      )}
      <Heading level={2}>What changes</Heading>
      <Table
        caption="What changes, by kind"
        captionIsHidden
        columns={[
          { key: 'what', header: 'What', isReference: true },
          { key: 'count', header: 'Changes', align: 'end' },
        ]}
        rows={rows}
      />
      <Files preview={preview} />
      <Text>
        Entries of the audit trail keep their place in the chain, which stays whole; what they told of the person is
        gone from them, and they are marked.
      </Text>
      <Form action={`/people/${person.id}/erasure`} once={once}>
        <Radios
          name="reason"
          label="Why"
          items={Object.entries(ERASURE_REASONS).map(([value, text]) => ({ value, text }))}
          value={reason}
          error={problemOf(problems, 'reason')}
        />
        <Checkboxes
          name="sure"
          label="Before you go on"
          items={[{ value: 'yes', text: `Erase ${person.name} for good` }]}
          error={problemOf(problems, 'sure')}
        />
        <Button kind="warning">Erase this person</Button>
      </Form>
    </>,
  )
}

/** What erasing does not reach, and what to do about it. */
function Files({ preview: { person, files } }: { readonly preview: ErasurePreview }) {
  if (files.length === 0) return <Text>No file that was handed in is known to name them.</Text>
  return (
    <>
      <Heading level={2}>Files that may still name them</Heading>
      <Text>
        Files stay as they were handed in, for their checksums prove them. {person.name} handed these in, or they name
        them. Ask whoever sent each for one without the name, and hand that in; where the old one may not be kept, have
        whoever runs Trellis take it out. Keep this list: after the erasure nobody can make it again.
      </Text>
      <Table
        caption="Files that may still name them, the latest first"
        captionIsHidden
        columns={[
          { key: 'name', header: 'File', isReference: true },
          { key: 'added', header: 'Handed in' },
        ]}
        rows={files.map(({ name, addedAt }) => ({ name, added: shortDay(dayOf(addedAt)) }))}
      />
    </>
  )
}

/** Somebody who is still here is not erased: what they hold would be orphaned. */
export function stillHerePage(visitor: Member, person: PersonRecord): string {
  return memberPage(
    frame(visitor, person),
    <>
      <PageHeading>Erase {person.name}</PageHeading>
      <Lede>{person.name} is still here. Record that they leave first, so that what they hold goes to somebody.</Lede>
      <Button href={`/people/${person.id}/leaving`}>Record that they leave</Button>
    </>,
  )
}

function frame(visitor: Member, person: PersonRecord) {
  return {
    visitor,
    title: 'Erase',
    section: 'directory',
    breadcrumbs: [
      { text: 'People', href: '/people' },
      { text: person.name, href: `/people/${person.id}` },
      { text: 'Erase' },
    ],
  } as const
}
