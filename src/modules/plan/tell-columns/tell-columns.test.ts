import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findActions } from '../action.store.ts'
import { aReadDraft } from '../upload-document/read-draft.factory.ts'

const planWith = (names: string) => `# Plan for Testing, April 2014 to March 2015

${names}
|---|---|---|---|
| 1.1 | Open a hub | Two hubs open | June 2014 |
| 1.2 | Ring each family | 40 calls a week | July 2014 |
`
const PLAN = planWith('| Ref | Action | Comments | When |')

describe('telling what the columns of a document hold', () => {
  let town: SmallPartnership
  let planId: PlanId
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(async () => {
    planId = await read(PLAN)
  })

  const read = async (text: string, name?: string) =>
    aReadDraft((await theHouse()).world, town.manager.member, text, name)
  const url = () => `/plans/${planId}/review/columns`
  const kept = async (id = planId) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findActions(tx, id))
  const measures = async (id = planId) => (await kept(id)).map(({ measure }) => measure)
  const asRead = { 'column-0-0': 'ref', 'column-0-1': 'action', 'column-0-2': 'narrative', 'column-0-3': 'timescale' }
  const tell = (told: Fields) => sendAndFollow(town.manager, url(), { once: newId(), ...asRead, ...told })
  const keep = async (name: string) => send(town.manager, `/plans/${planId}/review/recipe`, { name })

  test('each column is shown with what it was taken for and the first words in it', async () => {
    const { html } = await visit(town.manager, url())
    assert.equal(valueOn(html, 'column-0-2'), 'narrative')
    assert.match(wordsOf(html), /A table of actions 2 rows Ref .* 1\.1 1\.2 Action .* Open a hub Ring each family/)
  })

  test('“this column is the measure” is read again at once, and what was written by hand is kept', async () => {
    const [first] = await kept()
    const form = await visit(town.manager, `/actions/${first?.id}/change`)
    const fields = { once: newId(), version: valueOn(form.html, 'version') ?? '', text: 'Open three hubs' }
    await send(town.manager, `/actions/${first?.id}/change`, { ...fields, ref: '1.1', timescale: 'June 2014' })
    const { html } = await tell({ 'column-0-2': 'measure' })
    assert.deepEqual(
      (await kept()).map(({ text, measure }) => [text, measure]),
      [
        ['Open three hubs', 'Two hubs open'],
        ['Ring each family', '40 calls a week'],
      ],
    )
    assert.equal((await kept())[0]?.id, first?.id, 'it is the same action')
    assert.match(wordsOf(html), /Read as you told/)
    assert.equal(valueOn(html, 'column-0-2'), 'measure')
  })

  test('it can be undone, and then the first reading speaks again', async () => {
    await tell({ 'column-0-2': 'measure' })
    const { html } = await visit(town.manager, `/plans/${planId}/review`)
    await sendAndFollow(town.manager, `/plans/${planId}/undo`, { change: valueOn(html, 'change') ?? '' })
    assert.deepEqual(await measures(), [null, null])
    assert.equal(valueOn((await visit(town.manager, url())).html, 'column-0-2'), 'narrative')
  })

  test('a table told to hold no actions holds none, and its words are to be looked at', async () => {
    await tell({ 'not-actions': '0' })
    assert.deepEqual(await kept(), [])
    assert.match(wordsOf((await visit(town.manager, `/plans/${planId}/review/questions`)).html), /1\.1 \| Open a hub/)
    await tell({})
    assert.equal((await kept()).length, 2, 'and holds them again when that is taken back')
  })

  test('kept as a recipe, it reads the next document with these columns, says so, and can be left out', async () => {
    await tell({ 'column-0-2': 'measure', 'level-0': 'Ambition' })
    assert.equal((await keep('Our delivery plan')).status, 303)
    const next = await read(PLAN.replace('Open a hub', 'Open the pool'), 'next.md')
    assert.deepEqual(await measures(next), ['Two hubs open', '40 calls a week'])
    const page = await visit(town.manager, `/plans/${next}/review`)
    assert.match(wordsOf(page.html), /Read with the recipe “Our delivery plan”, kept by Mina Manager on/)
    await sendAndFollow(town.manager, `/plans/${next}/review/columns/without`, { once: newId() })
    assert.deepEqual(await measures(next), [null, null])
    const other = await read(planWith('| Ref | Action | Budget | Risk |'), 'other.md')
    assert.doesNotMatch(wordsOf((await visit(town.manager, `/plans/${other}/review`)).html), /Read with the recipe/)
  })

  test('a recipe is listed with what it says, and removed', async () => {
    await tell({ 'column-0-2': 'measure' })
    await keep('To be removed')
    const { html } = await visit(town.manager, '/recipes')
    assert.match(wordsOf(html), /To be removed Made from plan\.md, kept by Mina Manager .*“comments”: measure/)
    const removal = [...html.matchAll(/action="(\/recipes\/[^"]+\/removal)"/g)].map(([, action = '']) => action)
    for (const action of removal) await sendAndFollow(town.manager, action, {})
    assert.match(wordsOf((await visit(town.manager, '/recipes')).html), /You keep no recipe yet/)
    assert.deepEqual(await measures(await read(PLAN)), [null, null])
  })

  test('a recipe without a name is asked for one', async () => {
    await tell({ 'column-0-2': 'measure' })
    const { status, html } = await keep(' ')
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), ['name: Give the recipe a name'])
  })

  test('of two who read it again at once, both are kept one after the other or one is told', async () => {
    const answers = await Promise.all(
      ['measure', 'other'].map((role) => send(town.manager, url(), { once: newId(), ...asRead, 'column-0-2': role })),
    )
    assert.ok(answers.every(({ status }) => status === 303))
    assert.equal((await kept()).length, 2)
  })
})
