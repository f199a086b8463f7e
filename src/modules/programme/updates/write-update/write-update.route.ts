import type { Problem } from '../../../../design/index.ts'
import { parseId, type ReportingPointId } from '../../../../kernel/id.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { type Member, member, type Visitor } from '../../../people/index.ts'
import { parseRating } from '../../ratings/rating-words.ts'
import type { UpdateWords } from './check-update.ts'
import { submitUpdate } from './submit-update.ts'
import { findUpdateView } from './update-view.ts'
import { hasQuestions, wordQuestions } from './word-questions.ts'
import { updatePage } from './write-update.page.tsx'

const SAVED_WITH_QUESTIONS =
  'Your draft is saved. The chair does not see it until you send it. There are questions about its words'

export const LARGEST_EVIDENCE = 10 * 1024 * 1024

export function writeUpdateRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/updates/:pointId'
  return [
    route({
      method: 'GET',
      url,
      access: member,
      answer: async ({ visitor, params, query }) => {
        const pointId = parseId<'reporting-point'>(params.pointId ?? '')
        const flash = query.done === 'saved' ? SAVED_WITH_QUESTIONS : null
        return pointId ? showUpdate(world, visitor, pointId, [], undefined, flash) : notFound
      },
    }),
    route({ method: 'POST', url, access: member, filesUpTo: LARGEST_EVIDENCE, answer: (visit) => write(world, visit) }),
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
  const view = await findUpdateView(world, visitor, pointId)
  if (!view) return notFound
  const { narrative = '', progress = null, impact = null } = typed ?? view.draft ?? {}
  const asked = view.mayJudge ? (view.submissions[0]?.narrative ?? '') : narrative
  const questions = wordQuestions(asked, view.plan, view.action)
  const form = {
    once: world.newId(),
    typed: { narrative, progress, impact },
    problems,
    questions,
    flash: hasQuestions(questions) ? flash : null,
  }
  return page(updatePage(visitor, view, form), problems.length > 0 ? 422 : 200)
}

async function write(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const pointId = parseId<'reporting-point'>(params.pointId ?? '')
  if (!pointId) return notFound
  const typed: UpdateWords = {
    narrative: words(form, 'narrative'),
    progress: parseRating(words(form, 'progress')),
    impact: parseRating(words(form, 'impact')),
  }
  const again = (problems: readonly Problem[]) => showUpdate(world, visitor, pointId, problems, typed)
  if (form.tooLarge)
    return again([{ field: 'evidence', message: 'The file is larger than 10 MB. Attach a smaller one' }])

  const step = words(form, 'step') === 'submit' ? 'submit' : 'save'
  const request = {
    ...typed,
    pointId,
    step,
    formKey: formKey(form),
    evidence: form.files.evidence ?? null,
    draftSeen: words(form, 'seen'),
  } as const
  const written = await submitUpdate(world, visitor, request)
  if (written.ok) {
    if (step === 'submit') return redirect('/updates?done=sent')
    return redirect(
      (await isAskedAbout(world, visitor, pointId)) ? `/updates/${pointId}?done=saved` : '/updates?done=saved',
    )
  }
  switch (written.refusal.kind) {
    case 'not-found':
      return notFound
    case 'not-now':
      return again([{ field: 'narrative', message: 'This update was sent meanwhile. What you wrote is kept below' }])
    case 'changed-meanwhile': {
      const { by, narrative } = written.refusal
      const theirs = narrative === '' ? 'without words yet' : `“${narrative}”`
      const message = `${by} saved this update meanwhile, ${theirs}. Your words are below: send them to replace theirs`
      return again([{ field: 'narrative', message }])
    }
    case 'form-expired':
      return again([
        { field: 'narrative', message: 'The page was open for too long. Your words are below: send them again' },
      ])
    case 'problems':
      return again(written.refusal.problems)
    case 'file-refused':
      return again([{ field: 'evidence', message: written.refusal.message }])
  }
}

/** Whether the draft just saved raises questions, which its lead sees before the list of duties. */
async function isAskedAbout(world: World, visitor: Member, pointId: ReportingPointId): Promise<boolean> {
  const view = await findUpdateView(world, visitor, pointId)
  return view?.draft != null && hasQuestions(wordQuestions(view.draft.narrative, view.plan, view.action))
}
