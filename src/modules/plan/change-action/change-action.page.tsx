import {
  Button,
  ButtonGroup,
  Checkboxes,
  type Child,
  Details,
  ErrorSummary,
  Form,
  Hidden,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  SourceLines,
  TextArea,
  TextInput,
} from '../../../design/index.ts'
import { type Directory, type Member, memberPage } from '../../people/index.ts'
import type { FindingField, TimescaleReading } from '../../reading/index.ts'
import type { ReviewItem } from '../answer-questions/review-item.ts'
import { partTitle, trailOf } from '../part-trail.ts'
import type { Action, Part, Plan } from '../plan.ts'
import type { RatingScheme } from '../rating-scheme.store.ts'
import { fieldHint } from './field-questions.tsx'
import { SaidFields } from './said-fields.tsx'
import { type TypedSaid, typedFrom } from './typed-said.ts'
import { Understood } from './understood.tsx'

export type ChangeView = {
  readonly plan: Plan
  readonly action: Action
  readonly directory: Directory
  /** the parts of a draft, which the action may stand under; none once it is adopted */
  readonly parts: readonly Part[]
  readonly once: string
  readonly problems: readonly Problem[]
  /** what was typed, after a refusal; else what the action says */
  readonly typed: {
    readonly ref: string
    readonly text: string
    readonly measure: string
    readonly timescale: string
    readonly leadWords: string
    readonly partId: string
    readonly leadGroupId: string
    readonly leadPersonIds: readonly string[]
    /** posts, bodies and organisations; null where the form that was sent does not ask */
    readonly leadOtherIds: readonly string[] | null
    /** how it went by its document; null where the form does not ask, or nothing was typed */
    readonly said: TypedSaid | null
  }
  readonly backTo: string
  /** the question of the review that led here; empty from anywhere else */
  readonly from: string
  /** what is asked of this action, beside the field it is asked about */
  readonly questions: readonly ReviewItem[]
  readonly scheme: RatingScheme
  /** what the timescale in the box was understood as */
  readonly timescale: TimescaleReading | null
}

export function changeActionPage(visitor: Member, view: ChangeView): string {
  const { action, plan, directory, typed, problems } = view
  const asked = (field: FindingField, hint?: string) => fieldHint(view.questions, field, hint)
  const name = action.ref ? `Action ${action.ref}` : 'An action without a number'
  // A draft's fields are kept as they are left, so nobody may read that going back undoes what they wrote.
  const isDraft = plan.adoptedAt === null
  const back = view.from ? 'Back to the questions' : 'Back to the review'
  return memberPage(
    {
      visitor,
      title: `Change ${name}`,
      section: 'plans',
      hasProblems: problems.length > 0,
      back: { text: isDraft ? back : 'Back without changing', href: view.backTo },
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={plan.title}>{name}</PageHeading>
      {action.source && (
        <SourceLines
          label="The lines it came from"
          lines={action.source.text
            .split('\n')
            .map((text, at) => ({ number: (action.source?.where.line ?? action.source?.where.row ?? 1) + at, text }))}
        />
      )}
      <MaybeAutosave action={action} isDraft={isDraft}>
        <Form action={`/actions/${action.id}/change`} once={view.once} keepsWords>
          <Hidden name="version" value={String(action.version)} />
          <Hidden name="from" value={view.from} />
          <TextInput name="ref" label="Reference" width="short" value={typed.ref} hint={asked('ref')} />
          <TextArea
            name="text"
            label="Action"
            rows={4}
            value={typed.text}
            hint={asked('text')}
            error={problemOf(problems, 'text')}
          />
          <TextArea
            name="measure"
            label="Measure"
            rows={3}
            value={typed.measure}
            hint={asked('measure', 'How the partnership will judge it')}
          />
          <TextInput
            name="timescale"
            label="Timescale"
            width="long"
            value={typed.timescale}
            hint={asked(
              'timescale',
              'In the plan’s words, such as “Twice a year, September and March”. The dates are read from them',
            )}
          />
          <Understood actionId={action.id} timescale={view.timescale} />
          {isDraft && (
            <SaidFields
              actionId={action.id}
              said={action.said}
              typed={typed.said ?? typedFrom(action.said)}
              scheme={view.scheme}
              questions={view.questions}
            />
          )}
          <TextInput
            name="leadWords"
            label="Leads, in the plan’s words"
            width="long"
            value={typed.leadWords}
            hint={asked('leads')}
          />
          <Select
            name="leadGroupId"
            label="Lead group"
            none="No group of this partnership"
            value={typed.leadGroupId}
            options={directory.bodies.map((body) => ({ value: body.id, text: body.name }))}
          />
          <Checkboxes
            name="leadPersonIds"
            label="People who report on it"
            values={typed.leadPersonIds}
            items={directory.people.map((person) => ({
              value: person.id,
              text: person.name,
              hint: person.post ?? undefined,
            }))}
          />
          <OtherLeads directory={directory} values={typed.leadOtherIds ?? []} />
          {view.parts.length > 0 && (
            <Select
              name="partId"
              label="It stands under"
              {...(typed.partId === '' && { none: 'No heading' })}
              value={typed.partId}
              options={view.parts.map((part) => ({
                value: part.id,
                text: [...trailOf(view.parts, part.parentId), partTitle(part)].join(' › ').slice(0, 120),
              }))}
            />
          )}
          <ButtonGroup>
            <Button>Save this action</Button>
            <Button kind="quiet" href={view.backTo}>
              {isDraft ? back : 'Cancel'}
            </Button>
          </ButtonGroup>
        </Form>
      </MaybeAutosave>
    </>,
  )
}

type OtherLeadsProps = { readonly directory: Directory; readonly values: readonly string[] }

/** Posts, whose holder of the day reports, and the bodies and organisations that the plan names beside its lead group. */
function OtherLeads({ directory: { posts, bodies, organisations }, values }: OtherLeadsProps) {
  const items = [
    ...posts.map(({ id, name, of, holders }) => ({
      value: id,
      text: name,
      hint: `Post${of ? ` of ${of}` : ''}, ${holders.length === 0 ? 'vacant' : `held by ${holders.join(', ')}`}`,
    })),
    ...bodies.map(({ id, name }) => ({ value: id, text: name, hint: 'Body' })),
    ...organisations.map(({ id, name }) => ({ value: id, text: name, hint: 'Organisation' })),
  ]
  if (items.length === 0) return null
  return (
    <Details summary={`Posts, bodies and organisations that lead it (${values.length})`} open={values.length > 0}>
      <Hidden name="asksOthers" value="yes" />
      <Checkboxes
        name="leadOtherIds"
        label="Posts, bodies and organisations"
        hint="Whoever holds a post reports on it. A body or an organisation is named, beside the lead group"
        values={values}
        items={items}
      />
    </Details>
  )
}

type AutosaveProps = { readonly action: Action; readonly isDraft: boolean; readonly children: Child }

/** A draft's fields are kept as they are left; in an adopted plan each saving is a version, and is asked for. */
function MaybeAutosave({ action, isDraft, children }: AutosaveProps) {
  if (!isDraft) return <>{children}</>
  return <trellis-autosave src={`/actions/${action.id}/autosave`}>{children}</trellis-autosave>
}
