import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  Hidden,
  Inset,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  RatingChip,
  RatingChoice,
  SummaryList,
  TextArea,
} from '../../../../design/index.ts'
import { longDay, longMoment } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { RatingRule } from '../../../plan/index.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import { JudgeForm } from '../judge-update/judge-form.tsx'
import type { Submission } from '../update.store.ts'
import { LONGEST_NARRATIVE, type UpdateWords } from './check-update.ts'
import { EvidenceList, Ratings, Sent } from './sent-update.tsx'
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

/** One update: its lead writes it, its chair judges it, everybody else reads it. */
export function updatePage(visitor: Member, view: UpdateView, form: UpdateForm): string {
  const { action, plan, point, mayWrite } = view
  const name = action.ref ? `Action ${action.ref}` : 'Action'
  return memberPage(
    {
      visitor,
      title: `${mayWrite ? 'Write the update' : 'Update'}: ${name}`,
      section: 'updates',
      hasProblems: form.problems.length > 0,
      flash: form.flash ? { kind: 'done', title: form.flash } : null,
      breadcrumbs: [
        { text: 'My updates', href: '/updates' },
        { text: name, href: `/actions/${action.id}` },
        { text: 'Update' },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={`${plan.title} › ${name}`}>{action.text}</PageHeading>
      <Lede>
        {view.state === 'asked' || view.state === 'draft' || view.state === 'sent-back'
          ? `An update is due on ${longDay(point.dueOn)}.`
          : `The update due on ${longDay(point.dueOn)}.`}
      </Lede>
      <SummaryList
        rows={[
          { key: 'Measure', value: action.measure ?? 'None given' },
          { key: 'Lead group', value: view.leadGroup ?? action.leadWords ?? 'None given' },
        ]}
      />
      {view.submissions.map((sent, at) => (
        <>
          <Sent view={view} sent={sent} />
          {at === 0 && view.mayJudge && <WordQuestionsSection questions={form.questions} reader="judge" />}
        </>
      ))}
      {view.mayJudge && <JudgeForm pointId={point.id} sent={view.submissions[0]} problems={form.problems} />}
      {mayWrite && view.before && <Before view={view} before={view.before} />}
      {mayWrite && <Write view={view} form={form} />}
      {!mayWrite && form.problems.length > 0 && !view.mayJudge && <NotSent form={form} />}
    </>,
  )
}

type Seen = { readonly view: UpdateView }

function Before({ view, before }: Seen & { readonly before: Submission }) {
  return (
    <Details summary={`The last update, ${longMoment(before.submittedAt)}`}>
      <p class="govuk-body trellis-words">{before.narrative}</p>
      <Ratings view={view} of={before} />
    </Details>
  )
}

function Write({ view, form }: Seen & { readonly form: UpdateForm }) {
  const { scheme, suggestion, point, submissions } = view
  const { typed, problems } = form
  const ratings = scheme.ratings.map(({ key, name }) => ({ key, name }))
  return (
    <section>
      <Heading level={2}>{submissions.length > 0 ? 'Write it again' : 'Your update'}</Heading>
      <Form action={`/updates/${point.id}`} enctype="multipart/form-data" once={form.once} keepsWords>
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
function NotSent({ form }: { readonly form: UpdateForm }) {
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
