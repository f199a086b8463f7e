import { type Child, Page, type PageProps, renderPage } from '../../../../design/index.ts'
import { memberPage } from '../../member-page.tsx'
import type { AccountHolder } from '../../visitor.ts'

type AccountPageProps = Pick<PageProps, 'title' | 'flash' | 'hasProblems'> & {
  readonly visitor: AccountHolder
  /** the first page of the account, which has no way back to itself */
  readonly isFirst?: boolean
}

/** A page of somebody's own account. Whoever must make their signing in safer first is shown no way to anything else. */
export function accountPage({ visitor, isFirst = false, ...props }: AccountPageProps, children: Child): string {
  const back = isFirst ? undefined : { text: 'Your account', href: '/account' }
  if (visitor.kind === 'member') return memberPage({ visitor, section: 'account', back, ...props }, children)
  const bar = { name: visitor.person.name, partnership: visitor.partnershipName, signOutUrl: '/sign-out' }
  const navigation = [{ text: 'Your account', href: '/account', current: true }]
  return renderPage(
    <Page {...props} visitor={bar} navigation={navigation} back={back}>
      {children}
    </Page>,
  )
}
