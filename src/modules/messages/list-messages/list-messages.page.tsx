import {
  Detail,
  EmptyState,
  Filters,
  Lede,
  Notice,
  PageHeading,
  Pagination,
  SearchInput,
  Select,
  Table,
  Tag,
} from '../../../design/index.ts'
import { shortMoment } from '../../../kernel/day.ts'
import { type Member, memberPage } from '../../people/index.ts'
import {
  answerInWords,
  countFailed,
  hasFailed,
  type MessageState,
  purposeInWords,
  STATE_GROUPS,
  STATE_WORDS,
  standingInWords,
  type WaysOut,
} from '../message-words.ts'
import type { ListedMessage } from '../sent-message.store.ts'
import { type MessageQuery, messagesHref } from './message-query.ts'

export type MessagesView = {
  readonly query: MessageQuery
  readonly messages: readonly ListedMessage[]
  readonly found: number
  readonly page: number
  readonly pages: number
  /** of every message, whatever the filter */
  readonly counts: Readonly<Partial<Record<MessageState, number>>>
  readonly purposes: readonly string[]
  readonly waysOut: WaysOut
  readonly now: Temporal.Instant
}

/** What was sent to whom, for what, when, and how it ended. */
export function listMessagesPage(visitor: Member, view: MessagesView): string {
  const { query, counts } = view
  const isEmpty = Object.keys(counts).length === 0
  const failed = countFailed(counts)
  return memberPage(
    { visitor, title: 'Messages', section: 'messages', wide: true },
    <>
      <PageHeading>Messages</PageHeading>
      {!isEmpty && (
        <Lede>
          {answerInWords(counts)}{' '}
          {failed > 0 && query.state !== 'failed' && (
            <a href={messagesHref(query, { state: 'failed' })}>Show {failed === 1 ? 'it' : 'them'}</a>
          )}
        </Lede>
      )}
      <NothingLeaves waysOut={view.waysOut} />
      {isEmpty ? (
        <EmptyState title="Nothing has been sent yet">
          Whatever Trellis sends to somebody is listed here: links to sign in, requests for updates, reminders. You see
          whether it arrived.
        </EmptyState>
      ) : (
        <List view={view} />
      )}
    </>,
  )
}

function NothingLeaves({ waysOut }: Pick<MessagesView, 'waysOut'>) {
  if (waysOut.mail !== 'outbox') return null
  const what = waysOut.text === 'outbox' ? 'message' : 'mail'
  return (
    <Notice kind="information" title={`No ${what} goes out of this installation`}>
      <p class="govuk-body">
        What would be sent is kept here, and its readers get nothing. Whoever looks after Trellis can change that with a
        setting.
      </p>
    </Notice>
  )
}

function List({ view }: { readonly view: MessagesView }) {
  const { query, messages, found, page, pages, purposes, now } = view
  const chosen = Object.values(query).filter((value) => value !== '').length
  const caption = chosen > 0 ? `${messagesInWords(found)} found` : 'Latest first'
  return (
    <>
      <Filters action="/messages" chosen={chosen} clearHref="/messages">
        <SearchInput name="words" label="Name, address or subject" value={query.words} />
        <Select
          name="state"
          label="How it ended"
          none="Any"
          value={query.state}
          options={Object.entries(STATE_GROUPS).map(([value, { words }]) => ({ value, text: words }))}
        />
        <Select
          name="purpose"
          label="What for"
          none="Anything"
          value={query.purpose}
          options={purposes.map((value) => ({ value, text: purposeInWords(value) }))}
        />
      </Filters>
      <Table
        caption={caption}
        columns={[
          { key: 'message', header: 'Message', isReference: true },
          { key: 'to', header: 'To' },
          { key: 'queued', header: 'Written' },
          { key: 'ended', header: 'How it ended' },
        ]}
        rows={messages.map((message) => row(message, now))}
        whenEmpty={
          <EmptyState title="No message fits" action={<a href="/messages">Show all messages</a>}>
            Look for fewer words, or for another end.
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(number) => messagesHref(query, { page: number })}
        label="Pages of messages"
      />
    </>
  )
}

function row(message: ListedMessage, now: Temporal.Instant) {
  const { id, subject, purpose, channel, to, toName, queuedAt, state } = message
  const standing = standingInWords(message, now, shortMoment)
  return {
    message: (
      <>
        <a href={`/messages/${id}`}>{subject}</a>
        <Detail>
          {purposeInWords(purpose)}
          {channel === 'text' && ', by text message'}
        </Detail>
      </>
    ),
    to: (
      <>
        {toName ?? to}
        {toName !== null && <Detail>{to}</Detail>}
      </>
    ),
    queued: shortMoment(queuedAt),
    ended: (
      <>
        <Tag tone={hasFailed(state) ? 'strong' : state === 'waiting' ? 'plum' : 'plain'}>{STATE_WORDS[state]}</Tag>
        {standing !== null && <Detail>{standing}</Detail>}
      </>
    ),
  }
}

function messagesInWords(count: number): string {
  return count === 1 ? '1 message' : `${count.toLocaleString('en-GB')} messages`
}
