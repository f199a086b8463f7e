import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { ComparisonId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../../platform/world.ts'
import { findChanges } from '../../audit/index.ts'
import { aDraftPlan, anAction, anAdoptedPlan } from '../plan.factory.ts'
import { type AskComparison, askComparison } from './ask-comparison/ask-comparison.ts'
import { aComparison, aReportFile } from './comparison.factory.ts'
import { runComparison } from './run-comparison.ts'

describe('a plan in force compared with a draft', () => {
  let town: SmallPartnership
  let world: World
  let planId: PlanId
  let draftId: PlanId
  before(async () => {
    town = await aSmallPartnership()
    const house = await theHouse()
    world = house.world
    const { member } = town.manager
    planId = await anAdoptedPlan(house, member, { title: 'Plan in force', actions: [anAction({ text: 'Open a hub' })] })
    const actions = [anAction({ text: 'Close the hub in secret' })]
    draftId = await aDraftPlan(world, member, { title: 'Plan not yet agreed', actions })
  })

  const compare = async (earlier: AskComparison['earlier'], otherPlanId: PlanId): Promise<ComparisonId> => {
    const asked = await askComparison(world, town.manager.member, {
      earlier,
      file: null,
      otherPlanId,
      formKey: newId(),
    })
    assert.ok(asked.ok)
    await runComparison(world, town.manager.member, asked.value)
    return asked.value
  }

  test('is the manager’s alone, and so is one that goes on from it', async () => {
    const withDraft = await compare({ planId }, draftId)
    const onwards = await compare({ comparisonId: withDraft }, await anotherPlan())
    for (const id of [withDraft, onwards]) {
      for (const path of ['', '/progress', '/promises']) {
        assert.equal((await visit(town.manager, `/comparisons/${id}${path}`)).status, 200)
        for (const who of [town.viewer, town.lead, town.chair]) {
          const { status, html } = await visit(who, `/comparisons/${id}${path}`)
          assert.equal(status, 404)
          assert.equal(html, (await visit(who, `/comparisons/${newId()}${path}`)).html)
        }
      }
    }
  })

  test('is not named in a list either', async () => {
    await compare({ planId }, draftId)
    const rows = [{ text: 'Open a hub', said: 'Carried forward to the 2015/16 plan' }]
    const report = await aComparison(world, town.manager.member, planId, aReportFile(rows))
    await compare({ comparisonId: report }, draftId)
    for (const url of [`/plans/${planId}/comparisons`, `/comparisons/${report}/promises`]) {
      assert.match(wordsOf((await visit(town.manager, url)).html), /Plan not yet agreed/)
      const { status, html } = await visit(town.viewer, url)
      assert.equal(status, 200)
      assert.doesNotMatch(html, /not yet agreed/)
    }
  })

  test('is everybody’s once the draft is adopted', async () => {
    const other = await anotherPlan()
    const id = await compare({ planId }, other)
    assert.equal((await visit(town.viewer, `/comparisons/${id}`)).status, 200)
  })

  test('a comparison whose worker died is not run in the name of somebody who only looks', async () => {
    const asked = await askComparison(world, town.manager.member, {
      earlier: { planId },
      file: aReportFile([{ text: 'Open a hub' }]),
      otherPlanId: null,
      formKey: newId(),
    })
    assert.ok(asked.ok)
    const later = world.now().add({ hours: 1 })
    setClock(later.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).toString())
    assert.equal((await visit(town.viewer, `/comparisons/${asked.value}`)).status, 200)
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [asked.value], 20))
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['asked to compare two documents'],
    )
  })

  async function anotherPlan(): Promise<PlanId> {
    const actions = [anAction({ text: 'Plant a garden' })]
    return anAdoptedPlan(await theHouse(), town.manager.member, { title: 'Another plan in force', actions })
  }
})
