import type { RatingRule } from './rating-scheme.ts'

/**
 * The five colours a plan has until its partnership writes its own, worst first. Each has three rules, for three
 * questions a lead is asked: is the work going as planned, do children notice, does the figure reach its target.
 */
export const DEFAULT_RATING_SCHEME: { readonly name: string; readonly ratings: readonly RatingRule[] } = {
  name: 'Five colours',
  ratings: [
    {
      key: 'red',
      name: 'Off track',
      letter: 'R',
      shape: 'diamond',
      meaning: 'off-track',
      needsEvidence: false,
      recoveryFor: 'either',
      processRule: 'Work is undone or late, and nothing agreed yet will put it right.',
      impactRule: 'A difference was due to show by now and has not.',
      performanceRule: 'The target was missed, or will be on present form.',
    },
    {
      key: 'amber',
      name: 'At risk',
      letter: 'A',
      shape: 'triangle',
      meaning: 'at-risk',
      needsEvidence: false,
      recoveryFor: 'progress',
      processRule: 'Work has slipped, but there is a way back with a date on it.',
      impactRule: 'It is time to look for a difference; what there is does not prove one.',
      performanceRule: 'The target may be missed narrowly, and something is being done about it.',
    },
    {
      key: 'grey',
      name: 'Not started',
      letter: 'N',
      shape: 'ring',
      meaning: 'not-due',
      needsEvidence: false,
      recoveryFor: 'none',
      processRule: 'Work is planned to begin later than this report.',
      impactRule: 'It is too soon for anyone to notice a difference.',
      performanceRule: 'There is no figure to judge yet.',
    },
    {
      key: 'green',
      name: 'On track',
      letter: 'G',
      shape: 'circle',
      meaning: 'on-track',
      needsEvidence: false,
      recoveryFor: 'none',
      processRule: 'Work is where the plan says it should be.',
      impactRule: 'A difference for children can be shown with figures or their own words.',
      performanceRule: 'The target is met, or will be by its day on present form.',
    },
    {
      key: 'blue',
      name: 'Complete',
      letter: 'B',
      shape: 'square',
      meaning: 'complete',
      needsEvidence: true,
      recoveryFor: 'none',
      processRule: 'All the work is done and nothing is left for the plan to follow.',
      impactRule: 'The difference is proved by evidence attached here, and should last.',
      performanceRule: 'The target is met and there is good reason to think it will hold.',
    },
  ],
}
