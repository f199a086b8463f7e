import { newId } from '../../src/platform/ids.ts'
import { type Case, EVERYONE, type Records } from './access-cases.ts'

/** The pages of the year planner, and what belongs to it. */
export function plannerCases(of: Records): readonly Case[] {
  return [
    { route: 'GET /plans/:planId/planner', url: `/plans/${of.plan}/planner`, mayUse: EVERYONE },
    { route: 'GET /plans/:planId/planner', url: `/plans/${of.draft}/planner`, mayUse: [] },
    { route: 'GET /bodies/:bodyId/forward-plan', url: `/bodies/${of.group}/forward-plan`, mayUse: EVERYONE },
    { route: 'GET /plans/:planId/calendar.ics', url: `/plans/${of.plan}/calendar.ics`, mayUse: EVERYONE },
    { route: 'GET /plans/:planId/calendar.ics', url: `/plans/${of.draft}/calendar.ics`, mayUse: [] },
    { route: 'GET /bodies/:bodyId/calendar.ics', url: `/bodies/${of.group}/calendar.ics`, mayUse: EVERYONE },
    { route: 'GET /calendar-feeds/own.ics', url: '/calendar-feeds/own.ics', mayUse: EVERYONE },
    { route: 'GET /calendar-feeds', url: '/calendar-feeds', mayUse: EVERYONE },
    { route: 'POST /calendar-feeds', url: '/calendar-feeds', fields: { once: newId(), of: 'own' }, mayUse: EVERYONE },
    ...['renewal', 'revocation'].map((step) => ({
      route: `POST /calendar-feeds/:feedId/${step}`,
      url: `/calendar-feeds/${newId()}/${step}`,
      fields: { once: newId() },
      // An address is its owner's alone, so that of none of them.
      mayUse: [],
    })),
  ]
}
