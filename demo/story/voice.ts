import type { PlanYear } from '../plan-year.ts'
import { inspections } from './evidence.ts'
import type { Arc } from './telling.ts'

/** Objective 4.3: young inspectors who are listened to by most, and a survey nearing its mark. */
export const voiceStory = (_: PlanYear): readonly Arc[] => [
  {
    action: '4.3.1',
    by: 'jerome-baptiste',
    chair: 'farah-siddiqui',
    told: [
      {
        month: 3,
        progress: 'green',
        impact: 'grey',
        narrative:
          'Sixteen young inspectors are trained and three services have been inspected. The sexual health clinic scored highest; its sign, they said, could be seen from the whole bus queue.',
      },
      {
        month: 6,
        days: 7,
        progress: 'green',
        impact: 'amber',
        narrative:
          'Six services inspected, 33 recommendations made. The clinic moved its sign in a week. Two services have not answered at all and their reports are published with an empty column.',
      },
      {
        month: 9,
        progress: 'green',
        impact: 'green',
        narrative:
          'Nine services inspected. 39 of 48 recommendations were acted on within a term, which is eight in ten. The empty columns were filled within a fortnight of the local paper noticing them.',
        evidence: inspections,
      },
    ],
  },
  {
    action: '4.3.4',
    by: 'niamh-corrigan',
    chair: 'farah-siddiqui',
    told: [
      {
        month: 10,
        days: -3,
        progress: 'green',
        impact: 'grey',
        narrative:
          '1,388 answers so far, 112 of them from special schools, where pupils answered with pictures. The survey closes next week; three secondary schools have still to begin.',
        chairDays: 20,
      },
    ],
  },
]
