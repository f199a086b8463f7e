import { Button, Form, Hidden, Lede, PageHeading, SummaryList } from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import type { AccountHolder } from '../../visitor.ts'
import { accountPage } from '../account/account-frame.tsx'
import { wayInWords } from '../ways.ts'
import { browserInWords } from './browser-words.ts'
import type { SessionSeen } from './sessions.ts'

type SessionsView = { readonly sessions: readonly SessionSeen[]; readonly mine: string | null; readonly done: string }

export function sessionsPage(visitor: AccountHolder, { sessions, mine, done }: SessionsView): string {
  const others = sessions.filter(({ id }) => id !== mine)
  const flash = done === 'ended' ? ({ kind: 'done', title: 'That browser is signed out' } as const) : null
  return accountPage(
    { visitor, title: 'Where you are signed in', flash },
    <>
      <PageHeading>Where you are signed in</PageHeading>
      <Lede>
        {others.length === 0
          ? 'In this browser only.'
          : `In this browser and ${others.length === 1 ? 'one other' : `${others.length} others`}. Sign out any you do not know, then change your password.`}
      </Lede>
      <SummaryList
        rows={sessions.map((session) => ({
          key: browserInWords(session.userAgent),
          value: <OneSession session={session} isMine={session.id === mine} />,
        }))}
      />
      {others.length > 1 && (
        <Form action="/account/sessions/end-others">
          <Button kind="secondary">Sign out all the others</Button>
        </Form>
      )}
    </>,
  )
}

function OneSession({ session, isMine }: { readonly session: SessionSeen; readonly isMine: boolean }) {
  const { id, since, address, userAgent, way } = session
  return (
    <>
      <p class="govuk-body">
        {isMine && <strong>This browser. </strong>}
        Signed in on {longMoment(since)} {wayInWords(way)}
        {address && `, from ${address}`}
      </p>
      {!isMine && (
        <Form action="/account/sessions/end">
          <Hidden name="session" value={id} />
          <Button kind="quiet">
            Sign out <span class="govuk-visually-hidden">{browserInWords(userAgent)}</span>
          </Button>
        </Form>
      )}
    </>
  )
}
