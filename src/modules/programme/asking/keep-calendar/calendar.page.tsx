import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  Table,
  TextInput,
} from '../../../../design/index.ts'
import { longDay } from '../../../../kernel/day.ts'
import { type Body, type Member, memberPage } from '../../../people/index.ts'
import type { BodyMeeting, ClosedPeriod } from './calendar-entry.store.ts'

export type CalendarView = {
  readonly closed: readonly ClosedPeriod[]
  readonly meetings: readonly BodyMeeting[]
  readonly bodies: readonly Body[]
}

export type CalendarForm = {
  readonly once: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** The days that move the asking: meetings with their papers, and days on which nobody is there. */
export function calendarPage(visitor: Member, view: CalendarView, form: CalendarForm, flash: string | null): string {
  return memberPage(
    {
      visitor,
      title: 'Calendar',
      section: 'plans',
      hasProblems: form.problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [{ text: 'Plans', href: '/plans' }, { text: 'Calendar' }],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading>Calendar</PageHeading>
      <Lede>
        Leads are asked before the papers of their group’s meeting close, and never on days you are closed. The day a
        report is due stays where the plan put it.
      </Lede>
      <Meetings view={view} form={form} />
      <Closings view={view} form={form} />
    </>,
  )
}

type Props = { readonly view: CalendarView; readonly form: CalendarForm }

function Meetings({ view, form }: Props) {
  const { once, typed, problems } = form
  return (
    <section>
      <Heading level={2}>Meetings</Heading>
      <Table
        caption="Meetings to come"
        captionIsHidden
        columns={[
          { key: 'on', header: 'On' },
          { key: 'body', header: 'Who meets', width: 'wide' },
          { key: 'papers', header: 'Papers close' },
          { key: 'remove', header: 'Change' },
        ]}
        rows={view.meetings.map(({ id, body, on, papersOn }) => ({
          on: longDay(on),
          body,
          papers: longDay(papersOn),
          remove: <Remove url={`/calendar/meetings/${id}/removal`} once={once} what={`${body}, ${longDay(on)}`} />,
        }))}
        whenEmpty="No meeting is in the calendar"
      />
      <Heading level={3}>Add a meeting</Heading>
      <Form action="/calendar/meetings" once={once}>
        <Select
          name="body"
          label="Who meets"
          none="Choose a group"
          options={view.bodies.map(({ id, name }) => ({ value: id, text: name }))}
          value={typed.body}
          error={problemOf(problems, 'body')}
        />
        <DateField name="on" label="On" value={typed.on} error={problemOf(problems, 'on')} />
        <DateField
          name="papersOn"
          label="Its papers close on"
          hint="Leave it empty when updates can come until the meeting"
          value={typed.papersOn}
          error={problemOf(problems, 'papersOn')}
        />
        <Button kind="secondary">Add the meeting</Button>
      </Form>
    </section>
  )
}

function Closings({ view, form }: Props) {
  const { once, typed, problems } = form
  return (
    <section>
      <Heading level={2}>Days you are closed</Heading>
      <p class="govuk-body">Weekends and the bank holidays of England are known.</p>
      <Table
        caption="Days you are closed"
        captionIsHidden
        columns={[
          { key: 'days', header: 'Days', width: 'wide' },
          { key: 'name', header: 'What' },
          { key: 'remove', header: 'Change' },
        ]}
        rows={view.closed.map(({ id, name, starts, ends }) => ({
          days: starts.equals(ends) ? longDay(starts) : `${longDay(starts)} to ${longDay(ends)}`,
          name,
          remove: <Remove url={`/calendar/closed-days/${id}/removal`} once={once} what={name} />,
        }))}
        whenEmpty="No other day is in the calendar"
      />
      <Heading level={3}>Add days</Heading>
      <Form action="/calendar/closed-days" once={once}>
        <TextInput name="name" label="What the days are" value={typed.name} error={problemOf(problems, 'name')} />
        <DateField name="starts" label="First day" value={typed.starts} error={problemOf(problems, 'starts')} />
        <DateField
          name="ends"
          label="Last day"
          hint="Leave it empty for a single day"
          value={typed.ends}
          error={problemOf(problems, 'ends')}
        />
        <Button kind="secondary">Add the days</Button>
      </Form>
    </section>
  )
}

function Remove({ url, once, what }: { readonly url: string; readonly once: string; readonly what: string }) {
  return (
    <Form action={url} once={once}>
      <button class="trellis-link-button" type="submit">
        Take out<span class="govuk-visually-hidden"> {what}</span>
      </button>
    </Form>
  )
}
