import type { Problem } from '../../../../design/index.ts'
import { parseId, type ReportingPointId } from '../../../../kernel/id.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { NOTHING_TYPED, typedOf, type UpdateWords } from '../update-words.ts'
import { signedIn } from '../update-writer.ts'
import { LARGEST_EVIDENCE, SAVED_WITH_QUESTIONS, takeUpdate } from './take-update.ts'
import { findUpdateView } from './update-view.ts'
import { hasQuestions, wordQuestions } from './word-questions.ts'
import { updatePage } from './write-update.page.tsx'

export function writeUpdateRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/updates/:pointId'
  return [
    route({
      method: 'GET',
      url,
      access: may('read-plans'),
      answer: async ({ visitor, params, query }) => {
        const pointId = parseId<'reporting-point'>(params.pointId ?? '')
        const flash = query.done === 'saved' ? SAVED_WITH_QUESTIONS : null
        return pointId ? showUpdate(world, visitor, pointId, [], undefined, flash) : notFound
      },
    }),
    route({
      method: 'POST',
      url,
      access: may('write-updates'),
      filesUpTo: LARGEST_EVIDENCE,
      answer: (visit) => write(world, visit),
    }),
  ]
}

/** The page of an update, with what was typed and what is wrong with it after a refusal. */
export async function showUpdate(
  world: World,
  visitor: Member,
  pointId: ReportingPointId,
  problems: readonly Problem[],
  typed?: UpdateWords,
  flash: string | null = null,
): Promise<Answer> {
  const view = await findUpdateView(world, signedIn(visitor), pointId)
  if (!view) return notFound
  const shown = typed ?? (view.draft ? typedOf(view.draft) : NOTHING_TYPED)
  const asked = view.mayJudge ? (view.submissions[0]?.narrative ?? '') : shown.narrative
  const questions = wordQuestions(asked, view.plan, view.action)
  const form = {
    once: world.newId(),
    typed: shown,
    problems,
    questions,
    flash: hasQuestions(questions) ? flash : null,
  }
  return page(updatePage(visitor, view, form), problems.length > 0 ? 422 : 200)
}

async function write(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const pointId = parseId<'reporting-point'>(params.pointId ?? '')
  if (!pointId) return notFound
  return takeUpdate(world, signedIn(visitor), pointId, form, {
    again: (problems, typed) => showUpdate(world, visitor, pointId, problems, typed),
    sent: '/updates?done=sent',
    saved: '/updates?done=saved',
    savedWithQuestions: `/updates/${pointId}?done=saved`,
    gone: async () => notFound,
  })
}
