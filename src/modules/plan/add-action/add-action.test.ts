import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { passagesOn, problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findActions } from '../action.store.ts'
import { aReadDraft } from '../upload-document/read-draft.factory.ts'

const PLAN = `# Plan for Testing, April 2014 to March 2015

| Ref | Action | Measure | Timescale |
|---|---|---|---|
| 1.1 | Open a hub | Hubs open | June 2014 |

Every ward has one by then.

1.2 Ring each family that waits

| Ref | Action | Measure | Timescale |
|---|---|---|---|
| 1.3 | Write a play strategy | Strategy | July 2014 |
`

describe('a passage that the reader did not understand', () => {
  let town: SmallPartnership
  let planId: PlanId
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(async () => {
    planId = await aReadDraft((await theHouse()).world, town.manager.member, PLAN)
  })

  const url = () => `/plans/${planId}/review/questions`
  const kept = async () =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findActions(tx, planId))
  const keyOf = async (words: RegExp) => {
    const { html } = await visit(town.manager, url())
    const at = passagesOn(html, 'q-').findIndex((passage) => words.test(passage))
    return [...html.matchAll(/ id="q-([0-9a-f]+)"/g)][at]?.[1] ?? assert.fail(`${words} is not on the list`)
  }
  const place = async (words: RegExp, fields: Record<string, string>) =>
    send(town.manager, `/plans/${planId}/review/passages`, { once: newId(), key: await keyOf(words), ...fields })

  test('becomes an action, in its place in the document, and is no longer open', async () => {
    const sent = await place(/Ring each family/, { become: 'action' })
    assert.match(sent.location, /^\/actions\/[^/]+\/change\?from=/)
    assert.deepEqual(
      (await kept()).map(({ ref, text }) => `${ref} ${text}`),
      ['1.1 Open a hub', '1.2 Ring each family that waits', '1.3 Write a play strategy'],
    )
    const passages = passagesOn((await visit(town.manager, `${url()}?show=all`)).html, 'q-')
    assert.ok(passages.some((words) => /^1\.2 Ring .*Became an action, by Mina Manager/.test(words)))
  })

  test('goes to the field of an action it belongs to, and the words are read again', async () => {
    await place(/Every ward has one/, { become: 'words', action: '1.1', field: 'measure' })
    assert.equal((await kept())[0]?.measure, 'Hubs open Every ward has one by then.')
    await place(/Ring each family/, { become: 'words', action: '1.3 Write a play strategy', field: 'leads' })
    assert.equal((await kept())[1]?.leadWords, '1.2 Ring each family that waits')
  })

  test('goes to what was said of an action, whose ending is read in it', async () => {
    await place(/Every ward has one/, { become: 'words', action: '1.3', field: 'narrative' })
    const [, strategy] = await kept()
    assert.equal(strategy?.said.narrative, 'Every ward has one by then.')
    assert.equal(strategy?.version, 2)
  })

  test('is open again when that is undone', async () => {
    await place(/Ring each family/, { become: 'action' })
    const { html } = await visit(town.manager, `/plans/${planId}/review`)
    await sendAndFollow(town.manager, `/plans/${planId}/undo`, { change: valueOn(html, 'change') ?? '' })
    assert.equal((await kept()).length, 2)
    assert.ok(await keyOf(/Ring each family/))
  })

  test('an action that nobody could mean is asked for again', async () => {
    const sent = await place(/Every ward/, { become: 'words', action: '9.9', field: 'measure' })
    const { html } = await visit(town.manager, sent.location)
    assert.match(problemsOn(html).join(), /No action of this draft has that reference/)
  })

  test('needs nothing when there is nothing in it to keep', async () => {
    await sendAndFollow(town.manager, `${url()}/answer`, { key: await keyOf(/Every ward/), answer: 'nothing-to-keep' })
    assert.doesNotMatch(wordsOf((await visit(town.manager, url())).html), /Every ward has one by then\. Line/)
  })
})
