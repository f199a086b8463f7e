import type { BodyId, PersonId } from '../../../kernel/id.ts'
import type { Body, Directory } from '../../people/index.ts'
import { type ActionContent, isTied, type Lead, UNTIED } from '../plan.ts'

type Choice = {
  readonly leadWords: string
  readonly leadGroupId: BodyId | null
  readonly leadPersonIds: readonly PersonId[]
  /** posts, bodies and organisations; null where nobody was asked about them */
  readonly leadOtherIds?: readonly string[] | null
}

/**
 * The leads of an action as the form leaves them. Whoever led it before and is still chosen stays as they were, words and
 * all; only what was deselected goes. Somebody newly chosen is that very person, whoever else has the name.
 *
 * A form that does not ask about posts, bodies and organisations leaves these to the plan's own words: they go when new words do not
 * name them. A lead nobody knows goes when the words are new. Whoever left or ended, and led a plan of their time, has no box and stays.
 */
export function chosenLeads(
  before: Pick<ActionContent, 'leads' | 'leadGroupId' | 'leadWords'>,
  choice: Choice,
  directory: Directory,
): readonly Lead[] {
  const kept = before.leads.filter((lead) => staysLead(lead, before, choice, directory))
  const group = directory.bodies.find(({ id }) => id === choice.leadGroupId && id !== before.leadGroupId)
  const people = directory.people.filter(
    ({ id }) => choice.leadPersonIds.includes(id) && !kept.some(({ personId }) => personId === id),
  )
  return [
    ...(group && !kept.some(({ bodyId }) => bodyId === group.id) ? [ledByBody(group)] : []),
    ...kept,
    ...people.map(({ id, name }): Lead => ({ text: name, kind: 'person', ...UNTIED, personId: id })),
    ...othersChosen(choice, directory).filter((lead) => !kept.some((one) => keyOf(one) === keyOf(lead))),
  ]
}

/** The posts, bodies and organisations chosen; the lead group is chosen elsewhere. */
function othersChosen({ leadOtherIds, leadGroupId }: Choice, directory: Directory): readonly Lead[] {
  const isChosen = ({ id }: { readonly id: string }) => (leadOtherIds ?? []).includes(id)
  return [
    ...directory.posts
      .filter(isChosen)
      .map(({ id, name }): Lead => ({ text: name, kind: 'post', ...UNTIED, postId: id })),
    ...directory.bodies.filter((body) => isChosen(body) && body.id !== leadGroupId).map(ledByBody),
    ...directory.organisations
      .filter(isChosen)
      .map(({ id, name }): Lead => ({ text: name, kind: 'organisation', ...UNTIED, organisationId: id })),
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
  directory: Directory,
): boolean {
  const { text, personId, bodyId } = lead
  const hasSameWords = choice.leadWords === (before.leadWords ?? '')
  if (personId !== null && choice.leadPersonIds.includes(personId)) return true
  if (personId !== null && bodyId === null) return hasSameWords && !directory.people.some(({ id }) => id === personId)
  const other = bodyId ?? lead.postId ?? lead.organisationId
  if (choice.leadOtherIds && other !== null && other !== before.leadGroupId && isOffered(lead, directory))
    return other === choice.leadGroupId || choice.leadOtherIds.includes(other)
  if (bodyId === null) return hasSameWords || (isTied(lead) && choice.leadWords.includes(text))
  if (bodyId === choice.leadGroupId) return true
  if (bodyId === before.leadGroupId) return false
  return hasSameWords || choice.leadWords.includes(text)
}

/** Whether the form has a box for it: what has ended has none, and stays. */
function isOffered({ postId, bodyId, organisationId }: Lead, directory: Directory): boolean {
  const { posts, bodies, organisations } = directory
  return [...posts, ...bodies, ...organisations].some(({ id }) =>
    [postId, bodyId, organisationId].some((one) => one === id),
  )
}

function ledByBody({ id, name }: Body): Lead {
  return { text: name, kind: 'group', ...UNTIED, bodyId: id }
}
