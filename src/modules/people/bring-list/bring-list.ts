import type { Id, OrganisationId, PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { sha256 } from '../../../kernel/sha256.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChanges } from '../../audit/index.ts'
import { insertHolding, insertOrganisation, insertPerson, insertPost } from '../directory/insert.store.ts'
import { lockPerson, updatePerson } from '../directory/person.store.ts'
import type { Member } from '../visitor.ts'
import type { Answers, OrganisationMeant, Step } from './bringing.ts'
import { type DirectoryList, lockList, markListDone } from './directory-list.store.ts'
import { findDirectoryKnown } from './known.store.ts'
import { planBringing } from './plan-bringing.ts'

export type BringRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  /** the directory is not as it was when the list was looked at */
  | { readonly kind: 'changed-meanwhile' }

/** What happens with each row as the directory is now, and a mark by which a form tells that it was this that somebody saw. */
export async function lookAtList(tx: Tx, { rows }: DirectoryList, answers: Answers) {
  const known = await findDirectoryKnown(tx)
  const asked = planBringing(rows, known, new Map())
  return { steps: planBringing(rows, known, answers), asked, mark: sha256(JSON.stringify(asked)) }
}

type Change = Parameters<typeof recordChanges>[3][number]

/** Does what a list says, whole or not at all: what the page showed, and what was said of its unclear rows. */
export async function bringList(
  world: World,
  by: Member,
  request: {
    readonly id: Id<'directory-list'>
    readonly answers: Answers
    readonly mark: string
    readonly formKey: string | null
  },
): Promise<Result<undefined, BringRefusal>> {
  const { id, answers, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<undefined, BringRefusal>> => {
    const list = await lockList(tx, id)
    if (!list) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok()
    if (list.isDone) return refuse({ kind: 'not-found' })
    const { steps, mark } = await lookAtList(tx, list, answers)
    if (mark !== request.mark) return refuse({ kind: 'changed-meanwhile' })
    const changes = await bring(world, tx, by, steps)
    await markListDone(tx, id, world.now())
    const count = (outcome: Step['outcome']) => steps.filter((step) => step.outcome === outcome).length
    await recordChanges(tx, world, by, [
      {
        what: 'brought in a list',
        subject: { kind: 'directory-list', id },
        after: {
          name: list.name,
          new: count('new'),
          changed: count('changed'),
          leftOut: count('left-out') + count('unclear'),
        },
      },
      ...changes,
    ])
    return ok()
  })
}

async function bring(world: World, tx: Tx, by: Member, steps: readonly Step[]): Promise<readonly Change[]> {
  const changes: Change[] = []
  const organisations = new Map<string, OrganisationId>()
  const people = new Map<number, PersonId>()
  const posts = new Map<string, Id<'post'>>()
  for (const step of steps) {
    if (step.outcome === 'unclear' || step.outcome === 'left-out') continue
    const organisationId = await organisationFor(world, tx, by, step.organisation, organisations, changes)
    const personId = await personFor(world, tx, by, step, organisationId, people, changes)
    if (personId && step.post) await postFor(world, tx, by, step, { personId, organisationId }, posts, changes)
  }
  return changes
}

async function organisationFor(
  world: World,
  tx: Tx,
  by: Member,
  meant: OrganisationMeant | null,
  made: Map<string, OrganisationId>,
  changes: Change[],
): Promise<OrganisationId | null> {
  if (!meant) return null
  if (meant.kind === 'known') return meant.id
  const there = made.get(meant.key)
  if (there) return there
  const id = world.newId<'organisation'>()
  const { name, organisationKind: kind } = meant
  await insertOrganisation(tx, by.partnershipId, { id, name, kind })
  changes.push({ what: 'added an organisation', subject: { kind: 'organisation', id }, after: { name, kind } })
  made.set(meant.key, id)
  return id
}

async function personFor(
  world: World,
  tx: Tx,
  by: Member,
  { row, person: meant, set, contact, organisation }: Step,
  organisationId: OrganisationId | null,
  made: Map<number, PersonId>,
  changes: Change[],
): Promise<PersonId | null> {
  if (!meant) return null
  if (meant.kind === 'new') {
    const there = made.get(meant.line)
    if (there || !contact) return there ?? null
    const id = world.newId<'person'>()
    await insertPerson(tx, by.partnershipId, { id, ...contact, organisationId })
    const after = { ...contact, organisation: organisation?.name ?? null, line: row.line }
    changes.push({ what: 'added a person to the directory', subject: { kind: 'person', id }, after })
    made.set(meant.line, id)
    return id
  }
  const { id } = meant.person
  const before = await lockPerson(tx, id)
  if (!before) return null
  if (Object.keys(set).length > 0) {
    const { email = before.email, mobile = before.mobile } = set
    const to = set.movesOrganisation ? organisationId : (before.organisation?.id ?? null)
    await updatePerson(tx, { id, name: before.name, email, mobile, organisationId: to })
    changes.push({
      what: 'changed what the directory says of a person',
      subject: { kind: 'person', id },
      before: { email: before.email, mobile: before.mobile, organisation: before.organisation?.name ?? null },
      after: {
        email,
        mobile,
        organisation: set.movesOrganisation ? (organisation?.name ?? null) : (before.organisation?.name ?? null),
      },
    })
  }
  return id
}

async function postFor(
  world: World,
  tx: Tx,
  by: Member,
  { post, person, row }: Step,
  of: { readonly personId: PersonId; readonly organisationId: OrganisationId | null },
  made: Map<string, Id<'post'>>,
  changes: Change[],
): Promise<void> {
  if (!post) return
  const kept = person?.kind === 'known' ? (person.person.organisation?.id ?? null) : null
  const organisationId = of.organisationId ?? kept
  const key = `${organisationId} ${post.name.toLowerCase()}`
  const id = post.kind === 'take' ? post.id : (made.get(key) ?? world.newId<'post'>())
  if (post.kind === 'new' && !made.has(key)) {
    await insertPost(tx, by.partnershipId, { id, name: post.name, organisationId, bodyId: null })
    changes.push({ what: 'added a post', subject: { kind: 'post', id }, after: { name: post.name } })
    made.set(key, id)
  }
  const holding = { id: world.newId<'holding'>(), postId: id, personId: of.personId }
  await insertHolding(tx, by.partnershipId, { ...holding, starts: today(world) })
  changes.push({
    what: 'filled the post',
    subject: { kind: 'post', id },
    after: { holder: row.name, from: `${today(world)}` },
  })
}
