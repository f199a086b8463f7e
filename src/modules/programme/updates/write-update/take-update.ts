import type { Problem } from '../../../../design/index.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import { unreachable } from '../../../../kernel/result.ts'
import { type Form, words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import { type Answer, redirect } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { parseRating } from '../../ratings/rating-words.ts'
import { closedInWords } from '../../year-end/closed-in-words.ts'
import type { Theirs } from '../both-versions.ts'
import { type TakeBack, type TakeBackRefusal, takeBackUpdate } from '../take-back-update/take-back-update.ts'
import { NOTHING_TYPED, type UpdateWords } from '../update-words.ts'
import type { UpdateWriter } from '../update-writer.ts'
import { writeUpdate } from './submit-update.ts'
import { findUpdateView } from './update-view.ts'
import { hasQuestions, wordQuestions } from './word-questions.ts'

export const SAVED_WITH_QUESTIONS =
  'Your draft is saved. The chair does not see it until you send it. There are questions about its words'

export const LARGEST_EVIDENCE = 10 * 1024 * 1024

/** The page that the form stands on, and where each step leads. */
export type Place = {
  readonly again: (problems: readonly Problem[], typed: UpdateWords, theirs: Theirs | null) => Promise<Answer>
  readonly sent: string
  readonly corrected: string
  readonly takenBack: string
  readonly dropped: string
  readonly saved: string
  /** the form once more, with what would be asked about the words */
  readonly savedWithQuestions: string
  /** the page as it stands, for a step that was refused and had no words */
  readonly shown: (problems: readonly Problem[]) => Promise<Answer>
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
    reason: words(form, 'reason'),
  }
  const again = (problems: readonly Problem[], theirs: Theirs | null = null) => place.again(problems, typed, theirs)
  const asked = words(form, 'step')
  if (asked === 'withdraw' || asked === 'drop') return takeBack(world, writer, { pointId, step: asked, form }, place)
  if (form.tooLarge)
    return again([{ field: 'evidence', message: 'The file is larger than 10 MB. Attach a smaller one' }])

  const step = asked === 'submit' || asked === 'correct' ? asked : 'save'
  const request = {
    ...typed,
    pointId,
    step,
    formKey: formKey(form),
    evidence: form.files.evidence ?? null,
    draftSeen: words(form, 'seen'),
    ...(form.fields.version && { versionSeen: words(form, 'version') }),
  } as const
  const written = await writeUpdate(world, writer, request)
  if (written.ok) {
    if (step !== 'save') return redirect(step === 'submit' ? place.sent : place.corrected)
    return redirect((await isAskedAbout(world, writer, pointId)) ? place.savedWithQuestions : place.saved)
  }
  switch (written.refusal.kind) {
    case 'not-found':
      return place.gone(typed)
    case 'plan-closed':
      return again([{ field: 'narrative', message: closedInWords(written.refusal.closing) }])
    case 'not-now': {
      const { theirs } = written.refusal
      const isOthers = theirs !== null && theirs.by !== writer.person.name
      const message = `This update was ${theirs ? 'sent' : 'changed'} meanwhile. What you wrote is kept below`
      return again([{ field: 'narrative', message }], isOthers ? theirs : null)
    }
    case 'changed-meanwhile': {
      const { theirs } = written.refusal
      const message = `${theirs.by} ${theirs.kind === 'draft' ? 'saved' : 'sent'} this update meanwhile. Both texts are below: nothing is replaced yet`
      return again([{ field: 'narrative', message }], theirs)
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

async function takeBack(
  world: World,
  writer: UpdateWriter,
  { pointId, step, form }: { readonly form: Form } & Pick<TakeBack, 'pointId' | 'step'>,
  place: Place,
): Promise<Answer> {
  const taken = await takeBackUpdate(world, writer, { pointId, step, formKey: formKey(form) })
  if (taken.ok) return redirect(step === 'withdraw' ? place.takenBack : place.dropped)
  if (taken.refusal.kind === 'not-found') return place.gone(NOTHING_TYPED)
  return place.shown([{ field: 'steps', message: notTakenBack(taken.refusal) }])
}

function notTakenBack(refusal: Exclude<TakeBackRefusal, { readonly kind: 'not-found' }>): string {
  switch (refusal.kind) {
    case 'plan-closed':
      return closedInWords(refusal.closing)
    case 'not-now':
      return 'It was judged or changed meanwhile. See below how it stands now'
    case 'form-expired':
      return 'The page was open for too long. Choose again'
    default:
      return unreachable(refusal)
  }
}

/** Whether the draft just saved raises questions, which its lead sees before the list of duties. */
async function isAskedAbout(world: World, writer: UpdateWriter, pointId: ReportingPointId): Promise<boolean> {
  const view = await findUpdateView(world, writer, pointId)
  return view?.draft != null && hasQuestions(wordQuestions(view.draft.narrative, view.plan, view.action))
}
