import {
  Button,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Text,
} from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'

/** Each kind of document that is read, and what to know about it. */
const FORMATS = [
  { name: 'Word', note: '(.docx) and OpenDocument text (.odt), with tables, headings and shaded cells' },
  { name: 'Excel', note: '(.xlsx, .xls) and OpenDocument sheets (.ods), every sheet, with shaded cells' },
  { name: 'PDF', note: 'with text in it; a scan is a picture, and is told so' },
  { name: 'Web pages', note: 'saved as HTML' },
  { name: 'Text', note: 'plain with columns, Markdown, CSV and tab-separated, in any usual encoding' },
  { name: 'Trellis', note: '(.json), a plan taken out of Trellis' },
] as const

export type UploadView = { readonly once: string; readonly problems: readonly Problem[] }

export function uploadPage(visitor: Member, { once, problems }: UploadView): string {
  return memberPage(
    { visitor, title: 'Read a plan', section: 'read', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Read a plan</PageHeading>
      <Lede>
        Give Trellis the plan or report as it was published. It finds the aims, the actions, the dates and the leads.
      </Lede>
      <Form action="/documents" enctype="multipart/form-data" once={once}>
        <FileInput
          name="document"
          label="The plan"
          hint="Choose one file, up to 20 MB, or drop it here"
          accept=".docx,.docm,.odt,.xlsx,.xlsm,.xls,.ods,.pdf,.html,.htm,.md,.markdown,.txt,.csv,.tsv,.tab,.json"
          error={problemOf(problems, 'document')}
        />
        <Button>Read this plan</Button>
      </Form>
      <Heading level={2}>What can be read</Heading>
      <ul class="govuk-list govuk-list--bullet">
        {FORMATS.map(({ name, note }) => (
          <li>
            <strong>{name}</strong> {note}
          </li>
        ))}
      </ul>
      <Heading level={2}>What happens then</Heading>
      <ol class="govuk-list govuk-list--number">
        <li>The document is read, most in a few seconds. It is kept as you sent it.</li>
        <li>You see it beside what was read, correct what is wrong, and look at what a careful colleague would ask.</li>
        <li>You adopt the plan. Nothing is adopted until you say so.</li>
      </ol>
      <Text>
        Your documents look alike from year to year? <a href="/recipes">Recipes</a> keep what you told of their columns.
      </Text>
    </>,
  )
}
