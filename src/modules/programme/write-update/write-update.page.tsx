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
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  RatingChip,
  RatingChoice,
  SummaryList,
  TextArea,
} from '../../../design/index.ts'
import { longDay, longMoment } from '../../../kernel/day.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { RatingRule } from '../../plan/index.ts'
import { fileSize } from '../file-size.ts'
import { ratingOf } from '../rating-words.ts'
import type { Submission } from '../update.store.ts'
import { LONGEST_NARRATIVE, type UpdateWords } from './check-update.ts'
import type { UpdateView } from './update-view.ts'

export type UpdateForm = { readonly once: string; readonly typed: UpdateWords; readonly problems: readonly Problem[] }

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
      {view.submissions.map((sent) => (
        <Sent view={view} sent={sent} />
      ))}
      {view.mayJudge && <Judge view={view} form={form} />}
      {mayWrite && view.before && <Before view={view} before={view.before} />}
      {mayWrite && <Write view={view} form={form} />}
    </>,
  )
}

type Seen = { readonly view: UpdateView }

function Sent({ view, sent }: Seen & { readonly sent: Submission }) {
  const { verdict } = sent
  return (
    <section>
      <Heading level={2}>
        Sent by {sent.submittedBy.name}, {longMoment(sent.submittedAt)}
      </Heading>
      <Inset>
        <p class="govuk-body trellis-words">{sent.narrative}</p>
        <Ratings view={view} of={sent} />
      </Inset>
      {sent === view.submissions[0] && <EvidenceList view={view} />}
      {verdict?.kind === 'accepted' && (
        <Notice kind="done" title={`Accepted by ${verdict.givenBy}, ${longMoment(verdict.givenAt)}`}>
          {verdict.note}
        </Notice>
      )}
      {verdict?.kind === 'sent-back' && (
        <Notice kind="information" title={`Sent back by ${verdict.givenBy}, ${longMoment(verdict.givenAt)}`}>
          {verdict.note}
        </Notice>
      )}
    </section>
  )
}

function Ratings({ view, of }: Seen & { readonly of: Submission }) {
  return (
    <p class="govuk-body trellis-ratings">
      <span>
        Progress <RatingChip rating={ratingOf(view.scheme, of.progress)} />
      </span>
      <span>
        Impact <RatingChip rating={ratingOf(view.scheme, of.impact)} />
      </span>
    </p>
  )
}

function Before({ view, before }: Seen & { readonly before: Submission }) {
  return (
    <Details summary={`The last update, ${longMoment(before.submittedAt)}`}>
      <p class="govuk-body trellis-words">{before.narrative}</p>
      <Ratings view={view} of={before} />
    </Details>
  )
}

function EvidenceList({ view }: Seen) {
  if (view.evidence.length === 0) return null
  return (
    <>
      <Heading level={3}>Evidence</Heading>
      <ul class="govuk-list">
        {view.evidence.map((file) => (
          <li>
            <a href={`/files/${file.fileId}`}>{file.name}</a> ({fileSize(file.bytes)})
          </li>
        ))}
      </ul>
    </>
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
        <TextArea
          name="narrative"
          label="What has happened since the last update?"
          hint="What was done, what changed for children, and what comes next. Leave out names of children, and counts of children from 1 to 5"
          rows={8}
          count={LONGEST_NARRATIVE}
          value={typed.narrative}
          error={problemOf(problems, 'narrative')}
        />
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
          hint="One file of any kind, up to 10 MB. Save and come back to attach another"
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

function Judge({ view, form }: Seen & { readonly form: UpdateForm }) {
  const [sent] = view.submissions
  if (!sent) return null
  return (
    <section>
      <Heading level={2}>Your answer</Heading>
      <Form action={`/updates/${view.point.id}/verdict`}>
        <Hidden name="submission" value={sent.id} />
        <TextArea
          name="note"
          label="Note to the lead"
          hint="Needed when you send it back: what is missing, or what you question"
          rows={3}
          error={problemOf(form.problems, 'note')}
        />
        <ButtonGroup>
          <Button name="step" value="accept">
            Accept this update
          </Button>
          <Button kind="secondary" name="step" value="send-back">
            Send it back
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  )
}

function rules(
  ratings: readonly RatingRule[],
  rule: (of: RatingRule) => string,
): Partial<Record<RatingRule['key'], string>> {
  return Object.fromEntries(ratings.map((rating) => [rating.key, rule(rating)]))
}
