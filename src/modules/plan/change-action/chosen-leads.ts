import type { BodyId, PersonId } from '../../../kernel/id.ts'
import type { Body, Directory } from '../../people/index.ts'
import { type ActionContent, isTied, type Lead, UNTIED } from '../plan.ts'

type Choice = {
  readonly leadWords: string
  readonly leadGroupId: BodyId | null
  readonly leadPersonIds: readonly PersonId[]
}

/**
 * The leads of an action as the form leaves them. Whoever led it before and is still chosen stays as they were, words and
 * all; only what was deselected goes. Somebody newly chosen is that very person, whoever else has the name.
 *
 * The form has no box for a body beside the lead group, a post, or a lead nobody knows: the plan's own words are where these are
 * taken away: a body, a post or an organisation when new words do not name it, an unknown lead when the words are new. Somebody who
 * left, and led a plan of their time, has no box either.
 */
export function chosenLeads(
  before: Pick<ActionContent, 'leads' | 'leadGroupId' | 'leadWords'>,
  choice: Choice,
  directory: Directory,
): readonly Lead[] {
  const kept = before.leads.filter((lead) => staysLead(lead, before, choice, directory.people))
  const group = directory.bodies.find(({ id }) => id === choice.leadGroupId && id !== before.leadGroupId)
  const people = directory.people.filter(
    ({ id }) => choice.leadPersonIds.includes(id) && !kept.some(({ personId }) => personId === id),
  )
  return [
    ...(group && !kept.some(({ bodyId }) => bodyId === group.id) ? [ledByBody(group)] : []),
    ...kept,
    ...people.map(({ id, name }): Lead => ({ text: name, kind: 'person', ...UNTIED, personId: id })),
  ]
}

/** The leads of a draft's action whose words are new: those read in them, beside the people and bodies that were chosen. */
export function withLeadsRead(
  content: ActionContent,
  read: Pick<ActionContent, 'leads' | 'leadGroupId'>,
): ActionContent {
  const known = new Set(content.leads.map(keyOf))
  const added = read.leads.filter((lead) => !known.has(keyOf(lead)))
  return {
    ...content,
    leads: [...content.leads, ...added],
    leadGroupId: content.leadGroupId ?? read.leadGroupId,
  }
}

function keyOf(lead: Lead): string {
  return lead.personId ?? lead.bodyId ?? lead.postId ?? lead.organisationId ?? lead.text
}

function staysLead(
  lead: Lead,
  before: Pick<ActionContent, 'leadGroupId' | 'leadWords'>,
  choice: Choice,
  people: Directory['people'],
): boolean {
  const { text, personId, bodyId } = lead
  const hasSameWords = choice.leadWords === (before.leadWords ?? '')
  if (personId !== null && choice.leadPersonIds.includes(personId)) return true
  if (personId !== null && bodyId === null) return hasSameWords && !people.some(({ id }) => id === personId)
  if (bodyId === null) return hasSameWords || (isTied(lead) && choice.leadWords.includes(text))
  if (bodyId === choice.leadGroupId) return true
  if (bodyId === before.leadGroupId) return false
  return hasSameWords || choice.leadWords.includes(text)
}

function ledByBody({ id, name }: Body): Lead {
  return { text: name, kind: 'group', ...UNTIED, bodyId: id }
}
