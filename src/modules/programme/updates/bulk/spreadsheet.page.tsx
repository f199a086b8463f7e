import {
  Button,
  EmptyState,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  Lede,
  PageHeading,
  Text,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { MOST_REQUESTS } from './answer-columns.ts'

export type SpreadsheetView = {
  /** how many requests wait; `all` is null for whoever writes for their own leads alone */
  readonly mine: number
  readonly all: number | null
  readonly once: string
  readonly problem: string | null
  readonly flash: string | null
}

/** Where requests are taken out as a spreadsheet, and handed in once they are filled in. */
export function spreadsheetPage(visitor: Member, view: SpreadsheetView): string {
  const { mine, all, once, problem, flash } = view
  const waiting = Math.max(mine, all ?? 0)
  return memberPage(
    {
      visitor,
      title: 'Updates by spreadsheet',
      section: 'updates',
      hasProblems: problem !== null,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [{ text: 'My updates', href: '/updates' }, { text: 'By spreadsheet' }],
    },
    <>
      <ErrorSummary problems={problem ? [{ field: 'sheet', message: problem }] : []} />
      <PageHeading>Updates by spreadsheet</PageHeading>
      <Lede>
        Download your requests, fill them in where you like, and hand them in. You see what will happen with each row
        before any of it does.
      </Lede>
      <section>
        <Heading level={2}>1. Download</Heading>
        {waiting === 0 && (
          <EmptyState title="No update is asked of you" action={<a href="/updates">My updates</a>}>
            When one is, it can be downloaded here.
          </EmptyState>
        )}
        {mine > 0 && (
          <Text>
            <a href="/updates/spreadsheet/requests">Download my requests (.xlsx)</a>: {counted(mine, 'request')}.
          </Text>
        )}
        {all !== null && all > 0 && (
          <Text>
            <a href="/updates/spreadsheet/requests?whose=all">Download all requests that I may write (.xlsx)</a>:{' '}
            {counted(all, 'request')}.
          </Text>
        )}
        {waiting > MOST_REQUESTS && <Text>A sheet holds {MOST_REQUESTS}, those due soonest.</Text>}
      </section>
      <section>
        <Heading level={2}>2. Hand in</Heading>
        <Form action="/updates/spreadsheet" enctype="multipart/form-data" once={once}>
          <FileInput
            name="sheet"
            label="The filled-in spreadsheet"
            hint="The .xlsx file that you downloaded here, up to 5 MB"
            accept=".xlsx"
            error={problem ?? undefined}
          />
          <Button>See what will happen</Button>
        </Form>
      </section>
    </>,
  )
}
