import { Heading, Lede, PageHeading, Table, Text } from '../../../design/index.ts'
import { holds } from '../access.ts'
import { memberPage } from '../member-page.tsx'
import type { Member } from '../visitor.ts'
import type { RightsView } from './rights-view.ts'

/** Who can do what, and why: for auditors, and for everybody who writes here. It is made to be printed too. */
export function rightsPage(visitor: Member, { rights, roles }: RightsView): string {
  return memberPage(
    { visitor, title: 'Who can do what, and why', wide: true },
    <>
      <PageHeading>Who can do what, and why</PageHeading>
      <Lede>
        Trellis decides by this table and no other. Roles add up: somebody may do what any of their roles lets them do.
        Whatever is not here, nobody may do from these pages.
      </Lede>
      {holds(visitor, 'read-people') && (
        <Text>
          <a href="/roles">Who holds which role</a>
        </Text>
      )}
      <Heading level={2}>Right by right</Heading>
      <Table
        caption="Every right, who has it on what, and why"
        captionIsHidden
        columns={[
          { key: 'words', header: 'What', width: 'medium' },
          { key: 'who', header: 'Who, and on what', width: 'medium' },
          { key: 'why', header: 'Why', width: 'medium' },
        ]}
        rows={rights.map(({ words, who, why }) => ({
          words: <strong>{words}</strong>,
          who: who.map((sentence) => <div>{sentence}</div>),
          why,
        }))}
      />
      <Heading level={2}>Role by role</Heading>
      {roles.map(({ name, how, may }) => (
        <section>
          <Heading level={3}>{name}</Heading>
          <Text>{how}</Text>
          <ul class="govuk-list govuk-list--bullet">
            {may.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
      <Heading level={2}>What holds it</Heading>
      <Text>
        Pages ask for a right before they do anything. Beneath them the database itself shows each reader only the rows
        that are theirs, and takes no change at all from somebody who may only read. What somebody may not see is “not
        found”, as if it had never been.
      </Text>
    </>,
  )
}
