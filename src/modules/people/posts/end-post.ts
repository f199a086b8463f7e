import type { Day } from '../../../kernel/day.ts'
import type { PostId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { endDeputiesOf } from '../deputies/deputy.store.ts'
import { findDirectory } from '../directory/directory.store.ts'
import { endPost } from '../directory/end.store.ts'
import { insertFormerName } from '../directory/former-name.store.ts'
import { endHolding, findHoldings } from '../directory/holding.store.ts'
import type { KeepRefusal } from '../directory/keep-refusal.ts'
import { knownBy, labelsOf } from '../directory/known-labels.ts'
import { endProblems } from '../organisations/keep-organisation.ts'
import type { Member } from '../visitor.ts'
import { lockPost } from './post.store.ts'

type Kept = Result<PostId, KeepRefusal>

/**
 * Ends a post, with whoever holds it and stands in for it. Its actions go to the post or person named, which must be said where there are
 * any; a post that takes over is found by the name of the one that ended too.
 */
export async function endPostOn(
  world: World,
  by: Member,
  announce: PeopleAnnouncements,
  request: {
    readonly id: PostId
    readonly endedOn: Day | null
    readonly to: string
    readonly formKey: string | null
  },
): Promise<Kept> {
  const { id, endedOn, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const post = await lockPost(tx, id, today(world))
    if (!post) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    if (post.endedOn) return refuse({ kind: 'not-found' })
    const to = knownBy(labelsOf(await findDirectory(tx), ['person', 'post']), request.to)
    const problems = [
      ...endProblems(endedOn, null, today(world)),
      ...(request.to !== '' && (!to || to.id === id)
        ? [{ field: 'to', message: 'Choose another post, or a person, from the list' }]
        : []),
      ...(request.to === '' && post.actions > 0
        ? [{ field: 'to', message: 'Say who leads its actions from now on' }]
        : []),
    ]
    if (problems.length > 0 || !endedOn) return refuse({ kind: 'problems', problems })
    await endPost(tx, { id, endedOn })
    const held = (await findHoldings(tx, { postId: id })).filter(({ endsBefore }) => endsBefore === null)
    for (const holding of held) await endHolding(tx, holding.id, endedOn)
    await endDeputiesOf(tx, { postId: id }, endedOn)
    const actions = to ? await announce.passPost(world, tx, by, id, to, today(world)) : 0
    if (to?.kind === 'post') {
      const former = { id: world.newId<'former-name'>(), name: post.name, usedUntil: endedOn }
      await insertFormerName(tx, by.partnershipId, { ...former, known: to })
    }
    await recordChange(tx, world, by, {
      what: 'ended a post',
      subject: { kind: 'post', id },
      before: { name: post.name, holders: post.holders },
      after: { endedOn: `${endedOn}`, actionsTo: to?.name ?? null, actions },
    })
    return ok(id)
  })
}
