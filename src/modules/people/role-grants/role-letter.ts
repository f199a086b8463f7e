import { longMoment } from '../../../kernel/day.ts'
import { type GivenRole, ROLE_NAMES } from '../roles.ts'

/** What somebody is told when a role of theirs is given or taken. */
export function roleLetter(
  what: 'given' | 'taken',
  of: {
    readonly role: GivenRole
    readonly by: string
    readonly partnership: string
    readonly at: Temporal.Instant
    readonly origin: string
  },
): { readonly subject: string; readonly text: string } {
  const role = ROLE_NAMES[of.role]
  const when = longMoment(of.at)
  return {
    subject: `You ${what === 'given' ? 'now' : 'no longer'} have the role of ${role}: ${of.partnership}`,
    text: [
      what === 'given'
        ? `${of.by} gave you the role of ${role} in Trellis, where ${of.partnership} keeps its plan, on ${when}.`
        : `${of.by} took the role of ${role} in Trellis, where ${of.partnership} keeps its plan, from you on ${when}.`,
      'It counts from the next page you open. What each role lets somebody do is written here:',
      `${of.origin}/rights`,
      `If this is a mistake, tell ${of.by}.`,
    ].join('\n\n'),
  }
}
