import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Radios,
  Select,
  SummaryList,
  Table,
  TextArea,
  TextInput,
} from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import { type Body, holds, type Member, memberPage } from '../../../people/index.ts'
import type { Action, Plan } from '../../../plan/index.ts'
import type { ActionWait } from '../../waiting/wait.store.ts'
import { WaitersChoice } from '../../waiting/waiters-choice.tsx'
import { kindWords } from '../account-for.ts'
import type { Closing, StandingDisposal } from '../disposal.store.ts'
import { DISPOSAL_KINDS, type DisposalKind, LONGEST_REASON, type SaidDisposal } from '../disposal.ts'
import type { LifeStep } from '../lineage.store.ts'

export type EndingView = {
  /** what waits for it */
  readonly waiters: readonly ActionWait[]
  readonly plan: Plan
  readonly action: Pick<Action, 'id' | 'ref' | 'text'>
  readonly ending: StandingDisposal | null
  readonly closing: Closing | null
  readonly life: readonly LifeStep[]
  readonly others: readonly Pick<Action, 'id' | 'ref' | 'text'>[]
  readonly bodies: readonly Body[]
}

export type EndingForm = { readonly once: string; readonly said: SaidDisposal; readonly problems: readonly Problem[] }

/** How one action ended, and its life across plans. */
export function endingPage(visitor: Member, view: EndingView, form: EndingForm): string {
  const { plan, action, ending, closing, life } = view
  const name = action.ref ? `Action ${action.ref}` : 'Action'
  return memberPage(
    {
      visitor,
      title: `How it ended: ${name}`,
      section: 'plans',
      hasProblems: form.problems.length > 0,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Year end', href: `/plans/${plan.id}/year-end` },
        { text: name },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={`${plan.title} › ${name}`}>{action.text}</PageHeading>
      <Lede>{ending ? `${kindWords(ending.kind)}.` : 'Nobody has said yet how this action ended.'}</Lede>
      {ending && <Ended ending={ending} view={view} />}
      {life.length > 1 && <Life life={life} actionId={action.id} />}
      {holds(visitor, 'close-plans') && !closing && <Say view={view} form={form} />}
      {holds(visitor, 'close-plans') && closing && (
        <p class="govuk-body">The year is closed. Open it again on the year-end page to change this.</p>
      )}
    </>,
  )
}

function Ended({ ending, view }: { readonly ending: StandingDisposal; readonly view: EndingView }) {
  const into = view.others.find(({ id }) => id === ending.intoId)
  const rows = [
    { key: 'Why', value: ending.reason },
    { key: 'Until', value: ending.timeWords },
    { key: 'Into', value: into && [into.ref, into.text].filter(Boolean).join(' ') },
    { key: 'Taken over by', value: ending.takenBy },
    { key: 'Accepted by them', value: ending.kind === 'transferred' ? (ending.acceptance ?? 'Not yet') : null },
    { key: 'Decided by', value: view.bodies.find(({ id }) => id === ending.bodyId)?.name },
    { key: 'Recorded', value: `${longMoment(ending.decidedAt)} by ${ending.decidedBy}` },
  ]
  return <SummaryList rows={rows.flatMap(({ key, value }) => (value ? [{ key, value }] : []))} />
}

function Life({ life, actionId }: { readonly life: readonly LifeStep[]; readonly actionId: string }) {
  const times = life.filter(({ ending }) => ending === 'carried-forward').length
  return (
    <section>
      <Heading level={2}>Its life across plans</Heading>
      {times > 0 && (
        <p class="govuk-body">Carried forward {times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}.</p>
      )}
      <Table
        caption="The action in each plan"
        captionIsHidden
        columns={[
          { key: 'plan', header: 'Plan' },
          { key: 'ref', header: 'Ref', width: 'narrow' },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'ending', header: 'How it ended' },
        ]}
        rows={life.map((step) => ({
          plan: step.isDraft ? `${step.plan} (draft)` : step.plan,
          ref: step.ref ?? '–',
          action: step.actionId === actionId ? step.text : <a href={`/actions/${step.actionId}`}>{step.text}</a>,
          ending: step.ending ? kindWords(step.ending) : 'Open',
        }))}
        whenEmpty=""
      />
    </section>
  )
}

const HINTS: Readonly<Record<DisposalKind, string>> = {
  completed: 'It was done',
  sustained: 'It was done, and what it changed for children lasts',
  'carried-forward': 'It goes on in the next plan: say why, and until when',
  merged: 'It became part of another action',
  stopped: 'It will not be done: say why',
  transferred: 'Somebody else takes it over: say who, and why',
  'not-reported': 'Nobody has told what became of it',
}

function Say({ view, form }: { readonly view: EndingView; readonly form: EndingForm }) {
  const { action, ending } = view
  const { said, problems, once } = form
  const url = `/actions/${action.id}/ending`
  return (
    <section>
      <Heading level={2}>{ending ? 'Change how it ended' : 'Say how it ended'}</Heading>
      <Form action={url} once={once} keepsWords>
        <Radios
          name="kind"
          label="How did it end?"
          items={DISPOSAL_KINDS.map((kind) => ({ value: kind, text: kindWords(kind), hint: HINTS[kind] }))}
          value={said.kind}
          error={problemOf(problems, 'kind')}
        />
        <TextArea
          name="reason"
          label="Why"
          hint="For carried forward, stopped and transferred"
          rows={3}
          count={LONGEST_REASON}
          value={said.reason}
          error={problemOf(problems, 'reason')}
        />
        <TextInput
          name="time"
          label="Until when it is carried forward"
          width="medium"
          value={said.timeWords}
          error={problemOf(problems, 'time')}
        />
        <Select
          name="into"
          label="The action it became part of"
          none="None"
          options={view.others.map(({ id, ref, text }) => ({
            value: id,
            text: [ref, text.length > 80 ? `${text.slice(0, 79)}…` : text].filter(Boolean).join(' '),
          }))}
          value={said.intoId ?? ''}
          error={problemOf(problems, 'into')}
        />
        <TextInput
          name="takenBy"
          label="Who takes it over"
          width="long"
          value={said.takenBy}
          error={problemOf(problems, 'takenBy')}
        />
        <WaitersChoice waiters={view.waiters} said={said.waiting} error={problemOf(problems, 'waiting')} />
        <Select
          name="body"
          label="The body that decided it"
          none="None"
          options={view.bodies.map(({ id, name }) => ({ value: id, text: name }))}
          value={said.bodyId ?? ''}
        />
        <Button>Keep this ending</Button>
      </Form>
      {ending?.kind === 'transferred' && !ending.acceptance && (
        <Form action={`${url}/acceptance`} once={once}>
          <TextInput name="words" label="Who accepted it, and how" width="long" />
          <Button kind="secondary">Record that they accepted it</Button>
        </Form>
      )}
      {ending && (
        <Form action={`${url}/undo`} once={once}>
          <Button kind="secondary">Take this ending back</Button>
        </Form>
      )}
    </section>
  )
}
