import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { aDocx, type DocxCell, docxTable } from '../../reading/reading.factory.ts'
import { findActions } from '../action.store.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { aReadDraft } from '../upload-document/read-draft.factory.ts'

const GREEN = { text: '', fill: '00B050' }
const PURPLE = { text: '', fill: '7030A0' }

const planOf = (...ratings: readonly (readonly [string | DocxCell, string | DocxCell])[]) =>
  aDocx(
    docxTable([
      ['Ref', 'Action', 'By when', 'Progress rating', 'Impact rating'],
      ...ratings.map(([progress, impact], at) => [`1.${at + 1}`, `Open hub ${at + 1}`, 'May 2025', progress, impact]),
    ]),
  )

describe('telling what the colours of a document mean', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const read = async (document: Uint8Array, name = 'plan.docx') =>
    aReadDraft((await theHouse()).world, town.manager.member, document, name)
  const url = (planId: PlanId) => `/plans/${planId}/review/colours`
  const wordsAt = async (path: string) => wordsOf((await visit(town.manager, path)).html)
  const tell = (planId: PlanId, told: Fields) => sendAndFollow(town.manager, url(planId), { once: newId(), ...told })
  const ratings = async (planId: PlanId) => {
    const reading = await inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) =>
      findReadingOfPlan(tx, planId),
    )
    return reading?.result.actions.map((action) => [action.progressRating?.key, action.impactRating?.key])
  }

  test('each is shown by its name, how many cells have it, an action that has it, and what it was read as', async () => {
    const planId = await read(planOf([GREEN, PURPLE], [GREEN, ''], [GREEN, PURPLE]))
    const { html } = await visit(town.manager, url(planId))
    const words = wordsOf(html)
    assert.match(
      words,
      /Green #00B050 3 cells of progress, such as 1\.1 Open hub 1 Read as G Green ?, the rating nearest/,
    )
    assert.match(words, /Purple #7030A0 2 cells of impact, such as 1\.1 Open hub 1 Read as no rating/)
    assert.equal(valueOn(html, 'shade-7030A0'), null, 'nothing is chosen')
    assert.match(html, /fill="#7030A0"/)
  })

  test('told, the document is read again at once for progress and impact, and what was written by hand is kept', async () => {
    const planId = await read(planOf([PURPLE, GREEN], [GREEN, PURPLE]))
    const [first] = await inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) =>
      findActions(tx, planId),
    )
    const form = await visit(town.manager, `/actions/${first?.id}/change`)
    const fields = { once: newId(), version: valueOn(form.html, 'version') ?? '', text: 'Open three hubs' }
    await send(town.manager, `/actions/${first?.id}/change`, { ...fields, ref: '1.1', timescale: 'May 2025' })
    const { html } = await tell(planId, { 'shade-7030A0': 'blue', 'shade-00B050': 'nothing' })
    assert.deepEqual(await ratings(planId), [
      ['blue', undefined],
      [undefined, 'blue'],
    ])
    assert.match(wordsOf(html), /Purple .* Read as B Blue ?, as you told/)
    assert.match(wordsOf(html), /Green .* Says nothing, as you told/)
    assert.deepEqual([valueOn(html, 'shade-7030A0'), valueOn(html, 'shade-00B050')], ['blue', 'nothing'])
    assert.match(await wordsAt(`/plans/${planId}/review`), /Open three hubs .* shaded purple → Blue/)
  })

  test('the question about an unknown colour leads here, and is asked no more when it is told', async () => {
    const planId = await read(planOf([PURPLE, '']))
    const questions = `/plans/${planId}/review/questions`
    const { html } = await visit(town.manager, questions)
    assert.match(wordsOf(html), /One rating is a purple cell with no word in it/)
    assert.ok(html.includes(`href="${url(planId)}"`))
    await tell(planId, { 'shade-7030A0': 'nothing' })
    assert.doesNotMatch(await wordsAt(`${questions}?show=all`), /purple/)
  })

  test('it can be undone from the page, and then the colour is open again', async () => {
    const planId = await read(planOf([PURPLE, GREEN]))
    const { html } = await tell(planId, { 'shade-7030A0': 'red' })
    await sendAndFollow(town.manager, `/plans/${planId}/undo`, { change: valueOn(html, 'change') ?? '' })
    assert.deepEqual(await ratings(planId), [[null, 'green']])
    assert.equal(valueOn((await visit(town.manager, url(planId))).html, 'shade-7030A0'), null)
  })

  test('a colour told before is taken back by leaving it open', async () => {
    const planId = await read(planOf([GREEN, '']))
    await tell(planId, { 'shade-00B050': 'red' })
    assert.deepEqual(await ratings(planId), [['red', undefined]])
    await tell(planId, { 'shade-00B050': '' })
    assert.deepEqual(await ratings(planId), [['green', undefined]])
  })

  test('kept in a recipe, it is read so in the next document with these columns, and is listed with the recipe', async () => {
    const planId = await read(planOf([PURPLE, GREEN]))
    await tell(planId, { 'shade-7030A0': 'amber', 'shade-00B050': 'nothing' })
    const none = await send(town.manager, `/plans/${planId}/review/recipe`, { name: '', from: 'colours' })
    assert.deepEqual([none.status, problemsOn(none.html)], [422, ['name: Give the recipe a name']])
    const recipe = { name: 'Our traffic lights', from: 'colours' }
    const kept = await sendAndFollow(town.manager, `/plans/${planId}/review/recipe`, recipe)
    assert.match(wordsOf(kept.html), /The recipe is kept/)
    const next = await read(planOf([GREEN, PURPLE], [PURPLE, PURPLE]), 'next.docx')
    assert.deepEqual(await ratings(next), [
      [undefined, 'amber'],
      ['amber', 'amber'],
    ])
    assert.match(await wordsAt(url(next)), /Read with the recipe “Our traffic lights”/)
    assert.match(await wordsAt('/recipes'), /purple \(#7030A0\) means Amber green \(#00B050\) says nothing/)
  })

  test('a word is told like a colour, whatever it says', async () => {
    const planId = await read(planOf(['<b>Slipping</b> "a" bit', ''], ['<B>Slipping</B> "a" bit', 'Green']))
    const { html } = await visit(town.manager, url(planId))
    assert.match(wordsOf(html), /Words in rating cells “<b>Slipping<\/b> "a" bit” 2 cells of progress/)
    const field = /name="(word-[0-9a-f]+)"/.exec(html)?.[1] ?? ''
    await tell(planId, { [field]: 'amber' })
    assert.deepEqual(await ratings(planId), [
      ['amber', undefined],
      ['amber', 'green'],
    ])
  })

  test('a document without colours says so, and so does a draft without a document', async () => {
    const planId = await read(planOf(['', '']))
    assert.match(await wordsAt(url(planId)), /No rating in this document is a colour/)
    assert.equal((await send(town.manager, url(planId), { once: newId(), 'shade-00B050': 'red' })).status, 404)
  })

  test('a hundred shades are listed up to what anybody would go through, the most used first', async () => {
    const shades = Array.from({ length: 100 }, (_, at) => ({
      text: '',
      fill: `00${(100 + at).toString(16)}40`.toUpperCase(),
    }))
    const planId = await read(planOf(...shades.map((shade) => [shade, GREEN] as const)))
    const { html } = await visit(town.manager, url(planId))
    assert.equal([...html.matchAll(/<select/g)].length, 30)
    assert.match(wordsOf(html), /Colours of cells Green #00B050 100 cells of impact/)
  })
})
