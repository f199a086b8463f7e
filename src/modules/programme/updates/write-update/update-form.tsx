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
  RatingChip,
  RatingChoice,
  TextArea,
} from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import type { RatingRule } from '../../../plan/index.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import { LONGEST_NARRATIVE, type UpdateWords } from './check-update.ts'
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
    </Details>
  )
}

/** The form of an update, sent to `action`: the same for whoever signed in and for whoever came by a link. */
export function Write({ view, form, action }: Seen & { readonly form: UpdateForm; readonly action: string }) {
  const { scheme, suggestion, submissions } = view
  const { typed, problems } = form
  const ratings = scheme.ratings.map(({ key, name }) => ({ key, name }))
  return (
    <section>
      <Heading level={2}>{submissions.length > 0 ? 'Write it again' : 'Your update'}</Heading>
      <Form action={action} enctype="multipart/form-data" once={form.once} keepsWords>
        <Hidden name="seen" value={view.draft?.savedAt.toString() ?? ''} />
        <TextArea
          name="narrative"
          label="What has happened since the last update?"
          hint="What was done, what changed for children, and what comes next. Leave out names of children, and counts of children from 1 to 5. Save to see what a careful colleague would ask about the words"
          rows={8}
          count={LONGEST_NARRATIVE}
          value={typed.narrative}
          error={problemOf(problems, 'narrative')}
        />
        <WordQuestionsSection questions={form.questions} reader="writer" />
        <Inset quiet>
          What the facts suggest:{' '}
          {suggestion.rating ? <RatingChip rating={ratingOf(scheme, suggestion.rating)} size="small" /> : 'nothing.'}{' '}
          {suggestion.reason} The choice is yours.
        </Inset>
        <RatingChoice
          name="progress"
          legend="Progress: is it being done?"
          ratings={ratings}
          rules={rules(scheme.ratings, ({ processRule, performanceRule }) => `${processRule} ${performanceRule}`)}
          value={typed.progress}
          error={problemOf(problems, 'progress')}
        />
        <RatingChoice
          name="impact"
          legend="Impact: does it help children?"
          ratings={ratings}
          rules={rules(scheme.ratings, ({ impactRule }) => impactRule)}
          value={typed.impact}
          error={problemOf(problems, 'impact')}
        />
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

function rules(
  ratings: readonly RatingRule[],
  rule: (of: RatingRule) => string,
): Partial<Record<RatingRule['key'], string>> {
  return Object.fromEntries(ratings.map((rating) => [rating.key, rule(rating)]))
}
