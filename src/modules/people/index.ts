export { auditTrailRoutes } from './audit-trail/audit-trail.route.ts'
export * from './directory/index.ts'
export { type MemberPageProps, memberPage, strangerPage } from './member-page.tsx'
export {
  findPartnershipName,
  findPartnerships,
  insertPartnership,
  insertPersonAccount,
  insertRole,
  type PartnershipNamed,
} from './people.store.ts'
export { type MemberRefusal, setUpMember } from './set-up-member/set-up-member.ts'
export { type Accounts, accountsOf, ensureAccount } from './sign-in/accounts.ts'
export { findMemberByEmail, identifyWith } from './sign-in/identify.ts'
export { signInRoutes } from './sign-in/sign-in.route.ts'
export { ANONYMOUS, anybody, isManager, type Member, manager, member, type Role, type Visitor } from './visitor.ts'
