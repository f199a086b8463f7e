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
import { MoreSaid } from '../more-said.tsx'
import { schemeOf } from '../scheme-of.ts'
import type { UpdateWords } from '../update-words.ts'
import { LONGEST_ANSWER, LONGEST_NARRATIVE } from './check-update.ts'
import { RatingQuestions } from './rating-questions.tsx'
import { EvidenceList, Ratings } from './sent-update.tsx'
import type { UpdateView } from './update-view.ts'
import type { WordQuestions } from './word-questions.ts'
import { WordQuestionsSection } from './word-questions-section.tsx'

export type UpdateForm = {
  readonly once: string
  readonly typed: UpdateWords
  readonly problems: readonly Problem[]
  /** of what is typed, or of what was sent where the visitor judges it */
  readonly questions: WordQuestions
  readonly flash: string | null
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

/** The form of an update, sent to `action`: the same for whoever signed in and for whoever came by a link. */
export function Write({ view, form, action }: Seen & { readonly form: UpdateForm; readonly action: string }) {
  const { submissions } = view
  const { typed, problems } = form
  return (
    <section>
      <Heading level={2}>{submissions.length > 0 ? 'Write it again' : 'Your update'}</Heading>
      <Form action={action} enctype="multipart/form-data" once={form.once} keepsWords>
        <Hidden name="seen" value={view.draft?.savedAt.toString() ?? ''} />
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
          <Button name="step" value="submit">
            Send this update
          </Button>
          <Button kind="secondary" name="step" value="save">
            Save and finish later
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  )
}

/** Words that came too late, so that nobody has to write them twice. */
export function NotSent({ form }: { readonly form: Pick<UpdateForm, 'typed'> }) {
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
