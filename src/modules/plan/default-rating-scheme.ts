/**
 * The five colours a plan has until its partnership writes its own, worst first. Each has three rules, for three
 * questions a lead is asked: is the work going as planned, do children notice, does the figure reach its target.
 * No letter is kept here: a chip takes its letter from the key.
 */
export const DEFAULT_RATING_SCHEME = {
  name: 'Five colours',
  ratings: [
    {
      key: 'red',
      name: 'Off track',
      processRule: 'Work is undone or late, and nothing agreed yet will put it right.',
      impactRule: 'A difference was due to show by now and has not.',
      performanceRule: 'The target was missed, or will be on present form.',
    },
    {
      key: 'amber',
      name: 'At risk',
      processRule: 'Work has slipped, but there is a way back with a date on it.',
      impactRule: 'It is time to look for a difference; what there is does not prove one.',
      performanceRule: 'The target may be missed narrowly, and something is being done about it.',
    },
    {
      key: 'grey',
      name: 'Not started',
      processRule: 'Work is planned to begin later than this report.',
      impactRule: 'It is too soon for anyone to notice a difference.',
      performanceRule: 'There is no figure to judge yet.',
    },
    {
      key: 'green',
      name: 'On track',
      processRule: 'Work is where the plan says it should be.',
      impactRule: 'A difference for children can be shown with figures or their own words.',
      performanceRule: 'The target is met, or will be by its day on present form.',
    },
    {
      key: 'blue',
      name: 'Complete',
      processRule: 'All the work is done and nothing is left for the plan to follow.',
      impactRule: 'The difference is proved by evidence attached here, and should last.',
      performanceRule: 'The target is met and there is good reason to think it will hold.',
    },
  ],
} as const
