import type { BodyId } from '../../kernel/id.ts'
import { isManager, type Member } from '../people/index.ts'
import type { Lead } from '../plan/index.ts'

type Answering = { readonly leads: readonly Lead[]; readonly leadGroupId: BodyId | null }

/** Its leads write an action's updates; the manager may write one for them. */
export function mayReport(visitor: Member, action: Pick<Answering, 'leads'>): boolean {
  return isManager(visitor) || action.leads.some(({ personId }) => personId === visitor.person.id)
}

/**
 * The chair of the lead group judges its updates. Where the action has no lead group with a chair, the manager does, so
 * that no update waits for nobody.
 */
export function mayJudge(visitor: Member, action: Pick<Answering, 'leadGroupId'>, groupHasChair: boolean): boolean {
  if (action.leadGroupId !== null && visitor.chairs.includes(action.leadGroupId)) return true
  return !groupHasChair && isManager(visitor)
}
