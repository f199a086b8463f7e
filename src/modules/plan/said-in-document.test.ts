import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aSmallPartnership } from '../../../test/support/partnership.ts'
import { send, visit } from '../../../test/support/visit.ts'
import { theHouse } from '../../../test/support/visit-house.ts'
import { valueOn } from '../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { findActions, findActionsAsAt } from './action.store.ts'
import { aReadDraft } from './upload-document/read-draft.factory.ts'

const REPORT = `# Delivery plan 2014/15: annual report

| Ref | Action | Comments | RAG |
|---|---|---|---|
| 1.1 | Open a hub | Completed in May | Green |
| 1.2 | Ring each family | | |
| 1.3 | Write a play strategy | This report is still pending | Amber |
`

test('a draft from before it held what its document says takes that from its reading, to its history and its undoing', async () => {
  const { world, database } = await theHouse()
  const town = await aSmallPartnership()
  const planId = await aReadDraft(world, town.manager.member, REPORT, 'report.md')
  const kept = () => inScope(world.db, wholePartnership(town.id), (tx) => findActions(tx, planId))
  const [, , last] = await kept()
  await send(town.manager, `/actions/${last?.id}/correction`, { once: newId(), step: 'set-aside', version: '1' })
  const before = await kept()
  const migration = await readFile('db/migrations/0023-said-in-document.sql', 'utf8')
  await database.owner(async (db) => {
    await db.transaction().execute(async (tx) => {
      await sql`alter table action drop column said`.execute(tx)
      await sql`update action_version set content = content - 'said'`.execute(tx)
      await sql`update draft_change set before = jsonb_set(before, '{actions}', (
      select jsonb_agg(kept - 'said') from jsonb_array_elements(before -> 'actions') as kept))`.execute(tx)
      await sql.raw(migration).execute(tx)
    })
  })
  assert.equal(before[0]?.said.disposal?.kind, 'completed')
  assert.deepEqual(await kept(), before)
  const asAt = await inScope(world.db, wholePartnership(town.id), (tx) => findActionsAsAt(tx, planId, world.now()))
  assert.deepEqual(
    asAt.map(({ said }) => said),
    before.map(({ said }) => said),
  )
  const { html } = await visit(town.manager, `/plans/${planId}/review`)
  await send(town.manager, `/plans/${planId}/undo`, { change: valueOn(html, 'change') ?? '' })
  assert.deepEqual((await kept())[2]?.said, last?.said)
})
