import { newId } from '../../src/platform/ids.ts'
import { type Case, type Records, WHOLE } from './access-cases.ts'

/** The pages of ratings: how they stand, and the scheme they are given by. */
export function ratingCases(of: Records): readonly Case[] {
  const manager = { mayUse: ['manager'] } as const
  return [
    ...['matrix', 'ratings-beside-facts'].flatMap((name) => [
      { route: `GET /plans/:planId/${name}`, url: `/plans/${of.plan}/${name}`, mayUse: WHOLE },
      { route: `GET /plans/:planId/${name}`, url: `/plans/${of.draft}/${name}`, mayUse: [] },
    ]),
    { route: 'GET /plans/:planId/rating-scheme', url: `/plans/${of.plan}/rating-scheme`, ...manager },
    { route: 'GET /plans/:planId/rating-scheme', url: `/plans/${of.draft}/rating-scheme`, ...manager },
    {
      route: 'POST /plans/:planId/rating-scheme',
      url: `/plans/${of.plan}/rating-scheme`,
      fields: { once: newId(), scheme: 'five-colours' },
      ...manager,
    },
    { route: 'GET /rating-schemes/new', url: `/rating-schemes/new?plan=${of.plan}`, ...manager },
    {
      route: 'POST /rating-schemes',
      url: '/rating-schemes',
      fields: { once: newId(), plan: of.plan, step: 'preview' },
      ...manager,
    },
  ]
}
