import { Detail, Details, Heading, Lede, PageHeading, Table, Text } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { type Day, longDay, shortDay } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { Plan } from '../../../plan/index.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import { narrativeQuestions } from '../../updates/narrative-questions.ts'
import {
  byBody,
  byOrganisation,
  type DutyRecord,
  outcomeOf,
  type ReportingTally,
  tallyOfReporting,
} from '../reporting-tally.ts'

export type RecordView = {
  readonly plan: Plan
  readonly today: Day
  readonly from: Day
  readonly to: Day
  readonly duties: readonly DutyRecord[]
}

/** How reporting went: what may explain it first, then the counts, by body and organisation, and what one could ask of the words. */
export function viewRecordPage(visitor: Member, { plan, today, from, to, duties }: RecordView): string {
  const all = tallyOfReporting('All', duties, today)
  const open = duties.filter((duty) => outcomeOf(duty, today) === 'not-reported')
  return memberPage(
    {
      visitor,
      title: `How reporting went: ${plan.title}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Reporting periods', href: `/plans/${plan.id}/periods` },
        { text: 'How reporting went' },
      ],
    },
    <>
      <PageHeading caption={`${plan.title}, due from ${longDay(from)} to ${longDay(to)}`}>
        How reporting went
      </PageHeading>
      <Lede>{sentenceOf(all)}</Lede>
      <PlanTabs planId={plan.id} current="periods" />
      <Heading level={2}>What may explain it</Heading>
      <Text>{contextOf(all)}</Text>
      <Heading level={2}>By lead group</Heading>
      <Tallies caption="By lead group" tallies={byBody(duties, today)} />
      <Heading level={2}>By organisation</Heading>
      <Text>An update that two organisations share counts for both, so these lines can add up to more than all.</Text>
      <Tallies caption="By organisation" tallies={byOrganisation(duties, today)} />
      <Heading level={2}>{`Not here yet: ${open.length} of ${all.due}`}</Heading>
      <Table
        caption="Updates not here yet"
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'due', header: 'Due' },
          { key: 'context', header: 'Worth knowing first' },
        ]}
        rows={open.map((duty) => ({
          ref: duty.ref ?? '–',
          action: <a href={`/actions/${duty.actionId}`}>{duty.text}</a>,
          due: shortDay(duty.dueOn),
          context: contextOf(tallyOfReporting('', [duty], today)),
        }))}
        whenEmpty="Every update whose days of grace are over is here"
      />
      <Questions duties={duties} />
    </>,
  )
}

function sentenceOf({ due, outcomes }: ReportingTally): string {
  if (due === 0) return 'No update has fallen due yet.'
  return `${counted(due, 'update')} fell due: ${outcomes['in-time']} came in time, ${outcomes.late} later, ${outcomes['within-grace']} may still come in the days of grace, ${outcomes['not-reported']} are not here yet.`
}

/** What stood in the way of answering, before anything is said of who answered. */
function contextOf({ due, askedLate, notAsked, bounced, vacant }: ReportingTally): string {
  const facts = [
    notAsked > 0 ? `${notAsked} not asked for by Trellis` : null,
    askedLate > 0 ? `${askedLate} asked for later than the plan’s rules say` : null,
    bounced > 0 ? `${bounced} with a message that did not arrive` : null,
    vacant > 0 ? `${vacant} led by nobody, or by a vacant post` : null,
  ].filter(Boolean)
  return facts.length > 0
    ? `Of ${counted(due, 'update')}: ${facts.join(', ')}.`
    : 'Asked in time, and nothing is known that stood in the way.'
}

function Tallies({ caption, tallies }: { readonly caption: string; readonly tallies: readonly ReportingTally[] }) {
  return (
    <Table
      caption={caption}
      captionIsHidden
      columns={[
        { key: 'name', header: 'Who', width: 'wide', isReference: true },
        { key: 'due', header: 'Due', align: 'end' },
        { key: 'inTime', header: 'In time', align: 'end' },
        { key: 'late', header: 'Later', align: 'end' },
        { key: 'grace', header: 'In grace', align: 'end' },
        { key: 'open', header: 'Not here', align: 'end' },
        { key: 'days', header: 'Days to answer' },
      ]}
      rows={tallies.map((tally) => ({
        name: tally.name,
        due: tally.due,
        inTime: tally.outcomes['in-time'],
        late: tally.outcomes.late,
        grace: tally.outcomes['within-grace'],
        open: tally.outcomes['not-reported'],
        days: <Days tally={tally} />,
      }))}
      whenEmpty="No update has fallen due yet"
    />
  )
}

/** A middle of one or two answers says more of a person than of a group, so it is shown from three on. */
const ENOUGH = 3

function Days({ tally: { response, due } }: { readonly tally: ReportingTally }) {
  if (!response || response.of < ENOUGH) return <>Too few to say</>
  return (
    <>
      {response.median} in the middle
      <Detail>
        {response.least} to {response.most}, of {response.of} of {due} asked for and answered
      </Detail>
    </>
  )
}

function Questions({ duties }: { readonly duties: readonly DutyRecord[] }) {
  const asked = duties
    .map((duty) => ({ duty, questions: narrativeQuestions(duty.narrative ?? '', duty.lastTime) }))
    .filter(({ questions }) => questions.length > 0)
  return (
    <Details summary={`What one could ask of the words: ${counted(asked.length, 'update')}`}>
      <Text>These are questions, not faults. Whoever wrote the words may have good answers.</Text>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {asked.map(({ duty, questions }) => (
          <li>
            <a href={`/updates/${duty.pointId}`}>{duty.ref ?? duty.text}</a>
            {questions.map(({ message, words }) => (
              <Detail>
                {message} It says: “{words.slice(0, 120)}”
              </Detail>
            ))}
          </li>
        ))}
      </ul>
    </Details>
  )
}
