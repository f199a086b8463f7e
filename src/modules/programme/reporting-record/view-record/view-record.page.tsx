import { Detail, Details, Heading, Lede, PageHeading, Table, Text } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { type Day, longDay, shortDay } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { Plan } from '../../../plan/index.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import { LateDoing } from '../../points/late-doing.tsx'
import { contextOf, daysInWords, NOT_FAULTS, questionsOn, SHARED_COUNT_TWICE, sentenceOf } from '../record-words.ts'
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
      <Text>{SHARED_COUNT_TWICE}</Text>
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
          action: (
            <>
              <a href={`/actions/${duty.actionId}`}>{duty.text}</a>
              <LateDoing since={duty.lateSince} />
            </>
          ),
          due: shortDay(duty.dueOn),
          context: contextOf(tallyOfReporting('', [duty], today)),
        }))}
        whenEmpty="Every update whose days of grace are over is here"
      />
      <Questions duties={duties} />
      <p class="govuk-body">
        <a href={`/plans/${plan.id}/reporting.pdf`}>Take it to a meeting as a PDF</a>
      </p>
    </>,
  )
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

function Days({ tally }: { readonly tally: ReportingTally }) {
  const { middle, range } = daysInWords(tally)
  return (
    <>
      {middle}
      {range && <Detail>{range}</Detail>}
    </>
  )
}

function Questions({ duties }: { readonly duties: readonly DutyRecord[] }) {
  const asked = questionsOn(duties)
  return (
    <Details summary={`What one could ask of the words: ${counted(asked.length, 'update')}`}>
      <Text>{NOT_FAULTS}</Text>
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
