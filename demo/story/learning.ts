import type { PlanYear } from '../plan-year.ts'
import { attendanceTable, pathwayMinutes } from './evidence.ts'
import type { Arc } from './telling.ts'

/** Aim 2, for everyone: attendance that mends slowly, and a completion claimed before it could be shown. */
export const learningStory = ({ quarter }: PlanYear): readonly Arc[] => [
  {
    action: '2.1.1',
    by: 'helena-brandt',
    chair: 'siobhan-keady',
    told: [
      {
        month: 2,
        progress: 'green',
        impact: 'grey',
        narrative:
          'All eleven secondary schools are in threes and each has swapped plans. The frankest talk was about corridors: pupils avoid two of the schools at changeover, not at lessons.',
      },
      {
        month: 5,
        progress: 'amber',
        impact: 'amber',
        narrative:
          'Nine plans are tested; two schools changed their head and have paused. Persistent absence in Years 9 to 11 is 27.0%, which is no real change.',
      },
      {
        month: 8,
        progress: 'green',
        impact: 'amber',
        narrative:
          'All eleven plans are in use. Absence is down to 25.1% and the fall is largest where a breakfast room opened. We are behind the line that leads to 23%.',
        evidence: attendanceTable,
      },
    ],
  },
  {
    action: '2.1.2',
    by: 'dev-chaudhary',
    chair: 'siobhan-keady',
    told: [
      {
        month: quarter.dueMonth,
        progress: 'green',
        impact: 'green',
        narrative:
          'Twenty-six of thirty-one primary schools have drawn on the fund, most often for a familiar adult at lunch. 88 suspensions so far this year against 131 at the same point last year.',
        note: 'Could the next report say which schools have not used it, and why?',
      },
    ],
  },
  {
    action: '2.1.3',
    by: 'dev-chaudhary',
    chair: 'siobhan-keady',
    told: [
      {
        month: 2,
        progress: 'grey',
        impact: 'grey',
        narrative:
          'No visit has been made: the young inspectors finish their training next month and we agreed not to go without them. The first four visits are booked.',
      },
      {
        month: 9,
        progress: 'amber',
        impact: 'green',
        narrative:
          'Fourteen of eighteen visits are done. Young inspectors judged seven providers good; their remark that one had nowhere to eat but the car led to a new lease. Four second visits remain.',
        chairDays: 9,
      },
    ],
  },
  {
    action: '2.1.4',
    by: 'leila-farrokh',
    chair: 'siobhan-keady',
    told: [
      {
        month: 6,
        days: -18,
        progress: 'blue',
        impact: 'green',
        narrative: 'The pathway is agreed by everyone and working well. This action is complete.',
        chairDays: 4,
        sentBack:
          'I am glad to hear it. Before I accept a completion I need to see the published pathway and the days between discharge and first lesson. Could you attach both?',
      },
      {
        month: 6,
        days: -3,
        progress: 'blue',
        impact: 'green',
        narrative:
          'Fair question. The pathway has been on the hospital’s and the council’s pages since the 12th; minutes attached. On the trial wards the median gap was 8 days over the last quarter, down from 34, and it was under 10 in each of the three months.',
        evidence: pathwayMinutes,
        note: 'Accepted, with thanks to the ward teachers.',
      },
    ],
  },
  {
    action: '2.3.1',
    by: 'kofi-amankwah',
    chair: 'siobhan-keady',
    told: [
      {
        month: 9,
        progress: 'green',
        impact: 'green',
        narrative:
          'Twenty-two interns are at work and the port has asked for more next year. Eleven have already been offered paid hours. Two places are open at the council and will be filled by interview this month.',
      },
    ],
  },
  {
    action: '2.3.2',
    by: 'kofi-amankwah',
    chair: 'siobhan-keady',
    told: [
      {
        month: 4,
        progress: 'green',
        impact: 'grey',
        narrative:
          '72 mentors are trained and matched. The first pairs have met twice. We shall not know where pupils go until they leave, so the impact is left open.',
      },
      {
        month: 9,
        days: 16,
        progress: 'green',
        impact: 'amber',
        narrative:
          'Young people out of education and work at 16 and 17 are 5.4%, from 6.1%. Mentored pupils did better than that, but the pupils who agreed to a mentor may be the ones who would have managed anyway.',
        chairDays: 40,
      },
    ],
  },
]
