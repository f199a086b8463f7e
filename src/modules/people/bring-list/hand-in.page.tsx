import { Button, ErrorSummary, FileInput, Form, Heading, Lede, Text } from '../../../design/index.ts'
import { directoryRecordPage } from '../directory/directory-frame.tsx'
import type { Member } from '../visitor.ts'
import { LIST_HEADS } from './rows-of-list.ts'

export type HandInView = { readonly once: string; readonly problem: string | null }

export function handInPage(visitor: Member, { once, problem }: HandInView): string {
  const title = 'Bring in a list'
  return directoryRecordPage(
    { visitor, list: 'people', title, heading: title, hasProblems: problem !== null },
    <>
      <ErrorSummary problems={problem ? [{ field: 'list', message: problem }] : []} />
      <Lede>
        Hand in people and organisations as a list. You see what will happen with each row before any of it does.
      </Lede>
      <Form action="/directory-lists" enctype="multipart/form-data" once={once}>
        <FileInput
          name="list"
          label="The list"
          hint="Excel (.xlsx, .xls) or CSV, up to 1,000 rows"
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls"
          error={problem ?? undefined}
        />
        <Button>See what will happen</Button>
      </Form>
      <Heading level={2}>What the list needs</Heading>
      <Text>
        A first line of heads, in any order: {LIST_HEADS.join(', ')}. One of Name and Organisation is enough; an empty
        cell changes nothing. A row without a name adds its organisation.{' '}
        <a href="/directory-lists/template">Empty list (CSV)</a>
      </Text>
    </>,
  )
}
