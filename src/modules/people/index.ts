export { accountHolder, anybody, holds, holdsEverywhere, may, reaches, signedIn } from './access.ts'
export { findPartnershipsHere } from './anchors/anchor-address.store.ts'
export { sendAnchors } from './anchors/send-anchors.ts'
export type { LeadPassing, LedAction, PeopleAnnouncements } from './announcements.ts'
export { auditTrailRoutes } from './audit-trail/audit-trail.route.ts'
export * from './directory/index.ts'
export { acceptRoutes } from './invite/accept.route.ts'
export { invitationRoutes } from './invite/invitations.route.ts'
export { type MemberPageProps, memberPage, strangerPage } from './member-page.tsx'
export { directoryRoutes } from './people.routes.ts'
export {
  findMemberOfPerson,
  findPartnershipName,
  findPartnerships,
  insertPartnership,
  insertPersonAccount,
  type PartnershipNamed,
} from './people.store.ts'
export type { RightName } from './rights.ts'
export { rightsRoutes } from './rights-page/rights.route.ts'
export { insertRole } from './role-grants/role-grant.store.ts'
export { GIVEN_ROLES, type GivenRole, type Role, rolesInForce } from './roles.ts'
export { type MemberRefusal, setUpMember } from './set-up-member/set-up-member.ts'
export { sightOf } from './sight.ts'
export { ensureAccount } from './sign-in/account-holders.ts'
export { type Accounts, accountsOf } from './sign-in/accounts.ts'
export { sendLetter } from './sign-in/by-mail/send-letter.ts'
export { type Doors, SILENT } from './sign-in/doors.ts'
export { findMemberByEmail, identifyWith } from './sign-in/identify.ts'
export type { Letter } from './sign-in/letter-kinds.ts'
export { liftDemand } from './sign-in/lift-demand/lift-demand.ts'
export { breachedListIn, commonPasswords } from './sign-in/password/common-passwords.ts'
export { signInRoutes } from './sign-in/sign-in.routes.ts'
export { type Said, vouch } from './sign-in/vouch/vouch.ts'
export { type AccountHolder, ANONYMOUS, type Member, type Visitor } from './visitor.ts'
