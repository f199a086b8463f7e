import assert from 'node:assert/strict'
import type { PlanId, ReportingPeriodId } from '../../src/kernel/id.ts'
import { closePeriod } from '../../src/modules/programme/periods/close-period/close-period.ts'
import { makePeriods } from '../../src/modules/programme/periods/make-periods/make-periods.ts'
import { findPeriods } from '../../src/modules/programme/periods/period.store.ts'
import { inScope } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { World } from '../../src/platform/world.ts'
import type { SmallPartnership } from '../support/partnership.ts'
import { type Case, type Records, WHOLE } from './access-cases.ts'

/** The pages that look back over a plan: its reporting periods. */
export function reportCases(of: Records): readonly Case[] {
  const once = newId()
  const manager = { mayUse: ['manager'] } as const
  const url = '/plans/:planId/periods'
  const [open, closed] = [`/plans/${of.plan}/periods/${of.period}`, `/plans/${of.plan}/periods/${of.closedPeriod}`]
  return [
    { route: `GET ${url}`, url: `/plans/${of.plan}/periods`, mayUse: WHOLE },
    { route: `GET ${url}`, url: `/plans/${of.draft}/periods`, mayUse: [] },
    {
      route: `POST ${url}`,
      url: `/plans/${of.plan}/periods`,
      fields: { once, by: 'own', name: newId(), starts: '2014-04-01', ends: '2014-06-30', asAt: '' },
      ...manager,
    },
    { route: 'GET /plans/:planId/reporting', url: `/plans/${of.plan}/reporting`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/reporting', url: `/plans/${of.draft}/reporting`, mayUse: [] },
    { route: 'GET /plans/:planId/reporting.pdf', url: `/plans/${of.plan}/reporting.pdf`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/movement', url: `/plans/${of.plan}/movement`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/movement', url: `/plans/${of.draft}/movement`, mayUse: [] },
    { route: 'GET /plans/:planId/movement/:format', url: `/plans/${of.plan}/movement/csv`, mayUse: WHOLE },
    { route: `GET ${url}/:periodId`, url: open, mayUse: WHOLE },
    { route: `GET ${url}/:periodId`, url: closed, mayUse: WHOLE },
    { route: `GET ${url}/:periodId`, url: `/plans/${of.draft}/periods/${of.period}`, mayUse: [] },
    { route: `GET ${url}/:periodId/rows/:format`, url: `${closed}/rows/csv`, mayUse: WHOLE },
    { route: `POST ${url}/:periodId/closing`, url: `${open}/closing`, fields: { once }, ...manager },
    { route: `POST ${url}/:periodId/removal`, url: `${open}/removal`, fields: { once }, ...manager },
    {
      route: `POST ${url}/:periodId/reopening`,
      url: `${closed}/reopening`,
      fields: { once, because: 'An update came late' },
      ...manager,
    },
    {
      route: 'GET /plans/:planId/board-report',
      url: `/plans/${of.plan}/board-report?period=${of.closedPeriod}`,
      mayUse: WHOLE,
    },
  ]
}

export type PeriodRecords = { readonly period: ReportingPeriodId; readonly closedPeriod: ReportingPeriodId }

/** Two periods of a plan, of which the second is closed. */
export async function somePeriods(world: World, { manager }: SmallPartnership, planId: PlanId): Promise<PeriodRecords> {
  const by = manager.member
  for (const name of ['First half', 'First half, closed']) {
    const typed = { name, starts: '2014-04-01', ends: '2014-09-30', asAt: '2014-10-05' }
    assert.ok((await makePeriods(world, by, { planId, wanted: { typed }, formKey: newId() })).ok)
  }
  const periods = await inScope(world.db, by, (tx) => findPeriods(tx, planId))
  const idOf = (wanted: string) => periods.find(({ name }) => name === wanted)?.id
  const [period, closedPeriod] = [idOf('First half'), idOf('First half, closed')]
  assert.ok(period && closedPeriod)
  assert.ok((await closePeriod(world, by, { planId, periodId: closedPeriod, formKey: newId() })).ok)
  return { period, closedPeriod }
}
