import { type Child, Page, type PageProps, renderPage } from '../../design/index.ts'
import { isManager, type Member } from './visitor.ts'

type Section = 'plans' | 'updates' | 'directory' | 'read' | 'messages' | 'audit' | 'account'

export type MemberPageProps = Omit<PageProps, 'visitor' | 'navigation' | 'children'> & {
  readonly visitor: Member
  /** the section of the site the page belongs to */
  readonly section?: Section
}

/** A page for somebody signed in: the bar names them and their partnership, the navigation shows what they may open. */
export function memberPage({ visitor, section, ...props }: MemberPageProps, children: Child): string {
  const links = [
    { key: 'plans', text: 'Plans', href: '/plans' },
    { key: 'updates', text: 'My updates', href: '/updates' },
    { key: 'directory', text: 'Directory', href: '/people' },
    ...(isManager(visitor)
      ? [
          { key: 'read', text: 'Read a plan', href: '/documents/new' },
          { key: 'messages', text: 'Messages', href: '/messages' },
          { key: 'audit', text: 'Audit trail', href: '/audit' },
        ]
      : []),
    { key: 'account', text: 'Your account', href: '/account' },
  ]
  const bar = { name: visitor.person.name, partnership: visitor.partnershipName, signOutUrl: '/sign-out' }
  return renderPage(
    <Page
      {...props}
      visitor={bar}
      navigation={links.map(({ key, ...link }) => ({ ...link, current: key === section }))}
    >
      {children}
    </Page>,
  )
}

/** A page for somebody we do not know. */
export function strangerPage(props: Omit<PageProps, 'visitor' | 'navigation' | 'children'>, children: Child): string {
  return renderPage(<Page {...props}>{children}</Page>)
}
