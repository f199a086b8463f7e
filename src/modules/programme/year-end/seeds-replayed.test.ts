import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { type House, setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { adoptPlan, findActions } from '../../plan/index.ts'
import { aReadDraft } from '../../plan/upload-document/read-draft.factory.ts'
import { comparableFrom, reconcileDocuments, reconciliationJson } from '../../reading/index.ts'
import { readShared, sharedFolder, skipWithout } from '../../reading/shared-documents.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../programme.factory.ts'
import { findDisposals } from './disposal.store.ts'

const SEEDS = sharedFolder('seeds')
const REPORT = { name: 'report.txt', type: 'text/plain', content: Buffer.from('As reported') }

/** What the real report says of one action of the real plan. */
type Told = { readonly actionId: ActionId; readonly kind: string; readonly words: string; readonly narrative: string }

describe('a real year replayed: its plan adopted, its narratives sent when they were due, its year ended', {
  skip: skipWithout(SEEDS),
}, () => {
  let house: House
  let town: SmallPartnership
  let plan: PlanId
  let told: readonly Told[]
  before(async () => {
    house = await theHouse()
    town = await aSmallPartnership()
    setClock('2014-04-15')
    plan = await adopted()
    told = await tellings()
    for (const { actionId, kind, narrative } of told.filter(({ kind }) => kind !== 'not-reported')) {
      await report(actionId, kind === 'completed', narrative)
    }
  })
  beforeEach(() => setClock('2016-01-04'))

  async function adopted(): Promise<PlanId> {
    const { text } = await readShared(SEEDS, '000')
    const by = town.manager.member
    const id = await aReadDraft(house.world, by, text, 'plan.txt')
    const done = await adoptPlan(house.world, by, house.announce, id)
    assert.ok(done.ok)
    return id
  }

  async function tellings(): Promise<readonly Told[]> {
    const [before, after] = await Promise.all([readShared(SEEDS, '000'), readShared(SEEDS, '001')])
    const { pairs } = reconciliationJson(
      reconcileDocuments(comparableFrom(before.reading), comparableFrom(after.reading)),
    )
    const actions = await inScope(house.world.db, wholePartnership(town.id), (tx) => findActions(tx, plan))
    const idByRef = new Map(actions.map(({ id, ref }) => [ref, id]))
    const narratives = new Map(after.reading.actions.map(({ ref, narrative }) => [ref, narrative]))
    return pairs.map((pair) => {
      const actionId = idByRef.get(pair.plan)
      assert.ok(actionId, pair.plan)
      const { kind = 'in-progress', words = '' } = pair.disposal ?? {}
      return { actionId, kind, words, narrative: narratives.get(pair.report) ?? '' }
    })
  }

  /** On the day it is due, the manager writes what the report says; what it calls done has evidence and is accepted. */
  async function report(actionId: ActionId, isDone: boolean, narrative: string): Promise<void> {
    const by = town.manager.member
    const last = (await pointsOf(house.world, by, actionId)).at(-1)
    assert.ok(last)
    setClock(last.dueOn.toString())
    const rating = isDone ? 'blue' : 'amber'
    const words = { narrative: narrative || 'Reported', progress: rating, impact: 'grey', evidence: REPORT } as const
    await anUpdate(house.world, by, last.id, words)
    await aVerdict(house.world, by, last.id)
  }

  const page = async () => wordsOf((await visit(town.manager, `/plans/${plan}/year-end`)).html)
  const countOf = (kind: string) => told.filter((each) => each.kind === kind).length

  test('all 82 actions are told of, or told as not reported', () => {
    assert.equal(told.length, 82)
    assert.deepEqual([countOf('not-reported'), countOf('carried-forward'), countOf('stopped')], [18, 6, 1])
  })

  test('the facts end what was completed and what was not reported; the rest is for people, and nothing is closed', async () => {
    await send(town.manager, `/plans/${plan}/year-end/proposals`, { once: newId() })
    const open = 82 - 18 - countOf('completed')
    assert.match(
      await page(),
      new RegExp(`82 actions: ${countOf('completed')} completed, 18 not reported, ${open} without an ending\\.`),
    )
    const refused = await send(town.manager, `/plans/${plan}/year-end/closing`, { once: newId() })
    assert.match(wordsOf(refused.html), new RegExp(`${open} have no ending`))
  })

  test('the six carried items, the one no longer valid and the 18 not reported come out as such, and the totals agree', async () => {
    for (const { actionId, kind, words } of told) {
      if (kind === 'completed' || kind === 'not-reported') continue
      // What was under way at the end of the real year has no ending in its report: here a board decides that it is done.
      const fields =
        kind === 'in-progress'
          ? { kind: 'completed', reason: 'The board took its last report as its end' }
          : { kind, reason: words }
      const answer = await send(town.manager, `/actions/${actionId}/ending`, {
        once: newId(),
        time: '2015 to 2016',
        takenBy: '',
        ...fields,
      })
      assert.equal(answer.status, 303, wordsOf(answer.html))
    }
    const completed = countOf('completed') + countOf('in-progress')
    assert.match(
      await page(),
      new RegExp(`82 actions: ${completed} completed, 6 carried forward, 1 stopped, 18 not reported\\.`),
    )
    const endings = await inScope(house.world.db, wholePartnership(town.id), (tx) => findDisposals(tx, plan))
    assert.equal(endings.size, 82)
    const closed = await send(town.manager, `/plans/${plan}/year-end/closing`, { once: newId() })
    assert.equal(closed.location, `/plans/${plan}/year-end?done=closed`)
  })

  test('the next plan opens with the six, whatever the numbers will be', async () => {
    const made = await send(town.manager, `/plans/${plan}/year-end/next`, { once: newId() })
    const review = await visit(town.manager, made.location)
    assert.match(wordsOf(review.html), /6 actions/)
  })

  test('what moved in the year is the 82 endings and nothing else, and the report of the year can be closed for good', async () => {
    const csv = (await visit(town.manager, `/plans/${plan}/movement/csv`)).body.toString().trim().split('\r\n').slice(1)
    const ended = (how: string) => csv.filter((line) => line.startsWith('ended,') && line.includes(`,${how},`)).length
    assert.equal(csv.length, 82)
    assert.deepEqual([ended('Carried forward'), ended('Stopped'), ended('Not reported')], [6, 1, 18])
    const html = wordsOf((await visit(town.manager, `/plans/${plan}/movement`)).html)
    assert.match(html, /82 actions, none added\..*82 of 82 ended/)
    const typed = { by: 'own', name: 'The year', starts: '2014-04-01', ends: '2015-03-31', asAt: '2016-01-04' }
    const { html: list } = await sendAndFollow(town.manager, `/plans/${plan}/periods`, { once: newId(), ...typed })
    const [, id] = /periods\/([0-9a-f-]{36})"/.exec(list) ?? []
    const closed = await sendAndFollow(town.manager, `/plans/${plan}/periods/${id}/closing`, { once: newId() })
    const [, account = ''] = /(82 actions: [^.]*\.)/.exec(wordsOf(closed.html)) ?? []
    const counts = [...account.matchAll(/[:,] (\d+) /g)].map(([, count]) => Number(count))
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      82,
      account,
    )
    // The 18, and one whose last date the real plan puts after its end: its duties in the year went unanswered.
    assert.match(account, /19 due and not reported/)
  })
})
