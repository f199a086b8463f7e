import {
  Button,
  ErrorSummary,
  FileInput,
  Form,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
} from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'

export type UploadView = { readonly once: string; readonly problems: readonly Problem[] }

export function uploadPage(visitor: Member, { once, problems }: UploadView): string {
  return memberPage(
    { visitor, title: 'Read a plan', section: 'read', hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>Read a plan</PageHeading>
      <Lede>Give Trellis the plan as it was published. It finds the aims, the actions, the dates and the leads.</Lede>
      <p class="govuk-body">
        You then see each action beside the lines it came from, correct what is wrong, and adopt the plan. Nothing is
        adopted until you say so.
      </p>
      <Form action="/documents" enctype="multipart/form-data" once={once}>
        <FileInput
          name="document"
          label="The plan"
          hint="Word, Excel, OpenDocument, PDF, a web page, Markdown, CSV or text, or a plan taken out of Trellis, up to 20 MB"
          accept=".docx,.docm,.odt,.xlsx,.xlsm,.xls,.ods,.pdf,.html,.htm,.md,.markdown,.txt,.csv,.tsv,.tab,.json"
          error={problemOf(problems, 'document')}
        />
        <Button>Read this plan</Button>
      </Form>
    </>,
  )
}
