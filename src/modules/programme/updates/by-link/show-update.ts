import { isAfter } from '../../../../kernel/day.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import type { Visitor } from '../../../people/index.ts'
import { findWantedReports } from '../../asking/asking.store.ts'
import { factsOfRequests } from '../../asking/plan-requests.ts'
import { findChairsOfBodies } from '../../asking/recipient.store.ts'
import { findPointsOfAction } from '../../points/point.store.ts'
import type { Submission } from '../update.store.ts'
import { SAVED_WITH_QUESTIONS } from '../write-update/take-update.ts'
import { isWriting } from '../write-update/update-form.tsx'
import { type Shown, updateForm } from '../write-update/update-form-view.ts'
import { findUpdateView, type UpdateView } from '../write-update/update-view.ts'
import { hasQuestions } from '../write-update/word-questions.ts'
import { lastVersion } from '../write-update/words-to-begin.ts'
import { type AfterSending, sentByLinkPage, writeByLinkPage } from './by-link.page.tsx'
import { type KnownLink, linkHolder, scopeOfLink } from './find-link.ts'

const DONE: Readonly<Record<string, string>> = {
  saved: 'Your draft is saved. The chair does not see it until you send it. This same link opens it again',
  'taken-back': 'The update is taken back. It is a draft again, and the chair does not see it until you send it',
  dropped: 'The correction is dropped. The accepted update stands as it was',
}

/** The page of an update by its link: to write, or what became of what was sent. */
export async function showUpdateByLink(
  world: World,
  visit: Pick<Visit<Visitor>, 'visitor' | 'address'>,
  known: KnownLink,
  shown: Shown = {},
): Promise<Answer> {
  const view = await findUpdateView(world, linkHolder(world, known, visit.address), known.link.pointId)
  if (!view) return notFound
  const by = { known, signedInAs: signedInAs(visit.visitor, known), today: today(world) }
  const sent = lastVersion(view)
  const plain = updateForm(world, view, shown)
  const { done = '' } = shown
  const isAsked = done === 'saved' && hasQuestions(plain.questions)
  const form = { ...plain, flash: isAsked ? SAVED_WITH_QUESTIONS : (valueAt(DONE, done) ?? null) }
  const status = form.problems.length > 0 ? 422 : 200
  if (isWriting(view, form) || !sent) return page(writeByLinkPage(by, view, form), status)
  return page(sentByLinkPage(by, view, sent, await findAfterSending(world, known, view, sent), form), status)
}

/** The name of somebody else who is signed in at this browser; null for the link's own person, and for nobody. */
export function signedInAs(visitor: Visitor, { link }: KnownLink): string | null {
  return visitor.kind === 'anonymous' || visitor.person.id === link.person.id ? null : visitor.person.name
}

async function findAfterSending(
  { db }: World,
  { partnershipId, link }: KnownLink,
  { point, action, leadGroup }: UpdateView,
  sent: Submission,
): Promise<AfterSending> {
  return inScope(db, scopeOfLink(partnershipId, link), async (tx) => {
    const group = action.leadGroupId
    const chairs = (group && (await findChairsOfBodies(tx, [group])).get(group)) || []
    const judges = chairs.filter(({ personId }) => personId !== sent.submittedBy.id).map(({ name }) => name)
    const [request] = await factsOfRequests(tx, await findWantedReports(tx, { pointIds: [point.id] }))
    const points = await findPointsOfAction(tx, action.id)
    return {
      judges:
        judges.length > 0 && leadGroup
          ? `${judges.join(' and ')}, who chairs ${leadGroup},`
          : 'the partnership’s manager',
      meetingOn: request?.window.meetingOn ?? null,
      nextOn: points.find(({ dueOn }) => isAfter(dueOn, point.dueOn))?.dueOn ?? null,
    }
  })
}
