import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../../test/support/visit-words.ts'
import type { ComparisonId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import type { World } from '../../../../platform/world.ts'
import { findChanges } from '../../../audit/index.ts'
import { anAction, anAdoptedPlan } from '../../plan.factory.ts'
import { aComparison, aReportFile } from '../comparison.factory.ts'
import { findPairCorrections } from '../pair-correction.store.ts'

const ACTIONS = ['Open a toy library', 'Train foster carers', 'Review speech clinics', 'Publish a sleep guide']
const REPORT = ['Train foster carers', 'Open a toy library', 'Review speech clinics', 'Paint the youth centre']

describe('a pair corrected by a person', () => {
  let town: SmallPartnership
  let world: World
  let comparison: ComparisonId
  before(async () => {
    town = await aSmallPartnership()
    const house = await theHouse()
    world = house.world
    const actions = ACTIONS.map((text, at) => anAction({ ref: `1.${at + 1}`, text }))
    const planId = await anAdoptedPlan(house, town.manager.member, { actions })
    const rows = REPORT.map((text, at) => ({ ref: `3.${at + 1}`, text, said: 'Completed' }))
    comparison = await aComparison(world, town.manager.member, planId, aReportFile(rows))
  })

  const page = async (query: string) => (await visit(town.manager, `/comparisons/${comparison}${query}`)).html
  const rowIds = async () => {
    const html = await page('?show=report-only')
    const reportRow = /pair\?report=([^"&]+)/.exec(html)?.[1] ?? ''
    const planRow = /pair\?plan=([^"&]+)/.exec(await page('?show=plan-only'))?.[1] ?? ''
    return { planRow, reportRow }
  }
  const corrections = () => inScope(world.db, wholePartnership(town.id), (tx) => findPairCorrections(tx, comparison))

  test('pairing two rows is recorded with who and when, counts at once, and can be taken back', async () => {
    const { planRow, reportRow } = await rowIds()
    const form = await visit(town.manager, `/comparisons/${comparison}/pair?plan=${planRow}`)
    assert.match(wordsOf(form.html), /Now in the plan alone/)
    const once = newId()
    const fields = { once, kind: 'pair', plan: planRow, report: reportRow }
    const shown = await sendAndFollow(town.manager, `/comparisons/${comparison}/corrections`, fields)
    await sendAndFollow(town.manager, `/comparisons/${comparison}/corrections`, fields)
    assert.match(wordsOf(shown.html), /The two rows are paired/)
    assert.match(wordsOf(shown.html), /0 of 4 rows only in the plan/)
    assert.match(wordsOf(shown.html), /Paired by Mina Manager on 15 October 2014/)
    const made = await corrections()
    assert.equal(made.length, 1)
    assert.deepEqual(
      (await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [comparison], 1)))
        .map(({ what }) => what)
        .slice(0, 1),
      ['paired two rows of a comparison'],
    )

    const undone = await sendAndFollow(town.manager, `/comparisons/${comparison}/corrections/${made[0]?.id}/undo`, {})
    assert.match(wordsOf(undone.html), /1 of 4 rows only in the plan/)
    assert.match(wordsOf(undone.html), /Taken back Mina Manager/)
    assert.equal((await corrections())[0]?.undone?.by, 'Mina Manager')
  })

  test('unpairing leaves each row in its own document', async () => {
    const html = await page('?search=toy')
    const [, planRow = '', reportRow = ''] = /pair\?plan=([^"&]+)&amp;report=([^"&]+)/.exec(html) ?? []
    const fields = { once: newId(), kind: 'unpair', plan: planRow, report: reportRow }
    const shown = await sendAndFollow(town.manager, `/comparisons/${comparison}/corrections`, fields)
    assert.match(wordsOf(shown.html), /2 of 4 rows only in the plan/)
    const again = await send(town.manager, `/comparisons/${comparison}/corrections`, { ...fields, once: newId() })
    assert.equal(again.status, 422)
    assert.match(wordsOf(again.html), /stand so already/)
  })

  test('no row chosen is said beside the field', async () => {
    const { planRow } = await rowIds()
    const fields = { once: newId(), kind: 'pair', plan: planRow, report: '' }
    const refused = await send(town.manager, `/comparisons/${comparison}/corrections`, fields)
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /Choose the row that it is paired with/)
  })
})
