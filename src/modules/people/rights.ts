import type { Role } from './roles.ts'

/** What of the partnership a right reaches. */
export type Reach = 'partnership' | 'bodies-they-chair' | 'actions-they-lead' | 'their-organisation' | 'own'

export type Right = {
  /** goes on from "A manager …" */
  readonly words: string
  readonly of: Readonly<Partial<Record<Role, Reach>>>
  /** it lets somebody change something; whoever has no such right gets transactions that cannot */
  readonly changes?: true
  readonly why: string
}

const ALL = 'partnership'

/**
 * Who may do what, on what, and why: the one place where this is decided. Routes ask it by name, rules of a record ask it too,
 * and the page for auditors prints it.
 */
export const RIGHTS = {
  'read-plans': {
    words: 'reads adopted plans, their actions, the updates sent and the files that came with them',
    of: {
      manager: ALL,
      analyst: ALL,
      chair: ALL,
      member: ALL,
      scrutiny: ALL,
      lead: 'actions-they-lead',
      contributor: 'their-organisation',
    },
    why: 'Those who answer for children read what was promised and what was done. Partners who report see their own part.',
  },
  'read-whole-plans': {
    words: 'opens what is due when, comparisons, board reports and exports',
    of: { manager: ALL, analyst: ALL, chair: ALL, member: ALL, scrutiny: ALL },
    why: 'These count over a whole plan; to somebody who sees part of it they would say something untrue.',
  },
  'read-drafts': {
    words: 'reads a draft plan and what was read from its document',
    of: { manager: ALL },
    why: 'Nobody has agreed to a draft yet, and it may still hold what a document should not have said.',
  },
  'prepare-plans': {
    words: 'hands in documents, corrects and completes drafts, and sets drafts aside',
    of: { manager: ALL },
    changes: true,
    why: 'One hand prepares a plan, so that nobody corrects against somebody else.',
  },
  'adopt-plans': {
    words: 'adopts a plan',
    of: { manager: ALL },
    changes: true,
    why: 'From adoption on every change is kept; the manager does it when the board has decided.',
  },
  'keep-rating-schemes': {
    words: 'chooses the rating scheme of a plan, and makes schemes',
    of: { manager: ALL },
    changes: true,
    why: 'What a colour means is agreed once for everybody who rates by it.',
  },
  'change-actions': {
    words: 'changes the words, leads and timescale of an action, and what it waits for',
    of: { manager: ALL },
    changes: true,
    why: 'A plan that its leads could change themselves would promise nothing.',
  },
  'compare-plans': {
    words: 'compares a plan with a report or the next plan, and corrects which rows belong together',
    of: { manager: ALL },
    changes: true,
    why: 'What became of each action is the manager’s to account for.',
  },
  'close-plans': {
    words: 'says how actions ended, carries them forward, and closes a plan’s year',
    of: { manager: ALL },
    changes: true,
    why: 'No action ends without a recorded disposal, and one hand answers for all of them.',
  },
  'close-periods': {
    words: 'makes reporting periods, closes them, and opens them again with a reason',
    of: { manager: ALL },
    changes: true,
    why: 'A report that reads the same for ever is worth something only while one hand answers for when it was closed.',
  },
  'check-small-numbers': {
    words: 'is warned of counts from 1 to 5 in the words of a board report',
    of: { manager: ALL },
    why: 'Whoever sends papers out keeps a child from being known by them.',
  },
  'write-updates': {
    words: 'writes and sends updates, attaches evidence, and keeps the steps of an action',
    of: { lead: 'actions-they-lead', contributor: 'their-organisation', manager: ALL },
    changes: true,
    why: 'Whoever does the work says how it goes. A manager writes for a lead who cannot; the update shows who wrote it.',
  },
  'judge-updates': {
    words: 'accepts updates or sends them back, but never an update they sent themselves while another could judge it',
    of: { chair: 'bodies-they-chair', manager: ALL },
    changes: true,
    why: 'The chair of the lead group challenges. A manager judges only where no chair can, so that no update waits for nobody.',
  },
  'see-files-kept-away': {
    words: 'sees which files were kept away because something was found in them',
    of: { manager: ALL },
    why: 'Somebody must tell whoever sent it, and ask for another.',
  },
  'read-audit-trail': {
    words: 'reads, searches and takes out the audit trail, and checks its chain',
    of: { manager: ALL, scrutiny: ALL },
    why: 'Scrutiny asks who knew what, and when. The trail holds what updates said, so an administrator does not read it.',
  },
  'keep-anchors': {
    words: 'says to whom the head of the audit trail is mailed each day',
    of: { administrator: ALL, manager: ALL },
    changes: true,
    why: 'A head kept outside shows that the end of the trail was not cut off; the more keep it, the better.',
  },
  'read-people': {
    words: 'looks up people, posts, organisations and bodies',
    of: { administrator: ALL, manager: ALL, analyst: ALL, chair: ALL, member: ALL, scrutiny: ALL },
    why: 'Colleagues find each other. A partner who reports on one action needs no list of everybody.',
  },
  'keep-personal-data': {
    words: 'sees what is held about a person, keeps how long, and erases it',
    of: { manager: ALL },
    changes: true,
    why: 'It reads across everything that names somebody, updates and the trail among it.',
  },
  'keep-people': {
    words: 'keeps people, posts, organisations and bodies',
    of: { administrator: ALL, manager: ALL },
    changes: true,
    why: 'A list of people is right only while somebody keeps it.',
  },
  'let-people-leave': {
    words: 'records that somebody left or that a post ended, and hands what they led and held to others',
    of: { manager: ALL },
    changes: true,
    why: 'When somebody leaves, what they led must find somebody at once, and the manager knows whom.',
  },
  'give-roles': {
    words: 'gives other people roles and takes roles away, but not the administrator’s',
    of: { administrator: ALL, manager: ALL },
    changes: true,
    why: 'The manager knows who sits on the board. Nobody gives a role to themselves.',
  },
  'give-administration': {
    words: 'makes somebody else an administrator, and takes that away',
    of: { administrator: ALL },
    changes: true,
    why: 'A manager must not become the keeper of the keys. One administrator always remains.',
  },
  'keep-ways-in': {
    words: 'keeps how people sign in and what is demanded of them',
    of: { administrator: ALL, manager: ALL },
    changes: true,
    why: 'Who hands out keys does not by that see or judge updates. A partnership without an administrator has its manager.',
  },
  'ask-for-updates': {
    words: 'sets when leads are asked, reminded and escalated, and keeps the days of meetings and of closing',
    of: { manager: ALL },
    changes: true,
    why: 'Leads are asked by one rhythm, which the manager keeps.',
  },
  'invite-people': {
    words: 'invites people to sign in, and takes invitations back',
    of: { administrator: ALL, manager: ALL },
    changes: true,
    why: 'Nobody comes in who was not asked in by somebody with a name.',
  },
  'keep-messages': {
    words:
      'reads what was sent to people, takes back what waits, sends again what failed, and sees when they are asked',
    of: { manager: ALL },
    changes: true,
    why: 'Chasing is the manager’s work.',
  },
  'read-rights': {
    words: 'reads this page',
    of: {
      administrator: ALL,
      manager: ALL,
      analyst: ALL,
      chair: ALL,
      member: ALL,
      lead: ALL,
      contributor: ALL,
      scrutiny: ALL,
    },
    why: 'Everybody may know who can see what they write.',
  },
  'use-own-spaces': {
    words: 'opens the spaces made with young people, once there are any, and nothing of the staff’s',
    of: { 'young-person': 'own' },
    changes: true,
    why: 'What adults write about children is not laid before a child by accident.',
  },
} as const satisfies Readonly<Record<string, Right>>

export type RightName = keyof typeof RIGHTS

export const RIGHT_NAMES = Object.keys(RIGHTS).filter((name): name is RightName => name in RIGHTS)

/** What of the partnership somebody with these roles may use a right on; empty when they have it nowhere. */
export function reachOf(right: RightName, roles: readonly Role[]): readonly Reach[] {
  const { of }: Right = RIGHTS[right]
  return [...new Set(roles.flatMap((role) => of[role] ?? []))]
}
