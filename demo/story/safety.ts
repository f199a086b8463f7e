import type { PlanYear } from '../plan-year.ts'
import { schoolNotices } from './evidence.ts'
import type { Arc } from './telling.ts'

/** Aim 3: work on harm told with care, and a workforce action that falls silent when it goes badly. */
export const safetyStory = (_: PlanYear): readonly Arc[] => [
  {
    action: '3.1.1',
    by: 'yusuf-demir',
    chair: 'callum-strachan',
    told: [
      {
        month: 2,
        progress: 'green',
        impact: 'grey',
        narrative:
          'The meeting has run every Tuesday since the second week, with health, police, schools and housing at each. The first audit of thirty cases is next quarter.',
      },
      {
        month: 5,
        days: -8,
        progress: 'green',
        impact: 'amber',
        narrative:
          'In the audit of thirty cases 77% had a plan within five working days. The late ones include 3 girls from one Year 9 class who were all first noticed at the vape shop on Lock Street.',
        chairDays: 1,
        sentBack:
          'Please take out the small number and the place. Anyone who knows that class would know these children. Say what made those plans late, which is what the group needs.',
      },
      {
        month: 5,
        days: -5,
        progress: 'green',
        impact: 'amber',
        narrative:
          'In the audit of thirty cases 77% had a plan within five working days, up from 62%. Plans were late when the first worry came from a shop or a bus driver and not from a partner, because nobody knew where to send it. There is now one number for both.',
        chairDays: 2,
        note: 'Thank you. This says more with less.',
      },
      {
        month: 8,
        progress: 'green',
        impact: 'green',
        narrative:
          'The second audit found 88% with a plan in five working days. Parents were in the room for more than half of the first meetings; a year ago it was hardly any.',
      },
    ],
  },
  {
    action: '3.1.3',
    by: 'tess-wyatt',
    chair: 'callum-strachan',
    told: [
      {
        month: 7,
        progress: 'green',
        impact: 'green',
        narrative:
          'Sixty-four young people walked nine routes with us. Twenty-three lamps are mended, the 52 runs half an hour later and the kiosk at the bus station has become a staffed safe place. The score is 3.8 out of 5, from 3.1.',
        note: 'Please keep asking them: a score is easier won than kept.',
      },
    ],
  },
  {
    action: '3.2.1',
    by: 'anjali-thevar',
    chair: 'callum-strachan',
    told: [
      {
        month: 4,
        progress: 'amber',
        impact: 'green',
        narrative:
          '31 children have finished a group. Parents report better sleep for 24 of them. We are short of a room that feels like a home, so the second site began six weeks late.',
      },
      {
        month: 10,
        days: -7,
        progress: 'green',
        impact: 'green',
        narrative:
          '73 children have finished and two more groups end next month. 79% of parents see better sleep or better school days. The children drew what they would like a home to have; doors that lock on the inside come up again and again.',
        chairDays: 30,
      },
    ],
  },
  {
    action: '3.2.2',
    by: 'tess-wyatt',
    chair: 'callum-strachan',
    told: [
      {
        month: 2,
        progress: 'blue',
        impact: 'green',
        narrative:
          '96.4% of notices reached school by 8.45 over the quarter, for 412 nights. Two heads have told us what it changes: a quiet breakfast, a word at the gate, no detention for the missing homework.',
        evidence: schoolNotices,
      },
    ],
  },
  {
    action: '3.3.1',
    by: 'patience-mutasa',
    chair: 'callum-strachan',
    told: [
      {
        month: 2,
        progress: 'amber',
        impact: 'grey',
        narrative:
          'Eighteen people joined the academy and the average caseload is 20. Agency workers still hold 27% of posts because four experienced workers left in one month for a better paid neighbour.',
      },
      {
        month: 5,
        days: 13,
        progress: 'amber',
        impact: 'red',
        narrative:
          'Protected caseloads for new workers are holding, and it is the rest of the team who carry them: their average is 24. Families in our survey had met three social workers in a year.',
        note: 'I am worried by this. Bring a plan to the next meeting, with what you need from partners.',
      },
    ],
  },
]
