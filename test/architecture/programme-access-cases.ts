import assert from 'node:assert/strict'
import { day } from '../../src/kernel/day.ts'
import type { PlanId, ReportingPointId, StepId, UpdateLinkId } from '../../src/kernel/id.ts'
import type { Member } from '../../src/modules/people/index.ts'
import {
  type BodyMeeting,
  type ClosedPeriod,
  findCalendar,
} from '../../src/modules/programme/asking/keep-calendar/calendar-entry.store.ts'
import { addMeeting, closeDays } from '../../src/modules/programme/asking/keep-calendar/keep-calendar.ts'
import { findPoint } from '../../src/modules/programme/points/point.store.ts'
import { addStep } from '../../src/modules/programme/waiting/keep-steps/keep-steps.ts'
import { findSteps } from '../../src/modules/programme/waiting/step.store.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { World } from '../../src/platform/world.ts'
import type { SmallPartnership } from '../support/partnership.ts'
import { aLink, lastLinkId } from '../support/update-link.ts'
import { type Case, EVERYONE, type Records } from './access-cases.ts'
import { plannerCases } from './planner-access-cases.ts'
import { ratingCases } from './rating-access-cases.ts'
import { type PeriodRecords as OfPeriods, reportCases, somePeriods } from './report-access-cases.ts'

/** Two reporting periods, and a step of the action that is asked about. */
export type PeriodRecords = OfPeriods & { readonly step: StepId }

/** The pages of asking: how a plan asks, and the calendar that moves it. */
export function programmeCases(of: Records): readonly Case[] {
  const once = newId()
  const rules = { askAhead: '28', graceDays: '5', chairAfter: '7', managerAfter: '14', closesAfter: '28' }
  const manager = { mayUse: ['manager'] } as const
  return [
    ...plannerCases(of),
    ...reportCases(of),
    ...ratingCases(of),
    { route: 'GET /plans/:planId/asking', url: `/plans/${of.plan}/asking`, ...manager },
    { route: 'GET /plans/:planId/asking', url: `/plans/${of.draft}/asking`, mayUse: [] },
    {
      route: 'POST /plans/:planId/asking',
      url: `/plans/${of.plan}/asking`,
      fields: { once, ...rules, remindAhead: '7', rhythm: 'quarterly' },
      ...manager,
    },
    { route: 'GET /plans/:planId/year-end', url: `/plans/${of.plan}/year-end`, mayUse: EVERYONE },
    { route: 'GET /plans/:planId/year-end', url: `/plans/${of.draft}/year-end`, mayUse: [] },
    ...['proposals', 'next', 'closing', 'reopening'].map((step) => ({
      route: `POST /plans/:planId/year-end/${step}`,
      url: `/plans/${of.plan}/year-end/${step}`,
      fields: { once, because: 'An update came late' },
      ...manager,
    })),
    { route: 'GET /actions/:actionId/ending', url: `/actions/${of.action}/ending`, mayUse: EVERYONE },
    ...['', '/undo', '/acceptance'].map((step) => ({
      route: `POST /actions/:actionId/ending${step}`,
      url: `/actions/${of.action}/ending${step}`,
      fields: { once, kind: 'transferred', reason: 'It is theirs', takenBy: 'The trust', words: 'By letter' },
      ...manager,
    })),
    {
      route: 'POST /plans/:planId/asking/links/:linkId',
      url: `/plans/${of.plan}/asking/links/${of.link}`,
      fields: { once, step: 'send-anew' },
      ...manager,
    },
    ...[
      { path: '/plans/:planId/add-action', url: `/plans/${of.plan}/add-action` },
      { path: '/actions/:actionId/split-off', url: `/actions/${of.action}/split-off` },
    ].flatMap(({ path, url }) => [
      { route: `GET ${path}`, url, ...manager },
      {
        route: `POST ${path}`,
        url,
        fields: { once: newId(), text: 'Ring each family that waits', because: 'Agreed by the board' },
        ...manager,
      },
    ]),
    { route: 'GET /calendar', url: '/calendar', ...manager },
    {
      route: 'POST /calendar/meetings',
      url: '/calendar/meetings',
      fields: { once, body: of.group, on: '2015-01-20', papersOn: '2015-01-13' },
      ...manager,
    },
    {
      route: 'POST /calendar/closed-days',
      url: '/calendar/closed-days',
      fields: { once, name: 'Training', starts: '2015-01-20', ends: '' },
      ...manager,
    },
    {
      route: 'POST /calendar/meetings/:entryId/removal',
      url: `/calendar/meetings/${of.meeting}/removal`,
      fields: { once },
      ...manager,
    },
    {
      route: 'POST /calendar/closed-days/:entryId/removal',
      url: `/calendar/closed-days/${of.closing}/removal`,
      fields: { once },
      ...manager,
    },
  ]
}

/** A meeting and closed days in the town's calendar, two reporting periods of a plan, and a link by which its lead may write an update. */
export async function someCalendar(
  world: World,
  town: SmallPartnership,
  { asked, plan }: { readonly asked: ReportingPointId; readonly plan: PlanId },
): Promise<
  {
    readonly meeting: BodyMeeting['id']
    readonly closing: ClosedPeriod['id']
    readonly link: UpdateLinkId
  } & PeriodRecords
> {
  const { manager, group } = town
  const by = manager.member
  const meeting = { body: group, on: '2014-12-16', papersOn: '2014-12-09', formKey: newId() }
  assert.ok((await addMeeting(world, by, meeting)).ok)
  const closing = { name: 'Christmas', starts: '2014-12-24', ends: '2015-01-02', formKey: newId() }
  assert.ok((await closeDays(world, by, closing)).ok)
  const { meetings, closed } = await inScope(world.db, by, (tx) => findCalendar(tx, day('2014-10-01')))
  assert.ok(meetings[0] && closed[0])
  await aLink(town, asked)
  const link = await inScope(world.db, wholePartnership(town.id), lastLinkId)
  return {
    meeting: meetings[0].id,
    closing: closed[0].id,
    link,
    ...(await somePeriods(world, town, plan)),
    step: await aStep(world, by, asked),
  }
}

async function aStep(world: World, by: Member, asked: ReportingPointId): Promise<StepId> {
  const point = await inScope(world.db, by, (tx) => findPoint(tx, asked))
  assert.ok(point)
  const typed = { name: 'Find a room', dueOn: '2015-01-20', who: '' }
  assert.ok((await addStep(world, by, { actionId: point.actionId, typed, formKey: newId() })).ok)
  const [step] = await inScope(world.db, by, (tx) => findSteps(tx, { actionId: point.actionId }, world.now()))
  assert.ok(step)
  return step.id
}
