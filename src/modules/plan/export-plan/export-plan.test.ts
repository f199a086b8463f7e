import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { findChainHead } from '../../audit/index.ts'
import { readDocument } from '../../reading/index.ts'
import { aDraftPlan, anAction, anAdoptedPlan, aPart } from '../plan.factory.ts'
import { EXPORT_FORMATS, EXPORT_TYPES } from './write-plan.ts'

describe('a plan is taken out', () => {
  let town: SmallPartnership
  let planId: string
  before(async () => {
    town = await aSmallPartnership()
    const part = aPart({
      ref: '1',
      title: 'Well children',
      why: 'They told us',
      alignedPlans: ['Health strategy, 2014'],
    })
    const actions = [
      anAction({
        ref: '1.10',
        partId: part.id,
        text: '=Open <b>hubs</b> | now',
        dueOn: day('2014-09-30'),
        lead: town.lead.member,
      }),
      anAction({ ref: '1.1', partId: part.id, text: 'Train staff', measure: null }),
    ]
    planId = await anAdoptedPlan(await theHouse(), town.manager.member, {
      title: 'Hub Plan: 2014/15',
      parts: [part],
      actions,
    })
  })

  test('the plan’s page leads to the six formats, each with what it is for', async () => {
    assert.match((await visit(town.viewer, `/plans/${planId}`)).html, new RegExp(`/plans/${planId}/export`))
    const page = await visit(town.viewer, `/plans/${planId}/export`)
    assert.match(wordsOf(page.html), /2 actions and 1 part\b/)
    for (const format of EXPORT_FORMATS) assert.match(page.html, new RegExp(`/plans/${planId}/export/${format}"`))
  })

  test('files that have properties carry where the audit trail stood, so that an end cut off is found out', async () => {
    const { world } = await theHouse()
    const { number, hash } = await inScope(world.db, wholePartnership(town.id), findChainHead)
    assert.ok(number > 0)
    for (const [format, part] of [
      ['docx', 'docProps/core.xml'],
      ['xlsx', 'docProps/core.xml'],
      ['ods', 'meta.xml'],
    ] as const) {
      const { body } = await visit(town.viewer, `/plans/${planId}/export/${format}`)
      const content = Buffer.from(unzipSync(new Uint8Array(body))[part] ?? []).toString()
      assert.ok(content.includes(`${number}:${hash}`), `${format}, ${part}`)
    }
  })

  test('files that have none carry it where their readers expect it: a field, a last line, a row among the facts', async () => {
    const { world } = await theHouse()
    const { number, hash } = await inScope(world.db, wholePartnership(town.id), findChainHead)
    const taken = async (format: string) =>
      (await visit(town.viewer, `/plans/${planId}/export/${format}`)).body.toString().replace(/^\ufeff/, '')
    assert.equal(JSON.parse(await taken('json')).auditTrail, `${number}:${hash}`)
    assert.equal(
      (await taken('md')).trimEnd().split('\n').at(-1),
      `Audit trail when this was taken out: ${number}:${hash}`,
    )
    const rows: string[][] = parseCsv(await taken('csv'))
    const at = rows.findIndex(([row]) => row === 'Audit trail when this was taken out')
    assert.ok(rows[at]?.includes(`${number}:${hash}`))
    assert.ok(at < rows.findIndex(([row]) => row === 'Action'), 'it stands above the plan’s own rows')
    assert.deepEqual(new Set(rows.map((cells) => cells.length)).size, 1, 'every row has the same columns')
  })

  for (const format of EXPORT_FORMATS) {
    test(`as ${format}: a download with a safe name that reads back to the same plan`, async () => {
      const file = await visit(town.viewer, `/plans/${planId}/export/${format}`)
      assert.equal(file.status, 200)
      assert.equal(file.type, EXPORT_TYPES[format])
      assert.match(file.headers['content-disposition'] ?? '', /^attachment; filename/)
      assert.match(file.headers['content-disposition'] ?? '', new RegExp(`Hub Plan 2014-15 as at .*\\.${format}`))
      assert.equal(file.headers['x-content-type-options'], 'nosniff')
      const read = await readDocument({ name: `plan.${format}`, content: new Uint8Array(file.body) })
      assert.ok(read.ok)
      const { title, period, parts, actions } = read.value
      assert.equal(title, 'Hub Plan: 2014/15')
      assert.deepEqual(period, { starts: '2014-04-01', endsBefore: '2015-04-01' })
      assert.deepEqual(
        parts.map((part) => [part.ref, part.title, part.why, part.alignedPlans]),
        [['1', 'Well children', 'They told us', ['Health strategy, 2014']]],
      )
      assert.deepEqual(
        actions.map((action) => [
          action.ref,
          action.text,
          action.measure,
          action.timescale?.due[0]?.on,
          action.leadWords,
        ]),
        [
          ['1.10', '=Open <b>hubs</b> | now', 'Number of hubs open', '2014-09-30', town.lead.member.person.name],
          ['1.1', 'Train staff', null, undefined, null],
        ],
      )
    })
  }

  test('a draft is the manager’s to take out; a format that is none is not found', async () => {
    const { world } = await theHouse()
    const draft = await aDraftPlan(world, town.manager.member)
    assert.match((await visit(town.manager, `/plans/${draft}/review`)).html, new RegExp(`/plans/${draft}/export`))
    assert.equal((await visit(town.manager, `/plans/${draft}/export`)).status, 200)
    assert.equal((await visit(town.viewer, `/plans/${draft}/export`)).status, 404)
    assert.equal((await visit(town.viewer, `/plans/${draft}/export/csv`)).status, 404)
    assert.equal((await visit(town.manager, `/plans/${planId}/export/exe`)).status, 404)
  })
})
