import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { ReadingId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../../platform/world.ts'
import { findChanges } from '../../audit/index.ts'
import { isLost } from '../background/background.ts'
import { saveProgress } from '../background/work.store.ts'
import { findPlans } from '../plan.store.ts'
import { claimReading, findReading } from '../reading.store.ts'
import { runReading } from './run-reading.ts'
import { uploadDocument } from './upload-document.ts'

const PLAN = '# Plan for Testing\n\n| Ref | Action | Timescale |\n|---|---|---|\n| 1.1 | Open a hub | June 2014 |\n'

describe('keeping what was read', () => {
  let town: SmallPartnership
  let world: World
  before(async () => {
    town = await aSmallPartnership()
    world = (await theHouse()).world
  })

  const anUpload = async (): Promise<ReadingId> => {
    const file = { name: 'plan.md', type: 'text/markdown', content: new TextEncoder().encode(`${PLAN}\n${newId()}\n`) }
    const uploaded = await uploadDocument(world, town.manager.member, { file, formKey: newId() })
    assert.ok(uploaded.ok)
    return uploaded.value
  }
  const find = (id: ReadingId) => inScope(world.db, wholePartnership(town.id), (tx) => findReading(tx, id))
  const countPlans = async () => (await inScope(world.db, wholePartnership(town.id), findPlans)).length

  test('two who read one document, the first being taken for lost, make one plan', async () => {
    const [id, had] = [await anUpload(), await countPlans()]
    const first = runReading(world, town.manager.member, id)
    while ((await find(id))?.stage === 'Waiting to be read') await new Promise((wake) => setTimeout(wake, 5))
    const anHourOn: World = { ...world, now: () => world.now().add({ hours: 1 }) }
    await Promise.all([first, runReading(anHourOn, town.manager.member, id)])
    assert.equal(await countPlans(), had + 1)
  })

  test('a reading that says how far it is lives, however long ago it began', async () => {
    const id = await anUpload()
    const began = world.now()
    const at = (seconds: number) => began.add({ seconds })
    await inScope(world.db, wholePartnership(town.id), async (tx) => {
      await claimReading(tx, id, began, began)
      await saveProgress(tx, 'reading', id, at(50), { stage: 'Reading the tables', fraction: 0.5 })
    })
    const reading = await find(id)
    assert.ok(reading)
    assert.equal(isLost(reading, at(100)), false)
    assert.equal(isLost(reading, at(120)), true)
    const taken = await inScope(world.db, wholePartnership(town.id), (tx) => claimReading(tx, id, at(100), at(40)))
    assert.equal(taken, null)
  })

  test('a process that cannot be started, and a database that is away for a moment, end the reading in a sentence', async () => {
    const started = await anUpload()
    const program = process.execPath
    process.execPath = `${import.meta.filename}/node`
    try {
      await runReading(world, town.manager.member, started)
    } finally {
      process.execPath = program
    }
    const asked = await anUpload()
    let times = 0
    const away: World = {
      ...world,
      get db() {
        if (++times === 2) throw new Error('The database is away')
        return world.db
      },
    }
    await runReading(away, town.manager.member, asked)
    for (const [id, reason] of [
      [started, /ENOTDIR/],
      [asked, /The database is away/],
    ] as const) {
      const { status, html } = await visit(town.manager, `/readings/${id}`)
      assert.equal(status, 422)
      assert.match(wordsOf(html), /plan\.md could not be read\. Try again; if it goes on, tell whoever/)
      const [entry] = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [id], 5))
      assert.match(JSON.stringify(entry?.after), reason)
    }
  })

  test('what cannot be kept is said so, once and for all, and leaves nothing behind', async () => {
    const [id, had] = [await anUpload(), await countPlans()]
    let hasFailed = false
    const failing: World = {
      ...world,
      newId: () => {
        if (hasFailed) return world.newId()
        hasFailed = true
        throw new Error('The well of ids is dry')
      },
    }
    await runReading(failing, town.manager.member, id)
    const { status, html } = await visit(town.manager, `/readings/${id}`)
    assert.equal(status, 422)
    assert.match(
      wordsOf(html),
      /plan\.md could not be kept\. Try again; if it goes on, tell whoever looks after Trellis/,
    )
    assert.equal(await countPlans(), had)
    const [entry] = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [id], 5))
    assert.match(JSON.stringify(entry?.after), /The well of ids is dry/)
  })
})
