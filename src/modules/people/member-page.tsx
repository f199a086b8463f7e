import { type Child, Page, type PageProps, renderPage } from '../../design/index.ts'
import { holds } from './access.ts'
import type { RightName } from './rights.ts'
import type { Member } from './visitor.ts'

type Section = 'plans' | 'updates' | 'directory' | 'read' | 'messages' | 'audit' | 'account'

const SECTIONS: readonly { key: Section; text: string; href: string; right?: RightName }[] = [
  { key: 'plans', text: 'Plans', href: '/plans' },
  { key: 'updates', text: 'My updates', href: '/updates' },
  { key: 'directory', text: 'Directory', href: '/people', right: 'read-people' },
  { key: 'read', text: 'Read a plan', href: '/documents/new', right: 'prepare-plans' },
  { key: 'messages', text: 'Messages', href: '/messages', right: 'keep-messages' },
  { key: 'audit', text: 'Audit trail', href: '/audit', right: 'read-audit-trail' },
  { key: 'account', text: 'Your account', href: '/account' },
]

export type MemberPageProps = Omit<PageProps, 'visitor' | 'navigation' | 'children'> & {
  readonly visitor: Member
  /** the section of the site the page belongs to */
  readonly section?: Section
}

/** A page for somebody signed in: the bar names them and their partnership, the navigation shows what they may open. */
export function memberPage({ visitor, section, ...props }: MemberPageProps, children: Child): string {
  const links = SECTIONS.filter(({ right }) => !right || holds(visitor, right))
  const bar = { name: visitor.person.name, partnership: visitor.partnershipName, signOutUrl: '/sign-out' }
  return renderPage(
    <Page
      {...props}
      visitor={bar}
      navigation={links.map(({ key, text, href }) => ({ text, href, current: key === section }))}
    >
      {children}
    </Page>,
  )
}

/** A page for somebody we do not know. */
export function strangerPage(props: Omit<PageProps, 'visitor' | 'navigation' | 'children'>, children: Child): string {
  return renderPage(<Page {...props}>{children}</Page>)
}
