import { valueAt } from '../../../kernel/value-at.ts'
import type { RetentionKind } from '../retention/retention.ts'

/** One kind of personal data that Trellis holds: an entry of the record of processing. */
export type Holding = {
  readonly name: string
  readonly about: string
  readonly why: string
  readonly basis: string
  /** tables it stands in, by their schema */
  readonly tables: readonly string[]
  /** a period that a daily job applies, or in words how long */
  readonly kept: RetentionKind | { readonly inWords: string }
}

const PUBLIC_TASK = 'Public task: the Children Act 2004 has partners cooperate, and account for it'

/** The record of what personal data is held, why, on what basis, where and for how long. */
export const HOLDINGS: readonly Holding[] = [
  {
    name: 'The directory',
    about: 'Names, former names, organisations, posts and seats of people of the partnership',
    why: 'To know who answers for which action, now and at any past day',
    basis: PUBLIC_TASK,
    tables: ['public.person', 'public.former_name', 'public.body_member', 'public.departure'],
    kept: { inWords: 'As long as the plans they worked on; a name is erased on request' },
  },
  {
    name: 'Contact data',
    about: 'Mail addresses and mobile numbers',
    why: 'To ask for updates, invite and remind',
    basis: PUBLIC_TASK,
    tables: ['public.text_wish', 'public.person'],
    kept: 'left-contact',
  },
  {
    name: 'Leads as plans name them',
    about: 'The words of a plan for whoever leads an action or a part of it',
    why: 'A plan must be shown as it was agreed',
    basis: PUBLIC_TASK,
    tables: ['public.action', 'public.action_step_version', 'public.action_lead', 'public.part'],
    kept: { inWords: 'As long as the plan; a name is erased on request' },
  },
  {
    name: 'Messages',
    about: 'Addresses, names and words of mails and text messages, and what mail servers said',
    why: 'To show what was sent to whom, and why something did not arrive',
    basis: PUBLIC_TASK,
    tables: ['public.message', 'public.message_attempt', 'public.address_refusal'],
    kept: 'messages',
  },
  {
    name: 'Invitations',
    about: 'The address an invitation went to',
    why: 'To let people in, and show who let them in',
    basis: PUBLIC_TASK,
    tables: ['public.invitation'],
    kept: 'invitations',
  },
  {
    name: 'Lists of people that were handed in',
    about: 'Names, addresses and posts as the list gave them',
    why: 'To look at a list row by row before it is taken in',
    basis: PUBLIC_TASK,
    tables: ['public.directory_list'],
    kept: 'lists',
  },
  {
    name: 'The audit trail',
    about: 'Who did what, when and from which network address, and what stood before and after',
    why: 'To prove who knew what and when; names and addresses stand apart, so that they can be erased',
    basis: PUBLIC_TASK,
    tables: ['public.audit_detail'],
    kept: { inWords: 'As long as the plans; a name is erased on request, and the chain stays whole' },
  },
  {
    name: 'Who gets the audit trail by mail',
    about: 'The addresses that the manager chose',
    why: 'So that somebody outside can show that the trail was not cut off',
    basis: 'Legitimate interests: proof against tampering',
    tables: ['public.anchor_address'],
    kept: { inWords: 'As long as the audit trail' },
  },
  {
    name: 'Roles and accounts',
    about: 'What somebody may do, and which account is theirs',
    why: 'So that everybody sees their part and nobody else does',
    basis: PUBLIC_TASK,
    tables: ['public.role_grant', 'public.person_account'],
    kept: { inWords: 'Until they leave' },
  },
  {
    name: 'Ways in',
    about: 'Name, address, password (as a hash), passkeys and second factor of whoever signs in',
    why: 'To let the right person in',
    basis: PUBLIC_TASK,
    tables: ['sign_in.account_holder', 'sign_in.credential', 'sign_in.passkey', 'sign_in.second_factor'],
    kept: 'left-contact',
  },
  {
    name: 'Sessions and codes',
    about: 'Network address and browser of each session; codes that were mailed; counts of requests',
    why: 'To keep somebody signed in, let them see where, and slow down whoever guesses',
    basis: 'Legitimate interests: the security of the service',
    tables: ['sign_in.session', 'sign_in.verification', 'sign_in.rate_limit'],
    kept: { inWords: '30 days after they ended' },
  },
]

const PLACES: Readonly<Record<string, string>> = {
  action: 'Actions that name them',
  action_lead: 'Leads of actions',
  action_step_done: 'Steps of actions',
  action_step_version: 'Steps of actions',
  action_version: 'Earlier words of actions',
  action_wait: 'What actions wait for',
  address_refusal: 'Addresses that refused mail',
  asking_told: 'Requests for updates',
  audit_detail: 'Entries of the audit trail',
  audit_entry: 'Entries of the audit trail',
  body_member: 'Seats',
  comparison: 'Comparisons of plans',
  deputy: 'Deputies',
  departure: 'Leavings',
  directory_list: 'Lists of people',
  document_page: 'Pages of documents as they were read',
  draft_change: 'Corrections of drafts',
  evidence: 'Evidence',
  former_name: 'Former names',
  invitation: 'Invitations',
  message: 'Messages to them',
  message_attempt: 'What mail servers said',
  part: 'Parts of plans that name them',
  person: 'The directory',
  person_account: 'Their account',
  post_holding: 'Posts they held',
  reading: 'Documents as they were read',
  role_grant: 'Roles',
  stored_file: 'Files',
  text_wish: 'Text messages they asked for',
  tie_change: 'Names of plans that were tied',
  update_draft: 'Updates begun',
  update_submission: 'Updates',
  update_verdict: 'Verdicts of chairs',
  update_withdrawal: 'Updates taken back',
}

/** A table as somebody reads it who never saw one. */
export function placeInWords(table: string): string {
  return valueAt(PLACES, table) ?? `${table[0]?.toUpperCase() ?? ''}${table.slice(1).replaceAll('_', ' ')}`
}
