import type { BodyId, PersonId } from '../../kernel/id.ts'
import { holds, holdsEverywhere, type Member } from '../people/index.ts'
import type { Lead } from '../plan/index.ts'

type Answering = { readonly leads: readonly Lead[]; readonly leadGroupId: BodyId | null }

/**
 * Its leads write an action's updates, whoever holds a post that leads it among them, and whoever stands in for one of these today; the
 * manager may write one for them.
 */
export function mayReportByLead(visitor: Member, action: Pick<Answering, 'leads'>): boolean {
  const people = [visitor.person.id, ...visitor.standsInFor.people]
  const posts = [...visitor.posts, ...visitor.standsInFor.posts]
  const isLed = ({ personId, postId }: Lead) =>
    (personId !== null && people.includes(personId)) || (postId !== null && posts.includes(postId))
  return holdsEverywhere(visitor, 'write-updates') || (holds(visitor, 'write-updates') && action.leads.some(isLed))
}

/**
 * The chair of the lead group judges its updates, but not their own. Where there is no chair, or the chair sent it, the
 * manager does, so that no update waits for nobody; a manager without a chair above may judge even what they sent, and
 * the verdict shows both names.
 */
export function mayJudge(
  visitor: Member,
  action: Pick<Answering, 'leadGroupId'>,
  { chairs, senderId }: { readonly chairs: readonly PersonId[]; readonly senderId: PersonId | null },
): boolean {
  const judges = chairs.filter((chair) => chair !== senderId)
  if (judges.length === 0) return holdsEverywhere(visitor, 'judge-updates')
  return holds(visitor, 'judge-updates') && action.leadGroupId !== null && judges.includes(visitor.person.id)
}
