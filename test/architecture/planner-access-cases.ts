import { newId } from '../../src/platform/ids.ts'
import { type Case, EVERYONE, type Records } from './access-cases.ts'

const WHOLE = ['viewer', 'chair', 'manager'] as const

/** The pages of the year planner and what belongs to it, and updates by spreadsheet. */
export function plannerCases(of: Records): readonly Case[] {
  const once = newId()
  const step = { name: 'Train staff', dueOn: '2015-01-31', who: '' }
  return [
    { route: 'GET /updates/spreadsheet', url: '/updates/spreadsheet', mayUse: ['lead', 'manager'] },
    {
      route: 'GET /updates/spreadsheet/requests',
      url: '/updates/spreadsheet/requests?whose=all',
      mayUse: ['lead', 'manager'],
    },
    ...['', '/answers'].map((step) => ({
      route: `POST /updates/spreadsheet${step}`,
      url: `/updates/spreadsheet${step}`,
      fields: { once },
      mayUse: ['lead', 'manager'] as const,
    })),
    { route: 'GET /actions/:actionId/steps', url: `/actions/${of.action}/steps`, mayUse: EVERYONE },
    {
      route: 'POST /actions/:actionId/steps',
      url: `/actions/${of.action}/steps`,
      fields: { once, ...step },
      mayUse: ['lead', 'manager'],
    },
    ...['', '/done', '/undo', '/removal'].map((tail) => ({
      route: `POST /actions/:actionId/steps/:stepId${tail}`,
      url: `/actions/${of.action}/steps/${of.step}${tail}`,
      fields: { once, ...step, version: '1' },
      mayUse: ['lead', 'manager'] as const,
    })),
    {
      route: 'POST /actions/:actionId/waits',
      url: `/actions/${of.action}/waits`,
      fields: { once, on: `action:${of.action}` },
      mayUse: ['manager'],
    },
    {
      route: 'POST /actions/:actionId/waits/refusals',
      url: `/actions/${of.action}/waits/refusals`,
      fields: { once, onAction: of.action },
      mayUse: ['manager'],
    },
    {
      route: 'POST /actions/:actionId/waits/:waitId/end',
      url: `/actions/${of.action}/waits/${newId()}/end`,
      fields: { once },
      mayUse: [],
    },
    { route: 'GET /plans/:planId/chains', url: `/plans/${of.plan}/chains`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/chains', url: `/plans/${of.draft}/chains`, mayUse: [] },
    { route: 'GET /plans/:planId/chains/:file', url: `/plans/${of.plan}/chains/steps.csv`, mayUse: WHOLE },
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
