import { Lede, PageHeading, SummaryList } from '../../../../design/index.ts'
import { dayOf, longDay } from '../../../../kernel/day.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { holds } from '../../access.ts'
import type { AccountHolder } from '../../visitor.ts'
import { accountPage } from './account-frame.tsx'
import type { Standing } from './standing.ts'

const DONE: Readonly<Record<string, string>> = {
  password: 'Your password is changed, and your other browsers are signed out',
}

type AccountView = { readonly standing: Standing; readonly sessions: number; readonly done: string }

export function yourAccountPage(visitor: AccountHolder, { standing, sessions, done }: AccountView): string {
  const { email, hasPassword, hasSecondFactor, passkeys } = standing
  const said = valueAt(DONE, done)
  return accountPage(
    { visitor, title: 'Your account', isFirst: true, flash: said ? { kind: 'done', title: said } : null },
    <>
      <PageHeading>Your account</PageHeading>
      <Lede>How you sign in to the plan of {visitor.partnershipName}, and where you are signed in.</Lede>
      <SummaryList
        rows={[
          { key: 'Name', value: visitor.person.name },
          { key: 'E-mail address', value: email },
          {
            key: 'Password',
            value: hasPassword ? 'You have one' : 'You have none: you sign in by a link in a mail, or with a passkey',
            action: hasPassword
              ? { text: 'Change', href: '/account/password', about: 'your password' }
              : { text: 'Choose one', href: '/password/forgotten', about: 'by a link in a mail' },
          },
          {
            key: 'Second factor',
            value: hasSecondFactor
              ? 'On: after your password you give a code from your phone'
              : 'Off: whoever learns your password is in',
            action: {
              text: hasSecondFactor ? 'Change' : 'Switch on',
              href: '/account/second-factor',
              about: 'the second factor',
            },
          },
          {
            key: 'Passkeys',
            value:
              passkeys.length === 0
                ? 'None. A passkey lets you in by your finger, your face or a PIN, without a password'
                : passkeys
                    .map(({ name, since }) => (since ? `${name}, since ${longDay(dayOf(since))}` : name))
                    .join('; '),
            action: {
              text: passkeys.length === 0 ? 'Add one' : 'Change',
              href: '/account/passkeys',
              about: 'your passkeys',
            },
          },
          {
            key: 'Signed in',
            value: sessions === 1 ? 'In this browser only' : `In ${sessions} browsers`,
            action: { text: 'Look', href: '/account/sessions', about: 'where you are signed in' },
          },
        ]}
      />
      {visitor.kind === 'member' && (
        <p class="govuk-body">
          Be asked for updates by text instead of mail: <a href="/account/text-messages">text messages</a>.
        </p>
      )}
      {visitor.kind === 'member' && holds(visitor, 'read-plans') && (
        <p class="govuk-body">
          See what is due in your own calendar program: <a href="/calendar-feeds">your calendar addresses</a>.
        </p>
      )}
      {visitor.kind === 'member' && holds(visitor, 'read-rights') && (
        <p class="govuk-body">
          See <a href="/rights">who can do what, and why</a>.
        </p>
      )}
      {visitor.kind === 'member' && holds(visitor, 'invite-people') && (
        <p class="govuk-body">
          As a manager you also <a href="/invitations">invite people to sign in</a>.
        </p>
      )}
    </>,
  )
}
