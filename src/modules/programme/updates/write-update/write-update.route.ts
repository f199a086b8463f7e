import { parseId, type ReportingPointId } from '../../../../kernel/id.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { words } from '../../../../platform/http/form.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { signedIn } from '../update-writer.ts'
import { LARGEST_EVIDENCE, SAVED_WITH_QUESTIONS, takeUpdate } from './take-update.ts'
import { type Shown, updateForm } from './update-form-view.ts'
import { findUpdateView } from './update-view.ts'
import { hasQuestions } from './word-questions.ts'
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
        const shown = { done: query.done ?? '', isCorrecting: query.correct === 'yes' }
        return pointId ? showUpdate(world, visitor, pointId, shown) : notFound
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
  shown: Shown = {},
): Promise<Answer> {
  const view = await findUpdateView(world, signedIn(visitor), pointId)
  if (!view) return notFound
  const form = updateForm(world, view, shown)
  const flash = shown.done === 'saved' && hasQuestions(form.questions) ? SAVED_WITH_QUESTIONS : null
  const html = updatePage(visitor, view, { ...form, flash: flash ?? valueAt(FLASHES, shown.done ?? '') ?? null })
  return page(html, form.problems.length > 0 ? 422 : 200)
}

const FLASHES: Readonly<Record<string, string>> = {
  'taken-back': 'The update is taken back. It is a draft again, and the chair does not see it until you send it',
  dropped: 'The correction is dropped. The accepted update stands as it was',
}

async function write(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const pointId = parseId<'reporting-point'>(params.pointId ?? '')
  if (!pointId) return notFound
  return takeUpdate(world, signedIn(visitor), pointId, form, {
    again: (problems, typed, theirs) =>
      showUpdate(world, visitor, pointId, { problems, typed, theirs, isCorrecting: words(form, 'step') === 'correct' }),
    shown: (problems) => showUpdate(world, visitor, pointId, { problems }),
    sent: '/updates?done=sent',
    corrected: '/updates?done=corrected',
    takenBack: `/updates/${pointId}?done=taken-back`,
    dropped: `/updates/${pointId}?done=dropped`,
    saved: '/updates?done=saved',
    savedWithQuestions: `/updates/${pointId}?done=saved`,
    gone: async () => notFound,
  })
}
