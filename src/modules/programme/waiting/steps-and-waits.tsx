import { Detail, Heading, Notice, Table, Tag } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Day, isBefore, shortDay } from '../../../kernel/day.ts'
import type { Step } from './step.store.ts'
import { lateOf, type StepsAndWaits } from './steps-and-waits.ts'
import type { ActionWait, WaitEnd } from './wait.store.ts'
import { waitedInWords, waitedState } from './waited-state.ts'

/** On an action's page: its steps, what it waits for, and what waits for it. */
export function StepsAndWaitsSection({ of, mayKeep }: { readonly of: StepsAndWaits; readonly mayKeep: boolean }) {
  const isNothing = of.steps.length + of.waitsFor.length + of.waitedForBy.length === 0
  return (
    <section>
      <Heading level={2}>Steps, and what it waits for</Heading>
      <LateWaits of={of} />
      {of.steps.length > 0 && <StepsTable steps={of.steps} today={of.today} />}
      <WaitTables of={of} />
      {isNothing && <p class="govuk-body">It has no steps, and waits for nothing.</p>}
      <p class="govuk-body">
        <a href={`/actions/${of.actionId}/steps`}>
          {mayKeep ? 'Add or change steps, and what it waits for' : 'Steps, and what it waits for, on a page'}
        </a>
      </p>
    </section>
  )
}

/** Says that something is late for which the action waits. */
export function LateWaits({ of }: { readonly of: StepsAndWaits }) {
  const late = lateOf(of)
  if (late.length === 0) return null
  return (
    <Notice kind="warning" title={`It waits for ${counted(late.length, 'thing that is late', 'things that are late')}`}>
      <ul class="govuk-list">
        {late.map((wait) => (
          <li>
            <EndName end={wait.on} step={wait.step} />: {waitedInWords(wait.of, of.today)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type StepsProps = { readonly steps: readonly Step[]; readonly today: Day; readonly captionIsHidden?: true }

export function StepsTable({ steps, today, captionIsHidden }: StepsProps) {
  return (
    <Table
      caption="Steps"
      {...(captionIsHidden && { captionIsHidden })}
      columns={[
        { key: 'name', header: 'Step', width: 'wide' },
        { key: 'who', header: 'Who' },
        { key: 'due', header: 'Due' },
        { key: 'state', header: 'Done' },
      ]}
      rows={steps.map((step) => ({
        name: step.name,
        who: step.who ?? 'The leads',
        due: shortDay(step.dueOn),
        state: <StepState step={step} today={today} />,
      }))}
    />
  )
}

function StepState({ step: { done, dueOn }, today }: { readonly step: Step; readonly today: Day }) {
  if (done)
    return (
      <>
        {shortDay(done.on)}, said {done.by}
        {done.words && <Detail>{done.words}</Detail>}
      </>
    )
  return isBefore(dueOn, today) ? <Tag tone="strong">Late</Tag> : <>Not yet</>
}

export function WaitTables({ of }: { readonly of: StepsAndWaits }) {
  return (
    <>
      {of.waitsFor.length > 0 && <Waits caption="Waits for" waits={of.waitsFor} end="on" today={of.today} />}
      {of.waitedForBy.length > 0 && (
        <Waits caption="Waited for by" waits={of.waitedForBy} end="waiting" today={of.today} />
      )}
    </>
  )
}

type WaitsProps = {
  readonly caption: string
  readonly waits: readonly ActionWait[]
  readonly end: 'on' | 'waiting'
  readonly today: Day
}

function Waits({ caption, waits, end, today }: WaitsProps) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'what', header: end === 'on' ? 'What' : 'Action', width: 'wide' },
        { key: 'state', header: end === 'on' ? 'How it stands' : 'What it waits for' },
      ]}
      rows={waits.map((wait) => ({
        ref: wait[end]?.ref ?? '–',
        what: (
          <>
            <EndName end={wait[end] && { ...wait[end], ref: null }} step={end === 'on' ? wait.step : null} />
            {wait.words && <Detail>“{wait.words}”</Detail>}
          </>
        ),
        state:
          end === 'on' ? (
            <WaitedStateWords wait={wait} today={today} />
          ) : wait.onStepId ? (
            (wait.step ?? 'A step that was taken out')
          ) : (
            'The whole of it'
          ),
      }))}
    />
  )
}

export function WaitedStateWords({ wait, today }: { readonly wait: ActionWait; readonly today: Day }) {
  if (!wait.on) return <>Not shown to you</>
  const state = waitedState(wait.of, today)
  const words = waitedInWords(wait.of, today)
  if (state === 'late') return <Tag tone="strong">{words}</Tag>
  return state === 'ended' ? <Tag tone="plum">{words}</Tag> : <span>{words}</span>
}

/** One end of a wait, as far as its reader is shown it. */
export function EndName({ end, step }: { readonly end: WaitEnd; readonly step: string | null }) {
  if (!end) return <>An action outside your part of the plan</>
  const name = [end.ref, end.text].filter(Boolean).join(' ')
  return (
    <>
      {step && `${step}, a step of `}
      <a href={`/actions/${end.id}`}>{name}</a>
    </>
  )
}
