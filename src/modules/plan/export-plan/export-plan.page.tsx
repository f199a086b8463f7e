import { Lede, PageHeading, Table, Text } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Member, memberPage } from '../../people/index.ts'
import { isAdopted } from '../plan.ts'
import type { ExportedPlan } from './export-plan.ts'
import { EXPORT_FORMATS, type ExportFormat } from './write-plan.ts'

const FORMATS: Readonly<Record<ExportFormat, { readonly name: string; readonly isFor: string }>> = {
  xlsx: {
    name: 'Excel (.xlsx)',
    isFor: 'To sort, filter and print. One row for each action; numbers such as 1.10 stay as they are.',
  },
  ods: { name: 'OpenDocument sheet (.ods)', isFor: 'The same table for LibreOffice and other programs.' },
  docx: {
    name: 'Word (.docx)',
    isFor: 'To read, edit and send round: a heading for each part, and its actions in a table.',
  },
  md: { name: 'Markdown (.md)', isFor: 'The same document as plain text, for a web page or a wiki.' },
  csv: {
    name: 'CSV (.csv)',
    isFor: 'For another system. Words that a program could take for a formula have an apostrophe before them.',
  },
  json: { name: 'JSON (.json)', isFor: 'For a program: every field, in a shape with a version.' },
}

/** Six ways to take a plan out, and what each is for. */
export function exportPlanPage(visitor: Member, { plan, content }: ExportedPlan): string {
  const back = isAdopted(plan) ? `/plans/${plan.id}` : `/plans/${plan.id}/review`
  const holds = `${counted(content.actions.length, 'action')} and ${counted(content.parts.length, 'part')}`
  return memberPage(
    {
      visitor,
      title: `Take out: ${plan.title}`,
      section: 'plans',
      breadcrumbs: [{ text: 'Plans', href: '/plans' }, { text: plan.title, href: back }, { text: 'Take it out' }],
    },
    <>
      <PageHeading caption={plan.title}>Take the plan out</PageHeading>
      <Lede>
        Each file holds the whole plan, {holds}, in words as they stand. Trellis reads each of them back to the same
        plan.
      </Lede>
      <Table
        caption="Formats"
        captionIsHidden
        columns={[
          { key: 'format', header: 'Format', isReference: true },
          { key: 'isFor', header: 'What it is for', width: 'wide' },
        ]}
        rows={EXPORT_FORMATS.map((format) => ({
          format: <a href={`/plans/${plan.id}/export/${format}`}>{FORMATS[format].name}</a>,
          isFor: FORMATS[format].isFor,
        }))}
        whenEmpty={null}
      />
      <Text>
        What the plan’s document said of how its actions went is in these files. Updates and their ratings are not: they
        are in{' '}
        {isAdopted(plan) ? (
          <a href={`${back}/board-report`}>the board report</a>
        ) : (
          'the board report, once it is adopted'
        )}
        .
      </Text>
    </>,
  )
}
