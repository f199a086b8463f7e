import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announcements } from '../src/app.ts'
import { day } from '../src/kernel/day.ts'
import { makeBoardReport } from '../src/modules/governance/index.ts'
import { findMemberByEmail } from '../src/modules/people/index.ts'
import { findPlans } from '../src/modules/plan/index.ts'
import { inScope } from '../src/platform/database/index.ts'
import { setClock, theHouse } from '../test/support/visit-house.ts'
import { seedDemo } from './seed-demo.ts'

test('a past day of the demo shows what was missed and due then, and the demo is made once', async () => {
  const { world, accounts } = await theHouse()
  setClock('2026-11-18')
  const [signIn] = await seedDemo(world, accounts, announcements, () => {})
  const manager = await findMemberByEmail(world, accounts, signIn?.email ?? '')
  assert.ok(manager)
  const [plan, ...others] = await inScope(world.db, manager, findPlans)
  assert.ok(plan)
  assert.equal(others.length, 0)
  const report = await makeBoardReport(world, manager, plan.id, day('2026-06-15'))
  assert.ok(report.ok)
  const { actions, unreported, late, dueNext, progress } = report.value
  assert.equal(actions.length, 42)
  assert.ok(unreported.length > 0, 'some updates were missed by June')
  assert.ok(late.length > 0, 'some actions were past their last day')
  assert.ok(dueNext.length > 10, 'and many were due in the summer')
  assert.ok(progress.notRated > 0 && progress.notRated < 42)

  await seedDemo(world, accounts, announcements, () => {})
  assert.equal((await inScope(world.db, manager, findPlans)).length, 1)
})
