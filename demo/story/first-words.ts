import type { PlanYear } from '../plan-year.ts'
import type { Arc } from './telling.ts'

/** Objective 1.2: a therapy team that loses its people and finds them again; library cards that nobody reports on later. */
export const firstWordsStory = (_: PlanYear): readonly Arc[] => [
  {
    action: '1.2.1',
    by: 'nadia-rahmani',
    chair: 'paul-ferreira',
    told: [
      {
        month: 1,
        progress: 'green',
        impact: 'grey',
        narrative:
          'Two therapists in post and the third accepts her offer this week. Eight settings have a weekly visit in the diary and nursery managers have cleared a room for each.',
      },
      {
        month: 4,
        progress: 'amber',
        impact: 'grey',
        narrative:
          'The third therapist took a post nearer home and the advert drew nobody we could appoint. Two people are covering ten settings, every other week where it should be every week.',
      },
      {
        month: 7,
        progress: 'red',
        impact: 'red',
        narrative:
          'One therapist is off sick and five settings have had no visit for nine weeks. Reviews in those settings show 68% at the expected level, lower than when we began. We have asked the care board for leave to hire at the higher grade.',
        note: 'Thank you for saying it plainly. I am taking this to the Executive as an exception.',
      },
      {
        month: 10,
        days: -9,
        progress: 'green',
        impact: 'amber',
        narrative:
          'Two therapists joined this month at the higher grade and all twelve settings are visited weekly again. Communication reviews are back to 72%. The lost months mean 78% by the year’s end is unlikely.',
      },
    ],
  },
  {
    action: '1.2.4',
    by: 'judith-ellery',
    chair: 'imogen-adeyemi',
    told: [
      {
        month: 2,
        progress: 'green',
        impact: 'grey',
        narrative:
          'Health visitors hand over the card and the books at the first visit; 318 newborns have theirs. The Friday rhyme time now needs two sittings.',
      },
      {
        month: 5,
        progress: 'green',
        impact: 'green',
        narrative:
          'Eight newborns in ten have a card, from 41%. Half of the cards have been used to borrow, mostly by an older brother or sister.',
      },
    ],
  },
  {
    action: '1.2.2',
    by: 'tomasz-wieczorek',
    chair: 'paul-ferreira',
    told: [
      {
        month: 5,
        progress: 'green',
        impact: 'green',
        narrative:
          'Visitors knocked on 190 doors. The commonest reason was not knowing that a parent on a zero hours contract qualifies. Take-up is now 70%.',
      },
    ],
  },
]
