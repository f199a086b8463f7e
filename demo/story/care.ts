import type { PlanYear } from '../plan-year.ts'
import { housingTable, pledgeMinutes } from './evidence.ts'
import type { Arc } from './telling.ts'

/** Objective 4.2: too few foster homes, a housing promise kept, a pledge signed. */
export const careStory = ({ term }: PlanYear): readonly Arc[] => [
  {
    action: '4.2.1',
    by: 'angharad-voyle',
    chair: 'kofi-amankwah',
    told: [
      {
        month: 2,
        progress: 'green',
        impact: 'grey',
        narrative:
          'Fourteen foster carers have become recruiters and 58 people have asked for a visit, twice the usual number. Six households are being assessed.',
      },
      {
        month: 5,
        progress: 'amber',
        impact: 'amber',
        narrative:
          'Six households approved. Nine others withdrew, most of them when they counted the bedrooms. Children living within twenty miles of home are 64%.',
      },
      {
        month: 8,
        progress: 'red',
        impact: 'red',
        narrative:
          'Eight approved and seven retired, so we have gained one home in nine months. Children within twenty miles are 61%, fewer than at the start. We propose a loan for extra bedrooms and ask the Board for a decision.',
        note: 'To the Board as an exception. The loan should come with numbers.',
      },
    ],
  },
  {
    action: '4.2.2',
    by: 'harriet-bellweather',
    chair: 'kofi-amankwah',
    told: [
      {
        month: 5,
        progress: 'blue',
        impact: 'blue',
        narrative:
          'No care leaver has slept in bed and breakfast for 26 weeks and 93% are in suitable homes. Every one of them knows the name of a housing officer; we asked. Eleven tenancies that would have ended were mended. The guarantee is now in the council’s own lettings policy, so it does not rest on this plan.',
        evidence: housingTable,
        note: 'Done, and made to last. Accepted with pleasure.',
      },
    ],
  },
  {
    action: '4.2.3',
    by: 'bea-tolland',
    chair: 'kofi-amankwah',
    told: [
      {
        month: term.dueMonth,
        progress: 'amber',
        impact: 'amber',
        narrative:
          '74% judged good, from 62%. The first page is now in the child’s own words in nearly every plan for under-elevens; older pupils tell us the form reads like homework and we are cutting it to two sides.',
      },
    ],
  },
  {
    action: '4.2.4',
    by: 'niamh-corrigan',
    chair: 'kofi-amankwah',
    told: [
      {
        month: 3,
        progress: 'blue',
        impact: 'amber',
        narrative:
          'The pledge was signed at the town hall, with cake. It has nine promises and each names the person who must keep it. Whether they are kept is what the young people will rate next, so the impact is not blue yet.',
        evidence: pledgeMinutes,
      },
    ],
  },
]
