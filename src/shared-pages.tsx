import { Page, PageHeading, renderPage, Text } from './design/index.ts'
import { memberPage, type Visitor } from './modules/people/index.ts'

/** One page for what does not exist and for what is somebody else's: nobody learns which. */
export function notFoundPage(visitor: Visitor | null): string {
  const title = 'Page not found'
  const body = (
    <>
      <PageHeading>{title}</PageHeading>
      <Text>Check the address. If you followed a link, the page may be for somebody else.</Text>
      <Text>
        <a href="/">Go to the first page</a>
      </Text>
    </>
  )
  return visitor?.kind === 'member'
    ? memberPage({ visitor, title }, body)
    : renderPage(<Page title={title}>{body}</Page>)
}

/** What a browser sent was too large or not a form of ours; whoever sent it learns what to do. */
export function unreadablePage(status: number): string {
  const title = status === 413 ? 'What you sent is too large' : 'What was sent could not be read'
  return renderPage(
    <Page title={title}>
      <PageHeading>{title}</PageHeading>
      <Text>
        {status === 413
          ? 'Go back and send less: fewer words, or a smaller file. Nothing was saved.'
          : 'Go back, load the page again and send it once more. Nothing was saved.'}
      </Text>
    </Page>,
  )
}

export function brokenPage(requestId: string): string {
  return renderPage(
    <Page title="Something went wrong">
      <PageHeading>Something went wrong</PageHeading>
      <Text>Nothing you sent was half saved. Go back and try again in a moment.</Text>
      <Text>If it goes on, tell the person who looks after Trellis, with this number: {requestId}</Text>
    </Page>,
  )
}
