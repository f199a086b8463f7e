import { Lede, PageHeading, SummaryList } from '../../../../design/index.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import type { AccountHolder } from '../../visitor.ts'
import { accountPage } from './account-frame.tsx'
import type { Standing } from './standing.ts'

const DONE: Readonly<Record<string, string>> = {
  password: 'Your password is changed, and your other browsers are signed out',
}

type AccountView = { readonly standing: Standing; readonly sessions: number; readonly done: string }

export function yourAccountPage(visitor: AccountHolder, { standing, sessions, done }: AccountView): string {
  const { email, hasPassword } = standing
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
            value: hasPassword ? 'You have one' : 'You have none',
            action: hasPassword ? { text: 'Change', href: '/account/password', about: 'your password' } : undefined,
          },
          {
            key: 'Signed in',
            value: sessions === 1 ? 'In this browser only' : `In ${sessions} browsers`,
            action: { text: 'Look', href: '/account/sessions', about: 'where you are signed in' },
          },
        ]}
      />
    </>,
  )
}
