import { type Case, EVERYONE, type Records } from './access-cases.ts'

/** The pages of the year planner, and what belongs to it. */
export function plannerCases(of: Records): readonly Case[] {
  return [
    { route: 'GET /plans/:planId/planner', url: `/plans/${of.plan}/planner`, mayUse: EVERYONE },
    { route: 'GET /plans/:planId/planner', url: `/plans/${of.draft}/planner`, mayUse: [] },
    { route: 'GET /bodies/:bodyId/forward-plan', url: `/bodies/${of.group}/forward-plan`, mayUse: EVERYONE },
  ]
}
