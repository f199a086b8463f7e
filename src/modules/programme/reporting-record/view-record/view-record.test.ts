import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { withPdfFiles, wordsOfPdf } from '../../../../../test/support/pdf-tools.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { PlanId } from '../../../../kernel/id.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'
import { anUpdate, firstPointOf } from '../../programme.factory.ts'

describe('the page of how reporting went', () => {
  let town: SmallPartnership
  let plan: PlanId
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const house = await theHouse()
    const lead = town.lead.member
    const dueOn = day('2014-09-30')
    const made = ['1.1', '1.2', '1.3'].map((ref) => anAction({ ref, dueOn, lead, leadGroupId: town.group }))
    const vacant = anAction({ ref: '1.4', dueOn })
    plan = await anAdoptedPlan(house, town.manager.member, { actions: [...made, vacant] })
    const [first, second] = made
    assert.ok(first && second)
    setClock('2014-09-29')
    await anUpdate(house.world, lead, await firstPointOf(house.world, lead, first.id))
    setClock('2014-10-10')
    const words = { narrative: 'Work is ongoing with partners' }
    await anUpdate(house.world, lead, await firstPointOf(house.world, lead, second.id), words)
  })
  beforeEach(() => setClock())

  test('says what may explain it before it counts, and its counts add up', async () => {
    const words = wordsOf((await visit(town.viewer, `/plans/${plan}/reporting`)).html)
    assert.match(
      words,
      /4 updates fell due: 1 came in time, 1 later, 0 may still come in the days of grace, 2 are not here yet\./,
    )
    assert.match(
      words,
      /What may explain it Of 4 updates: 4 not asked for by Trellis, 1 led by nobody, or by a vacant post\./,
    )
    assert.ok(words.indexOf('What may explain it') < words.indexOf('By lead group'))
  })

  test('by lead group and by what is not here, with a middle only where enough answered', async () => {
    const { html } = await visit(town.viewer, `/plans/${plan}/reporting`)
    assert.deepEqual(rowsOn(html, 'By lead group'), [
      ['Early help group', '3', '1', '1', '0', '1', 'Too few to say'],
      ['No lead group', '1', '0', '0', '0', '1', 'Too few to say'],
    ])
    assert.deepEqual(
      rowsOn(html, 'Updates not here yet').map(([ref]) => ref),
      ['1.3', '1.4'],
    )
    assert.doesNotMatch(wordsOf(html), /Lena Lead/)
  })

  test('what one could ask of the words shows the phrase, and blames nobody', async () => {
    const words = wordsOf((await visit(town.viewer, `/plans/${plan}/reporting`)).html)
    assert.match(
      words,
      /These are questions, not faults\..*1\.2 What was done, and how can one tell\? It says: “Work is ongoing”/,
    )
  })

  test('the paper says what the page says, in its order, and names nobody', async () => {
    const pdf = await visit(town.viewer, `/plans/${plan}/reporting.pdf`)
    assert.equal(pdf.type, 'application/pdf')
    await withPdfFiles({ record: pdf.body }, async (pathOf) => {
      const words = (await wordsOfPdf(pathOf('record'))).replaceAll(/\s+/g, ' ')
      for (const said of [
        '4 updates fell due: 1 came in time, 1 later',
        'Of 4 updates: 4 not asked for by Trellis, 1 led by nobody, or by a vacant post.',
        'Not here yet: 2 of 4',
        'These are questions, not faults.',
      ]) {
        assert.ok(words.includes(said), `the paper does not say: ${said}`)
      }
      assert.ok(words.indexOf('What may explain it') < words.indexOf('By lead group'))
      assert.doesNotMatch(words, /Lena Lead/)
    })
  })

  test('somebody of another partnership finds nothing', async () => {
    const other = await aSmallPartnership()
    assert.equal((await visit(other.manager, `/plans/${plan}/reporting`)).status, 404)
  })
})
