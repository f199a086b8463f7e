import {
  Detail,
  Filters,
  FollowedProgress,
  Heading,
  History,
  Pagination,
  Progress,
  RatingChip,
  RatingPair,
  SearchInput,
  Select,
  SourceLines,
  SummaryList,
  Table,
  Tabs,
  Tag,
} from '../index.ts'
import { ENDLESS, HOSTILE, LONG, RATINGS } from './examples.ts'

export function DataExamples() {
  return (
    <>
      <Heading level={2}>Actions</Heading>
      <Tabs
        label="Views of the plan"
        tabs={[
          { text: 'All actions', href: '#all', current: true, count: 82 },
          { text: 'Overdue', href: '#overdue', count: 10 },
          { text: 'Questions about the plan', href: '#questions', count: 31 },
        ]}
      />
      <Filters action="/plans/1" chosen={1} clearHref="/plans/1">
        <SearchInput name="words" label="Words" value="early help" />
        <Select
          name="group"
          label="Lead group"
          none="Any lead group"
          value="b"
          options={[
            { value: 'a', text: 'Education Alliance' },
            { value: 'b', text: 'Health and Wellbeing Partnership Commissioning Group' },
          ]}
        />
        <Select
          name="progress"
          id="filter-progress"
          label="Progress"
          none="Any progress"
          options={RATINGS.map(({ key, name }) => ({ value: key, text: name }))}
        />
      </Filters>
      <ActionTable />
      <Pagination page={5} pages={12} hrefFor={(page) => `?page=${page}`} label="Pages of actions" />
      <Table
        caption="Promises carried forward"
        columns={[{ key: 'a', header: 'A' }]}
        rows={[]}
        whenEmpty="Nothing was carried forward"
      />
      <Heading level={2}>One action</Heading>
      <SummaryList
        rows={[
          { key: 'Lead', value: 'Head of Early Help', action: { text: 'Change', href: '#lead', about: 'the lead' } },
          {
            key: 'Timescale',
            value: (
              <>
                Twice annually Sept & March <Tag>Understood</Tag>
              </>
            ),
          },
          { key: 'Progress', value: <RatingChip rating={RATINGS[2]} /> },
          { key: HOSTILE, value: ENDLESS },
        ]}
      />
      <SourceLines
        label="Lines 41 to 43 of plan.docx"
        lines={[
          { number: 41, text: '1.11  Publish the early help offer' },
          { number: 42, text: `      ${LONG}`, isMarked: true },
          { number: 43, text: HOSTILE },
        ]}
      />
      <Progress label="Reading plan.docx" fraction={0.42} detail="Line 340 of 812" />
      <FollowedProgress src="/progress" href="/" label="Reading report.docx" fraction={null} />
      <History
        entries={[
          {
            who: 'Amina Okafor',
            when: '30 September 2014 at 14:05',
            what: <RatingPair progress={RATINGS[1]} impact={null} />,
            detail: `“${LONG}”`,
          },
          { who: 'Trellis', when: '29 September 2014 at 7:00', what: 'Asked for an update a second time' },
          { who: HOSTILE, when: '1 September 2014 at 9:12', what: ENDLESS },
        ]}
      />
    </>
  )
}

function ActionTable() {
  return (
    <Table
      caption="82 actions, in the plan’s order"
      columns={[
        { key: 'ref', header: 'Ref', isReference: true },
        { key: 'action', header: 'Action', width: 'wide' },
        { key: 'lead', header: 'Lead' },
        { key: 'due', header: 'Next due', width: 'narrow' },
        { key: 'progress', header: 'Progress' },
        { key: 'impact', header: 'Impact' },
        { key: 'spent', header: 'Spent, £', align: 'end' },
      ]}
      rows={[
        {
          ref: '1.11',
          action: (
            <>
              <a class="govuk-link" href="#1.11">
                Publish the early help offer
              </a>
              <Detail>Aim 1: A good start</Detail>
            </>
          ),
          lead: 'Head of Early Help',
          due: '30 Sep 14',
          progress: <RatingChip rating={RATINGS[0]} />,
          impact: <RatingChip rating={RATINGS[1]} />,
          spent: '12,400',
        },
        ...RATINGS.map((rating, at) => ({
          ref: `2.${at + 1}`,
          action: at === 1 ? LONG : at === 2 ? HOSTILE : 'Train every designated teacher by the spring term',
          lead: at === 3 ? ENDLESS : 'Virtual school',
          due: at === 4 ? <Tag tone="plum">Overdue</Tag> : '31 Mar 15',
          progress: <RatingChip rating={rating} />,
          impact: <RatingChip rating={null} />,
          spent: at === 2 ? 'Unknown' : `${at},111`,
        })),
      ]}
      rowId={(at) => `action-${at}`}
    />
  )
}
