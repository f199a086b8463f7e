import type { PlanYear } from '../plan-year.ts'
import { guideReaders } from './evidence.ts'
import type { Arc } from './telling.ts'

/** Aim 2, for disabled children: plans on time, month by month; places that are built late; a wait that will not shorten. */
export const inclusionStory = ({ month }: PlanYear): readonly Arc[] => [
  {
    action: '2.2.1',
    by: 'dev-chaudhary',
    chair: 'siobhan-keady',
    told: [
      {
        month: 0,
        progress: 'green',
        impact: 'grey',
        narrative: 'Four plan writers started on the 20th. 48% of plans issued this month were in time, as last year.',
      },
      {
        month: 1,
        progress: 'green',
        impact: 'amber',
        narrative:
          '46% in time. The new writers are clearing the oldest cases first, so the figure will look worse before it looks better.',
      },
      {
        month: 2,
        progress: 'amber',
        impact: 'red',
        narrative:
          '39% in time. Requests are up by a quarter on last year and advice from psychologists takes eleven weeks where the law allows six.',
      },
      {
        month: 3,
        days: 8,
        progress: 'red',
        impact: 'red',
        narrative:
          '34% in time and 61 families have waited longer than thirty weeks. I rang twenty of them. What they mind most is silence, so a named writer now calls each family every fortnight.',
        note: 'Raised with the Executive. The calls are the right first step.',
      },
      {
        month: 5,
        progress: 'red',
        impact: 'red',
        narrative:
          '37% in time. Three psychologists on contract began last month. No report was sent for the month before: I was on leave and nobody was asked to write it.',
      },
      {
        month: 6,
        progress: 'amber',
        impact: 'red',
        narrative:
          '45% in time. Psychologists’ advice now takes seven weeks. The oldest cases are read out by name at our Monday meeting until they close.',
      },
      {
        month: 7,
        progress: 'amber',
        impact: 'amber',
        narrative: '52% in time, above where we began. 18 families have waited longer than thirty weeks, down from 61.',
      },
      {
        month: 8,
        progress: 'amber',
        impact: 'amber',
        narrative:
          '58% in time. Two writers have resigned, both for posts nearer London; interviews are next week and the contract psychologists stay until the year ends.',
      },
      {
        month: 9,
        progress: 'green',
        impact: 'amber',
        narrative:
          '63% in time. We have turned the corner and expect to reach the target by the last quarter of the year.',
        chairDays: 12,
        sentBack:
          'The direction is good. With two writers leaving I cannot follow how 63% becomes 75%. Can you show the forecast month by month, and say how many families still wait beyond thirty weeks?',
      },
    ],
  },
  {
    action: '2.2.2',
    by: 'dev-chaudhary',
    chair: 'siobhan-keady',
    told: [
      {
        month: 8,
        days: 5,
        progress: 'red',
        impact: 'grey',
        narrative: `The contractor went into administration with one base finished and two at roof height. Twelve of 36 places are open. A new contractor can start in ${month(11)}; families have been written to and transport is kept up for each child.`,
        note: 'This goes to the Board as an exception, with the cost of transport beside it.',
      },
    ],
  },
  {
    action: '2.2.3',
    by: 'farah-siddiqui',
    chair: 'siobhan-keady',
    told: [
      {
        month: 5,
        progress: 'blue',
        impact: 'green',
        narrative:
          'The guide is out. 27 parent carers wrote it, argued over it and tested it at their own meetings; 86% of the first 140 readers said they felt prepared. The page on what to say when you disagree is the one people photograph.',
        evidence: guideReaders,
        note: 'A model of how to do this. Accepted.',
      },
    ],
  },
  {
    action: '2.2.4',
    by: 'ruth-lindqvist',
    chair: 'siobhan-keady',
    told: [
      {
        month: 4,
        progress: 'green',
        impact: 'amber',
        narrative:
          '164 families have used the helpline or the drop-in and 74% say the wait became bearable. The wait itself is 71 weeks, three more than when we started.',
      },
      {
        month: 10,
        days: -6,
        progress: 'green',
        impact: 'red',
        narrative:
          'All we promised is running: 318 families, 77% of them helped. The wait has grown to 76 weeks, because referrals rose faster than clinics. I rate the impact red since families came to us for an assessment, not for a kinder queue.',
        chairDays: 14,
      },
    ],
  },
]
