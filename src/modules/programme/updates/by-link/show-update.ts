import type { Problem } from '../../../../design/index.ts'
import { isAfter } from '../../../../kernel/day.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import type { Visitor } from '../../../people/index.ts'
import { findWantedReports } from '../../asking/asking.store.ts'
import { factsOfRequests } from '../../asking/plan-requests.ts'
import { findChairsOfBodies } from '../../asking/recipient.store.ts'
import { findPointsOfAction } from '../../points/point.store.ts'
import type { Submission } from '../update.store.ts'
import { NOTHING_TYPED, typedOf, type UpdateWords } from '../update-words.ts'
import { SAVED_WITH_QUESTIONS } from '../write-update/take-update.ts'
import { findUpdateView, type UpdateView } from '../write-update/update-view.ts'
import { hasQuestions, wordQuestions } from '../write-update/word-questions.ts'
import { type AfterSending, sentByLinkPage, writeByLinkPage } from './by-link.page.tsx'
import { type KnownLink, linkHolder, scopeOfLink } from './find-link.ts'

type Shown = { readonly problems?: readonly Problem[]; readonly typed?: UpdateWords; readonly done?: string }

const SAVED = 'Your draft is saved. The chair does not see it until you send it. This same link opens it again'

/** The page of an update by its link: to write, or what became of what was sent. */
export async function showUpdateByLink(
  world: World,
  visit: Pick<Visit<Visitor>, 'visitor' | 'address'>,
  known: KnownLink,
  { problems = [], typed, done = '' }: Shown,
): Promise<Answer> {
  const view = await findUpdateView(world, linkHolder(world, known, visit.address), known.link.pointId)
  if (!view) return notFound
  const by = { known, signedInAs: signedInAs(visit.visitor, known), today: today(world) }
  const [sent] = view.submissions
  if (!view.mayWrite && sent) {
    const html = sentByLinkPage(by, view, sent, await findAfterSending(world, known, view, sent), typed ?? null)
    return page(html, problems.length > 0 ? 422 : 200)
  }
  const shown = typed ?? (view.draft ? typedOf(view.draft) : NOTHING_TYPED)
  const questions = wordQuestions(shown.narrative, view.plan, view.action)
  const form = {
    once: world.newId(),
    typed: shown,
    problems,
    questions,
    flash: done !== 'saved' ? null : hasQuestions(questions) ? SAVED_WITH_QUESTIONS : SAVED,
  }
  return page(writeByLinkPage(by, view, form), problems.length > 0 ? 422 : 200)
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
