import { type Day, isAfter } from '../../../kernel/day.ts'
import type { PostId } from '../../../kernel/id.ts'
import { nameProblems } from '../../../kernel/longest-name.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findBodiesHere, findDirectory, findOrganisationsHere } from '../directory/directory.store.ts'
import { insertFormerName } from '../directory/former-name.store.ts'
import { endHolding, findHoldings } from '../directory/holding.store.ts'
import { insertHolding, insertPost } from '../directory/insert.store.ts'
import type { KeepRefusal } from '../directory/keep-refusal.ts'
import { knownBy, labelsOf } from '../directory/known-labels.ts'
import type { Member } from '../visitor.ts'
import { findPosts, lockPost, updatePost } from './post.store.ts'

type Kept = Result<PostId, KeepRefusal>
export type PostRequest = {
  readonly id: PostId | null
  readonly name: string
  /** the id of an organisation or a body; any other words are neither */
  readonly of: string
  readonly formKey: string | null
}

/** Adds a post, or changes what it is called and whose it is; a name it had stays known. */
export async function keepPost(world: World, by: Member, request: PostRequest): Promise<Kept> {
  const { formKey, name } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const id = request.id ?? world.newId<'post'>()
    const before = request.id ? await lockPost(tx, request.id, today(world)) : null
    if (request.id && !before) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    const organisation = (await findOrganisationsHere(tx)).find((one) => one.id === request.of)
    const body = (await findBodiesHere(tx)).find((one) => one.id === request.of)
    const post = { id, name, organisationId: organisation?.id ?? null, bodyId: body?.id ?? null }
    const isTwice = (await findPosts(tx, today(world))).some(
      (one) =>
        one.id !== id &&
        one.name === name &&
        (one.organisation?.id ?? null) === post.organisationId &&
        (one.body?.id ?? null) === post.bodyId,
    )
    const problems = nameProblems(name, 'Give its name')
    if (problems.length > 0) return refuse({ kind: 'problems', problems })
    if (isTwice)
      return refuse({ kind: 'problems', problems: [{ field: 'name', message: 'There is a post of this name there' }] })
    if (before) await updatePost(tx, post)
    else await insertPost(tx, by.partnershipId, post)
    if (before && before.name !== name) {
      const former = { id: world.newId<'former-name'>(), name: before.name, usedUntil: today(world) }
      await insertFormerName(tx, by.partnershipId, { ...former, known: { kind: 'post', id } })
    }
    await recordChange(tx, world, by, {
      what: before ? 'changed a post' : 'added a post',
      subject: { kind: 'post', id },
      ...(before && { before: { name: before.name, of: (before.organisation ?? before.body)?.name ?? null } }),
      after: { name, of: (organisation ?? body)?.name ?? null },
    })
    return ok(id)
  })
}

/** Somebody takes a post, beside whoever holds it or in their place. */
export async function fillPost(
  world: World,
  by: Member,
  request: {
    readonly id: PostId
    readonly holder: string
    readonly from: Day | null
    readonly replaces: boolean
    readonly formKey: string | null
  },
): Promise<Kept> {
  const { id, from, replaces, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const post = await lockPost(tx, id, today(world))
    if (!post || post.endedOn) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    const known = knownBy(labelsOf(await findDirectory(tx), ['person']), request.holder)
    const now = (await findHoldings(tx, { postId: id })).filter(({ endsBefore }) => endsBefore === null)
    const problems = [
      ...(known?.kind === 'person'
        ? []
        : [{ field: 'holder', message: 'Choose a name from the list: nobody here is called so' }]),
      ...(known && now.some(({ person }) => person.id === known.id)
        ? [{ field: 'holder', message: 'They hold this post already' }]
        : []),
      ...(from && !isAfter(from, today(world))
        ? []
        : [{ field: 'from', message: 'Choose today or a day before it: fill a post when the day has come' }]),
    ]
    if (problems.length > 0 || known?.kind !== 'person' || !from) return refuse({ kind: 'problems', problems })
    if (replaces) for (const holding of now) await endHolding(tx, holding.id, from)
    await insertHolding(tx, by.partnershipId, {
      id: world.newId<'holding'>(),
      postId: id,
      personId: known.id,
      starts: from,
    })
    await recordChange(tx, world, by, {
      what: 'filled the post',
      subject: { kind: 'post', id },
      before: { holders: post.holders },
      after: { holder: known.name, from: `${from}`, instead: replaces },
    })
    return ok(id)
  })
}

/** Somebody stops holding a post today; it is vacant when nobody else does. */
export async function vacatePost(
  world: World,
  by: Member,
  request: { readonly id: PostId; readonly holdingId: string; readonly formKey: string | null },
): Promise<Kept> {
  const { id, holdingId, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const post = await lockPost(tx, id, today(world))
    const holding = (await findHoldings(tx, { postId: id })).find((one) => one.id === holdingId)
    if (!post || !holding) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    if (holding.endsBefore) return ok(id)
    await endHolding(tx, holding.id, today(world))
    await recordChange(tx, world, by, {
      what: 'ended the holding of a post',
      subject: { kind: 'post', id },
      before: { holders: post.holders },
      after: { ended: holding.person.name, on: `${today(world)}` },
    })
    return ok(id)
  })
}
