import {
  Button,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  TextArea,
  TextInput,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { Step } from '../step.store.ts'
import { LateWaits, StepsTable, WaitTables } from '../steps-and-waits.tsx'
import { LONGEST_PROOF } from './check-step.ts'
import { ownOf, type StepsView } from './steps-view.ts'

export type StepsForm = {
  readonly once: string
  readonly problems: readonly Problem[]
  readonly typed: Readonly<Record<string, string>>
}

type Props = { readonly view: StepsView; readonly form: StepsForm }

export function stepsPage(visitor: Member, view: StepsView, form: StepsForm, flash: string | null): string {
  const { plan, action, of } = view
  const name = action.ref ? `Action ${action.ref}` : 'Action'
  return memberPage(
    {
      visitor,
      title: `Steps of ${name}: ${plan.title}`,
      section: 'plans',
      hasProblems: form.problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: name, href: `/actions/${action.id}` },
        { text: 'Steps' },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={`${name} › ${action.text}`}>Steps, and what it waits for</PageHeading>
      <Lede>{summary(view)}</Lede>
      <LateWaits of={of} />
      <Heading level={2}>Steps</Heading>
      {of.steps.length === 0 && <p class="govuk-body">It has no steps yet.</p>}
      {of.steps.length > 0 && <StepsTable steps={of.steps} today={of.today} captionIsHidden />}
      {view.mayKeepSteps && <KeepSteps view={view} form={form} />}
      <Heading level={2}>What it waits for, and what waits for it</Heading>
      {of.waitsFor.length + of.waitedForBy.length === 0 && (
        <p class="govuk-body">It waits for nothing, and nothing waits for it.</p>
      )}
      <WaitTables of={of} />
      {view.mayKeepWaits && <KeepWaits view={view} form={form} />}
    </>,
  )
}

function summary({ of }: StepsView): string {
  const [all, done] = [of.steps.length, of.steps.filter((step) => step.done !== null).length]
  const steps = all === 0 ? 'It has no steps' : `${done === 0 ? 'None' : done} of ${counted(all, 'step')} is done`
  const waits = of.waitsFor.length === 0 ? 'waits for nothing' : `waits for ${counted(of.waitsFor.length, 'thing')}`
  const waiters =
    of.waitedForBy.length === 0
      ? 'nothing waits for it'
      : `${counted(of.waitedForBy.length, 'action waits', 'actions wait')} for it`
  return `${steps}; it ${waits}, and ${waiters}.`
}

function KeepSteps({ view, form }: Props) {
  const { action, of } = view
  return (
    <>
      {of.steps.map((step) => (
        <Details summary={`Change “${step.name}”, or say how it went`} open={concerns(form.problems, step)}>
          <OneStep step={step} form={form} action={`/actions/${action.id}/steps/${step.id}`} />
        </Details>
      ))}
      <Heading level={3}>Add a step</Heading>
      <Form action={`/actions/${action.id}/steps`} once={form.once}>
        <StepFields typed={form.typed} problems={form.problems} />
        <Button kind="secondary">Add the step</Button>
      </Form>
    </>
  )
}

function OneStep({ step, form, action }: { readonly step: Step; readonly form: StepsForm; readonly action: string }) {
  const own = ownOf(step.id)
  const { problems, typed } = form
  const isTyped = concerns(problems, step)
  return (
    <>
      {step.done ? (
        <Form action={`${action}/undo`} once={form.once}>
          <Button kind="secondary">Take back that it is done</Button>
        </Form>
      ) : (
        <Form action={`${action}/done`} once={form.once}>
          <DateField
            name="doneOn"
            id={`doneOn-${own}`}
            label="Done on"
            hint="Leave it empty for today"
            value={isTyped ? typed.doneOn : ''}
            error={problemOf(problems, `doneOn-${own}`)}
          />
          <TextArea
            name="words"
            id={`words-${own}`}
            label="What shows it (optional)"
            rows={2}
            count={LONGEST_PROOF}
            value={isTyped ? typed.words : ''}
            error={problemOf(problems, `words-${own}`)}
          />
          <Button>It is done</Button>
        </Form>
      )}
      <Form action={action} once={form.once}>
        <Hidden name="version" value={String(step.version)} />
        <StepFields
          typed={isTyped && typed.name ? typed : { name: step.name, dueOn: step.dueOn.toString(), who: step.who ?? '' }}
          problems={problems}
          own={own}
        />
        <Button kind="secondary">Change the step</Button>
      </Form>
      <Form action={`${action}/removal`} once={form.once}>
        <Button kind="quiet">Take the step out</Button>
      </Form>
    </>
  )
}

function concerns(problems: readonly Problem[], { id }: Step): boolean {
  return problems.some(({ field }) => field.endsWith(`-${ownOf(id)}`))
}

type FieldsProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  /** what tells these fields from those of another step on the page */
  readonly own?: string
}

function StepFields({ typed, problems, own }: FieldsProps) {
  const idOf = (name: string) => (own ? `${name}-${own}` : name)
  return (
    <>
      <TextInput
        name="name"
        id={idOf('name')}
        label="Step"
        value={typed.name}
        error={problemOf(problems, idOf('name'))}
      />
      <DateField
        name="dueOn"
        id={idOf('dueOn')}
        label="Due on"
        value={typed.dueOn}
        error={problemOf(problems, idOf('dueOn'))}
      />
      <TextInput
        name="who"
        id={idOf('who')}
        label="Who does it (optional)"
        hint="A post or a team. Empty: the action’s leads"
        value={typed.who}
        error={problemOf(problems, idOf('who'))}
      />
    </>
  )
}

function KeepWaits({ view, form }: Props) {
  const { action, of, proposals, choices } = view
  return (
    <>
      {proposals.map(({ onId, ref, words }) => (
        <Notice kind="information" title={`Does it wait for ${ref}?`}>
          <p class="govuk-body">The words say: “{words}”.</p>
          <Form action={`/actions/${action.id}/waits`} once={form.once}>
            <Hidden name="on" value={`action:${onId}`} />
            <Hidden name="words" value={words} />
            <Button kind="secondary">Yes, it waits for {ref}</Button>
          </Form>
          <Form action={`/actions/${action.id}/waits/refusals`} once={form.once}>
            <Hidden name="onAction" value={onId} />
            <Button kind="quiet">No, it does not wait for {ref}</Button>
          </Form>
        </Notice>
      ))}
      {of.waitsFor.map(({ id, on, step }) => (
        <Form action={`/actions/${action.id}/waits/${id}/end`} once={form.once}>
          <Button kind="quiet">
            It waits no more for {[on?.ref ?? on?.text ?? 'that action', step].filter(Boolean).join(', ')}
          </Button>
        </Form>
      ))}
      <Heading level={3}>Say what it waits for</Heading>
      <Form action={`/actions/${action.id}/waits`} once={form.once}>
        <Select
          name="on"
          label="It waits for"
          none="Choose an action, or a step of one"
          options={choices}
          value={form.typed.on}
          error={problemOf(form.problems, 'on')}
        />
        <Button kind="secondary">Keep it</Button>
      </Form>
    </>
  )
}
