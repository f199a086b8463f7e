import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { passagesOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findChanges } from '../../audit/index.ts'
import { readDocument } from '../../reading/index.ts'
import { findActions } from '../action.store.ts'
import { EXPORT_FORMATS } from '../export-plan/write-plan.ts'
import type { Action } from '../plan.ts'
import { aReadDraft } from '../upload-document/read-draft.factory.ts'

const REPORT = `# Delivery plan 2014/15: annual report

| Ref | Action | Timescale | Comments | Progress RAG | Impact RAG |
|---|---|---|---|---|---|
| 1.1 | Open a hub | June 2014 | This report is still pending | Amber | Delayed |
| 1.2 | Ring each family | July 2014 | | | |
`
const NAMES = ['once', 'version', 'ref', 'text', 'measure', 'timescale', 'leadWords', 'leadGroupId', 'partId']
const SAID = ['narrative', 'ending', 'progressWords', 'progressColour', 'impactWords', 'impactColour']

describe('what a report says of how an action went', () => {
  let town: SmallPartnership
  let planId: PlanId
  let first: Action
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(async () => {
    planId = await aReadDraft((await theHouse()).world, town.manager.member, REPORT, 'report.md')
    first = (await kept())[0] ?? assert.fail('no action was read')
  })

  const kept = async () =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findActions(tx, planId))
  const said = async () => (await kept())[0]?.said
  const form = async (id: ActionId, typed: Fields = {}): Promise<Fields> => {
    const { html } = await visit(town.manager, `/actions/${id}/change`)
    return { ...Object.fromEntries([...NAMES, ...SAID].map((name) => [name, valueOn(html, name) ?? ''])), ...typed }
  }
  const correct = async (typed: Fields, to = 'change') =>
    send(town.manager, `/actions/${first.id}/${to}`, await form(first.id, typed))
  const review = async () => passagesOn((await visit(town.manager, `/plans/${planId}/review`)).html, 'action-')

  test('is in the draft, and the form sent back untouched changes no word of it', async () => {
    assert.deepEqual(first.said, {
      narrative: 'This report is still pending',
      disposal: { kind: 'not-reported', words: 'This report is still pending' },
      progressRating: { text: 'Amber', key: 'amber' },
      impactRating: { text: 'Delayed', key: null },
    })
    await correct({})
    assert.deepEqual((await kept())[0], first)
  })

  test('is corrected beside the other fields, and the review shows it so', async () => {
    await correct({ narrative: 'Completed in May', impactColour: 'red', progressWords: 'Green' })
    assert.deepEqual(await said(), {
      narrative: 'Completed in May',
      disposal: { kind: 'completed', words: 'Completed' },
      progressRating: { text: 'Green', key: 'green' },
      impactRating: { text: 'Delayed', key: 'red' },
    })
    assert.match(
      (await review())[0] ?? '',
      /Progress in the document Green Impact in the document Delayed → Red Comment in the document Completed in May Ending in the document Completed → completed/,
    )
  })

  test('is versioned, and its audit entry holds the words, colours and endings before and after', async () => {
    await correct({ narrative: 'c/f to 2015', progressColour: 'none' })
    assert.equal((await kept())[0]?.version, 2)
    const { world } = await theHouse()
    const [change] = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [first.id], 1))
    const shown = (value: unknown) => JSON.stringify(value)
    assert.match(
      shown(change?.before),
      /"narrative":"This report is still pending","ending":"Not reported: “This report is still pending”"/,
    )
    assert.match(shown(change?.before), /"progressRating":"Amber \(amber\)"/)
    assert.match(shown(change?.after), /"narrative":"c\/f to 2015","ending":"Carried forward: /)
    assert.match(shown(change?.after), /"progressRating":"Amber \(no colour\)"/)
  })

  test('is kept as each field is left, and the script says how the words were read', async () => {
    const saved = await correct({ narrative: 'Completed in May' }, 'autosave')
    assert.deepEqual(JSON.parse(saved.body.toString()), { version: 2, said: 'Saved' })
    const asked = async (query: string) =>
      JSON.parse((await visit(town.manager, `/actions/${first.id}/understood?${query}`)).body.toString()).words
    assert.equal(await asked('field=narrative'), 'Read as completed, from “Completed”')
    assert.equal(await asked('field=rating&words=RED'), 'Read as Red')
    assert.equal(await asked('field=rating&words=Delayed'), 'These words name no colour')
  })

  test('stays as it is when a form does not ask for it', async () => {
    const typed = await form(first.id, { text: 'Open two hubs' })
    const without = Object.fromEntries(Object.entries(typed).filter(([name]) => !SAID.includes(name)))
    await send(town.manager, `/actions/${first.id}/change`, without)
    assert.equal((await kept())[0]?.text, 'Open two hubs')
    assert.deepEqual(await said(), first.said)
  })

  test('goes along when rows are joined, and comes back when that is undone', async () => {
    await correct({ impactColour: 'red' })
    const [, second] = await kept()
    await send(
      town.manager,
      `/actions/${second?.id}/change`,
      await form(second?.id ?? first.id, { narrative: 'and late' }),
    )
    await send(town.manager, `/actions/${second?.id}/correction`, { once: newId(), step: 'join', version: '2' })
    assert.equal((await said())?.narrative, 'This report is still pending and late')
    assert.equal((await said())?.impactRating?.key, 'red')
    const { html } = await visit(town.manager, `/plans/${planId}/review`)
    await send(town.manager, `/plans/${planId}/undo`, { change: valueOn(html, 'change') ?? '' })
    assert.deepEqual(
      (await kept()).map((action) => action.said.narrative),
      ['This report is still pending', 'and late'],
    )
  })

  test('is asked about as it now stands: a number that could tell of a child is a question at once', async () => {
    const typed = { narrative: '2 children were placed out of the area.' }
    await correct(typed)
    const { html } = await visit(town.manager, `/actions/${first.id}/change`)
    assert.match(wordsOf(html), /2 children/)
    const questions = wordsOf((await visit(town.manager, `/plans/${planId}/review/questions`)).html)
    assert.match(questions, /2 children/)
    await correct({ narrative: 'Some children were placed out of the area.' })
    assert.doesNotMatch(wordsOf((await visit(town.manager, `/plans/${planId}/review/questions`)).html), /2 children/)
  })

  for (const format of EXPORT_FORMATS) {
    test(`taken out as ${format} as it was corrected, it comes in the same`, async () => {
      await correct({ impactColour: 'red', progressColour: 'none', ending: 'stopped', narrative: 'Completed in May' })
      const file = await visit(town.manager, `/plans/${planId}/export/${format}`)
      const read = await readDocument({ name: `plan.${format}`, content: new Uint8Array(file.body) })
      assert.ok(read.ok)
      const [one, two] = read.value.actions
      assert.deepEqual(
        [one?.narrative, one?.disposal?.kind, one?.progressRating, one?.impactRating],
        ['Completed in May', 'stopped', { text: 'Amber', key: null }, { text: 'Delayed', key: 'red' }],
      )
      assert.deepEqual([two?.narrative, two?.disposal, two?.progressRating], [null, null, null])
    })
  }

  test('once adopted stands as it is, dated with the document, and is nobody’s update', async () => {
    await correct({ narrative: 'Completed in May', impactColour: 'red' })
    await send(town.manager, `/plans/${planId}/adoption`, {})
    const page = wordsOf((await visit(town.viewer, `/actions/${first.id}`)).html)
    assert.match(page, /What the document said report\.md, for 1 April 2014 to 31 March 2015\. .*not an update/)
    assert.match(page, /Impact Delayed Understood as Red Comment Completed in May Ending Completed/)
    assert.match(page, /No update has been sent yet, so it is not rated/)
    const change = await visit(town.manager, `/actions/${first.id}/change`)
    assert.equal(valueOn(change.html, 'narrative'), null)
    await correct({ text: 'Open three hubs', narrative: 'Slipped in' })
    assert.equal((await kept())[0]?.text, 'Open three hubs')
    assert.equal((await said())?.narrative, 'Completed in May')
  })
})
