import {
  Button,
  ButtonGroup,
  Details,
  FileInput,
  Form,
  Heading,
  Hidden,
  Inset,
  type Problem,
  problemOf,
  TextArea,
} from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import type { Theirs } from '../both-versions.ts'
import { MoreSaid } from '../more-said.tsx'
import { schemeOf } from '../scheme-of.ts'
import type { UpdateWords } from '../update-words.ts'
import { LONGEST_ANSWER, LONGEST_NARRATIVE, LONGEST_REASON } from './check-update.ts'
import { RatingQuestions } from './rating-questions.tsx'
import { EvidenceList, Ratings } from './sent-update.tsx'
import { TheirWords } from './their-words.tsx'
import type { UpdateView } from './update-view.ts'
import type { WordQuestions } from './word-questions.ts'
import { WordQuestionsSection } from './word-questions-section.tsx'
import { lastVersion } from './words-to-begin.ts'

export type UpdateForm = {
  readonly once: string
  readonly typed: UpdateWords
  readonly problems: readonly Problem[]
  /** of what is typed, or of what was sent where the visitor judges it */
  readonly questions: WordQuestions
  readonly flash: string | null
  /** what was typed came back: it could not be kept */
  readonly isRefused: boolean
  /** the visitor asked to correct what was sent */
  readonly isCorrecting: boolean
  /** what somebody else saved or sent meanwhile */
  readonly theirs: Theirs | null
}

type Seen = { readonly view: UpdateView }

/** What was said last time, for whoever writes anew. */
export function Before({ view, isOpen }: Seen & { readonly isOpen?: boolean }) {
  const { before } = view
  if (!before) return null
  return (
    <Details summary={`The last update, ${longMoment(before.submittedAt)}`} open={isOpen ?? false}>
      <p class="govuk-body trellis-words">{before.narrative}</p>
      <Ratings view={view} of={before} />
      <MoreSaid scheme={schemeOf(view, before)} of={before} />
    </Details>
  )
}

/** Whether the boxes stand on the page: always while the update is the lead's, and on request once it was sent. */
export function isWriting(view: UpdateView, form: UpdateForm): boolean {
  return view.sending !== null && (!view.isCorrectedOnRequest || form.isCorrecting || form.theirs !== null)
}

/** What the boxes are headed by. */
function headingOf({ sending, submissions }: UpdateView): string {
  if (sending === 'correct') return 'Your correction'
  return submissions.length > 0 ? 'Write it again' : 'Your update'
}

/** The form of an update, sent to `action`: the same for whoever signed in and for whoever came by a link. */
export function Write({ view, form, action }: Seen & { readonly form: UpdateForm; readonly action: string }) {
  const { typed, problems } = form
  return (
    <section>
      {form.theirs && (
        <TheirWords
          theirs={form.theirs}
          mine={typed}
          scheme={view.scheme}
          here={action}
          mayKeep={view.sending !== null}
        />
      )}
      <Heading level={2}>{headingOf(view)}</Heading>
      <Form action={action} enctype="multipart/form-data" once={form.once} keepsWords>
        <Hidden name="seen" value={view.draft?.savedAt.toString() ?? ''} />
        <Hidden name="version" value={lastVersion(view)?.id ?? ''} />
        {view.sending === 'correct' && (
          <TextArea
            name="reason"
            label="Why is it corrected?"
            hint="One sentence. It stands beside the correction, for whoever read the earlier one"
            rows={2}
            count={LONGEST_REASON}
            value={typed.reason}
            error={problemOf(problems, 'reason')}
          />
        )}
        <TextArea
          name="narrative"
          label="What has happened since the last update?"
          hint="What was done, and what changed for children. Leave out names of children, and counts of children from 1 to 5. Save to see what a careful colleague would ask about the words"
          rows={8}
          count={LONGEST_NARRATIVE}
          value={typed.narrative}
          error={problemOf(problems, 'narrative')}
        />
        <WordQuestionsSection questions={form.questions} reader="writer" />
        <TextArea
          name="whatNext"
          label="What happens next?"
          hint="The next step, and when it will be taken"
          rows={3}
          count={LONGEST_ANSWER}
          value={typed.whatNext}
          error={problemOf(problems, 'whatNext')}
        />
        <RatingQuestions view={view} form={form} />
        <EvidenceList view={view} />
        <FileInput
          name="evidence"
          label="Attach evidence (if you have some)"
          hint="One document, sheet, text, picture or short recording, up to 10 MB. Save and come back to attach another"
          error={problemOf(problems, 'evidence')}
        />
        <ButtonGroup>
          <Button name="step" value={view.sending ?? 'submit'}>
            {view.sending === 'correct' ? 'Send this correction' : 'Send this update'}
          </Button>
          {view.maySave && (
            <Button kind="secondary" name="step" value="save">
              Save and finish later
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </section>
  )
}

/** Words that came too late, so that nobody has to write them twice. */
export function NotSent({ form }: { readonly form: { readonly typed: Pick<UpdateWords, 'narrative'> } }) {
  return (
    <section>
      <Heading level={2}>What you wrote</Heading>
      <Inset>
        <p class="govuk-body trellis-words" id="narrative">
          {form.typed.narrative}
        </p>
      </Inset>
    </section>
  )
}
