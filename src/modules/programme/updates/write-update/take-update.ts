import type { Problem } from '../../../../design/index.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import { type Form, words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import { type Answer, redirect } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { parseRating } from '../../ratings/rating-words.ts'
import type { UpdateWords } from '../update-words.ts'
import type { UpdateWriter } from '../update-writer.ts'
import { writeUpdate } from './submit-update.ts'
import { findUpdateView } from './update-view.ts'
import { hasQuestions, wordQuestions } from './word-questions.ts'

export const SAVED_WITH_QUESTIONS =
  'Your draft is saved. The chair does not see it until you send it. There are questions about its words'

export const LARGEST_EVIDENCE = 10 * 1024 * 1024

/** The page that the form stands on, and where each step leads. */
export type Place = {
  readonly again: (problems: readonly Problem[], typed: UpdateWords) => Promise<Answer>
  readonly sent: string
  readonly saved: string
  /** the form once more, with what would be asked about the words */
  readonly savedWithQuestions: string
  /** the report is not theirs to write, or no report any more */
  readonly gone: (typed: UpdateWords) => Promise<Answer>
}

/** Takes the form of an update, from whichever page it stands on. */
export async function takeUpdate(
  world: World,
  writer: UpdateWriter,
  pointId: ReportingPointId,
  form: Form,
  place: Place,
): Promise<Answer> {
  const typed: UpdateWords = {
    narrative: words(form, 'narrative'),
    progress: parseRating(words(form, 'progress')),
    impact: parseRating(words(form, 'impact')),
    whatNext: words(form, 'whatNext'),
    recovery: words(form, 'recovery'),
    returnOn: words(form, 'returnOn'),
    forecast: parseRating(words(form, 'forecast')),
    differsBecause: words(form, 'differsBecause'),
    pairBecause: words(form, 'pairBecause'),
  }
  const again = (problems: readonly Problem[]) => place.again(problems, typed)
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
  const written = await writeUpdate(world, writer, request)
  if (written.ok) {
    if (step === 'submit') return redirect(place.sent)
    return redirect((await isAskedAbout(world, writer, pointId)) ? place.savedWithQuestions : place.saved)
  }
  switch (written.refusal.kind) {
    case 'not-found':
      return place.gone(typed)
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
async function isAskedAbout(world: World, writer: UpdateWriter, pointId: ReportingPointId): Promise<boolean> {
  const view = await findUpdateView(world, writer, pointId)
  return view?.draft != null && hasQuestions(wordQuestions(view.draft.narrative, view.plan, view.action))
}
