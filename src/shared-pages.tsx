import { Page, PageHeading, renderPage, Text } from './design/index.ts'
import { counted } from './kernel/counted.ts'
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
  const { title, words } = UNREADABLE[status] ?? UNREADABLE_OTHERWISE
  return renderPage(
    <Page title={title}>
      <PageHeading>{title}</PageHeading>
      <Text>{words}</Text>
    </Page>,
  )
}

const UNREADABLE_OTHERWISE = {
  title: 'What was sent could not be read',
  words: 'Go back, load the page again and send it once more. Nothing was saved.',
}

const UNREADABLE: Readonly<Record<number, { readonly title: string; readonly words: string }>> = {
  403: {
    title: 'This form did not come from a page of ours',
    words: 'Open the page here, and send the form from it. Nothing was saved.',
  },
  413: {
    title: 'What you sent is too large',
    words: 'Go back and send less: fewer words, fewer fields, or a smaller file. Nothing was saved.',
  },
  414: { title: 'The address is too long', words: 'Shorten what you search for, or follow the link again.' },
  431: {
    title: 'Your browser sent too much about itself',
    words: 'Delete the cookies of this site, and open the page again.',
  },
}

/** Too many requests of one account, or from one place, within a minute. */
export function tooManyPage(waitSeconds: number): string {
  const title = 'Too many at once'
  return renderPage(
    <Page title={title}>
      <PageHeading>{title}</PageHeading>
      <Text>
        More was sent from your account, or from where you are, than one minute takes. Wait{' '}
        {counted(waitSeconds, 'second')}, then go back and send it again. Nothing of this one was saved.
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
