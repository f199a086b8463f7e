import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  SummaryList,
  TextInput,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { type Day, longDay } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { Plan } from '../../../plan/index.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import type { RequestWindow } from '../request-window.ts'
import type { Telling } from './asked.store.ts'
import { Asked } from './asked-section.tsx'
import { RULE_FIELDS, type TypedRules } from './asking-form.ts'

export type AskingView = {
  readonly plan: Plan
  /** how it asks, played through for one day */
  readonly example: RequestWindow
  readonly next: { readonly on: Day; readonly count: number } | null
  readonly today: Day
  readonly tellings: readonly Telling[]
  readonly found: number
  readonly page: number
  readonly pages: number
}

type AskingForm = { readonly once: string; readonly typed: TypedRules; readonly problems: readonly Problem[] }

export function askingPage(visitor: Member, view: AskingView, form: AskingForm, flash: string | null): string {
  const { plan, found } = view
  return memberPage(
    {
      visitor,
      title: `Asking: ${plan.title}`,
      section: 'plans',
      hasProblems: form.problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'What is due when', href: `/plans/${plan.id}/due` },
        { text: 'Asking' },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={plan.title}>Asking for updates</PageHeading>
      <Lede>{nextInWords(view)}</Lede>
      <PlanTabs planId={plan.id} current="due" />
      <Heading level={2}>How this plan asks</Heading>
      <Example window={view.example} />
      <Rules planId={plan.id} form={form} />
      <Heading level={2} id="asked">
        {found === 0 ? 'What was asked' : `What was asked: ${found}`}
      </Heading>
      <Asked view={view} once={form.once} />
    </>,
  )
}

function nextInWords({ next, today }: AskingView): string {
  if (!next) return 'Nothing is waiting to be asked about.'
  const reports = counted(next.count, 'report is', 'reports are')
  return next.on.equals(today)
    ? `${reports} asked about in the next round.`
    : `On ${longDay(next.on)} ${reports} next asked about.`
}

function Example({ window }: { readonly window: RequestWindow }) {
  const { dueOn, opensOn, remindsOn, dueStepOn, chairOn, managerOn, closesOn } = window
  return (
    <>
      <p class="govuk-body">
        For a report due on {longDay(dueOn)}. Weekends, bank holidays and <a href="/calendar">days you are closed</a>{' '}
        move the asking, never the day it is due.
      </p>
      <SummaryList
        rows={[
          { key: 'The leads are asked', value: longDay(opensOn) },
          { key: 'They are reminded', value: remindsOn ? longDay(remindsOn) : 'Never' },
          { key: 'They are told it is due', value: longDay(dueStepOn) },
          { key: 'They and the chair are told it is late', value: longDay(chairOn) },
          { key: 'They and you are told', value: longDay(managerOn) },
          { key: 'It counts as missed after', value: longDay(closesOn) },
        ]}
      />
    </>
  )
}

const LABELS: Readonly<Record<(typeof RULE_FIELDS)[number], string>> = {
  askAhead: 'Ask the leads this many days before',
  remindAhead: 'Remind them this many days before (leave empty for no reminder)',
  graceDays: 'Days of grace after it is due',
  chairAfter: 'Tell the chair of the lead group this many days after',
  managerAfter: 'Tell the partnership manager this many days after',
  closesAfter: 'Stop asking this many days after',
}

const RHYTHMS = [
  { value: 'monthly', text: 'Every month' },
  { value: 'quarterly', text: 'Every quarter' },
  { value: 'half-yearly', text: 'Every half year' },
  { value: 'yearly', text: 'Once a year' },
] as const

function Rules({ planId, form }: { readonly planId: string; readonly form: AskingForm }) {
  return (
    <details class="govuk-details" open={form.problems.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Change how this plan asks</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/plans/${planId}/asking`} once={form.once}>
          {RULE_FIELDS.map((field) => (
            <TextInput
              name={field}
              label={LABELS[field]}
              inputmode="numeric"
              width="short"
              value={form.typed[field]}
              error={problemOf(form.problems, field)}
            />
          ))}
          <Select
            name="rhythm"
            label="Actions without a date of their own report"
            options={RHYTHMS}
            value={form.typed.rhythm}
          />
          <Button>Ask like this from now on</Button>
        </Form>
      </div>
    </details>
  )
}
