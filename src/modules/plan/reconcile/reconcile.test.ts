import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, type Files, send, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { ComparisonId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../../platform/world.ts'
import { findChanges } from '../../audit/index.ts'
import { aDraftPlan, anAction, anAdoptedPlan, aPart } from '../plan.factory.ts'
import { askComparison } from './ask-comparison/ask-comparison.ts'
import { aComparison, aReportFile, type ReportRow } from './comparison.factory.ts'
import { runComparison } from './run-comparison.ts'

const ACTIONS = ['Open a toy library', 'Train foster carers', 'Review speech clinics', 'Publish a sleep guide'] as const
const REPORT: readonly ReportRow[] = [
  { ref: '3.1', text: 'Train all foster carers', said: 'Completed in part. Carried forward to the 2015/16 plan' },
  { ref: '3.2', text: 'Open a toy library', said: 'This has been completed' },
  { ref: '3.3', text: 'Review speech clinics', said: 'This report is still pending' },
  { ref: '3.4', text: 'Paint the youth centre', said: 'Well liked' },
]
const PROSE = 'A total of 6 actions formed the plan. Of these actions 3 were completed.'

describe('a plan and its report', () => {
  let town: SmallPartnership
  let world: World
  let planId: PlanId
  let comparison: ComparisonId
  before(async () => {
    town = await aSmallPartnership()
    world = (await theHouse()).world
    planId = await aPlan(town, ACTIONS)
    comparison = await aComparison(world, town.manager.member, planId, aReportFile(REPORT, PROSE))
  })

  const page = async (query = '', as = town.manager) => {
    const { status, html } = await visit(as, `/comparisons/${comparison}${query}`)
    assert.equal(status, 200)
    return { html, words: wordsOf(html) }
  }

  /** The page that a comparison ends in, however long the machine takes. */
  const finished = async (url: string) => {
    for (;;) {
      const shown = await visit(town.manager, url)
      if (!shown.html.includes('<progress')) return shown
      await new Promise((wake) => setTimeout(wake, 50))
    }
  }
  const compare = async (fields: Fields, files?: Files) => {
    const sent = await send(town.manager, `/plans/${planId}/comparisons`, fields, files)
    assert.equal(sent.status, 303)
    return finished(sent.location)
  }

  test('a manager hands over the report and sees first what does not add up', async () => {
    const shown = await compare({ once: newId() }, { document: aReportFile(REPORT, PROSE) })
    assert.match(wordsOf(shown.html), /The report says 6 actions; its table and the plan both have 4\./)
  })

  test('each count leads to what it counted, and nothing else', async () => {
    const { html } = await page()
    assert.match(html, /show=not-reported#rows/)
    const listed = await page('?show=not-reported')
    assert.match(listed.words, /1 of 5 rows: Not reported/)
    assert.match(listed.words, /This report is still pending/)
    assert.equal(listed.html.match(/data-label="Ref"/g)?.length, 1)
  })

  test('claims stand beside counts, and each count lists its members', async () => {
    const { words } = await page()
    assert.match(words, /claims 3 completed/)
    assert.match(words, /No: 2 more|No: 2 fewer/)
    const members = await page('?show=claim-2')
    assert.match(members.words, /1 of 5 rows/)
    assert.match(members.words, /Open a toy library/)
  })

  test('changed words are marked in both texts, and the words that tell the end are shown', async () => {
    const { html, words } = await page('?show=reworded')
    assert.match(html, /<ins class="trellis-changes__added">/)
    assert.match(words, /Carried forward/)
    assert.match(words, /now 3\.1/)
  })

  test('a row that says two things of its end is a question', async () => {
    const { words } = await page('?show=two-endings')
    assert.match(words, /Ask It also says completed/)
  })

  test('rows of one document alone are told apart, and searching finds words in either', async () => {
    assert.match((await page('?show=plan-only')).words, /Publish a sleep guide Only in the plan/)
    assert.match((await page('?show=report-only')).words, /Paint the youth centre Only in the report/)
    assert.match((await page('?search=paint')).words, /1 of 5 rows/)
    assert.match((await page('?search=nowhere')).words, /No row matches/)
  })

  test('everybody may read it; only the manager is offered to correct it', async () => {
    assert.match((await page('')).html, /\/pair\?/)
    assert.doesNotMatch((await page('', town.viewer)).html, /\/pair\?/)
  })

  test('what was promised is listed, and a next plan without it has no trace of it', async () => {
    const promises = await visit(town.manager, `/comparisons/${comparison}/promises`)
    assert.match(wordsOf(promises.html), /1 of the 4 rows of report\.md are promised to the next plan/)
    const nothing = await send(town.manager, `/comparisons/${comparison}/next`, { once: newId() })
    assert.equal(nothing.status, 422)
    const next = {
      name: 'next.md',
      type: 'text/markdown',
      content: Buffer.from('# Next plan\n\n- Plant school gardens\n- Mend the slide\n'),
    }
    const sent = await send(town.manager, `/comparisons/${comparison}/next`, { once: newId() }, { document: next })
    await finished(sent.location)
    const traced = await visit(town.manager, `${sent.location}/promises`)
    assert.match(wordsOf(traced.html), /1 item was promised to the next plan\. Next plan has no trace of it\./)
    assert.match(wordsOf(traced.html), /Carried forward to the 2015\/16 plan/)
  })

  test('two plans that are here can be compared too', async () => {
    const other = await aPlan(town, ['Train foster carers', 'Plant school gardens'], 'Next plan')
    const shown = await compare({ once: newId(), otherPlan: other })
    assert.match(wordsOf(shown.html), /The plan has 4 rows, the next plan 2\./)
  })

  test('two files at once are refused, for one of them would be left out unsaid', async () => {
    const files = { document: [aReportFile(REPORT), aReportFile(REPORT, PROSE)] }
    const { status, html } = await send(town.manager, `/plans/${planId}/comparisons`, { once: newId() }, files)
    assert.equal(status, 422)
    assert.match(wordsOf(html), /more than one file/)
  })

  test('a file and a plan at once, or neither, is refused beside the field', async () => {
    const none = await send(town.manager, `/plans/${planId}/comparisons`, { once: newId() })
    assert.equal(none.status, 422)
    assert.match(wordsOf(none.html), /Choose the file to compare with/)
    const both = await send(
      town.manager,
      `/plans/${planId}/comparisons`,
      { once: newId(), otherPlan: planId },
      { document: aReportFile(REPORT) },
    )
    assert.match(wordsOf(both.html), /not both/)
  })

  test('a document that cannot be read is refused in a sentence', async () => {
    const file = { name: 'picture.docx', type: 'application/octet-stream', content: Buffer.from('no plan') }
    const { status, html } = await compare({ once: newId() }, { document: file })
    assert.equal(status, 422)
    assert.match(wordsOf(html), /could not be compared.*picture\.docx/)
  })

  test('the comparisons of a draft are the manager’s alone', async () => {
    const draft = await aDraftPlan(world, town.manager.member)
    const id = await aComparison(world, town.manager.member, draft, aReportFile(REPORT))
    assert.equal((await visit(town.manager, `/comparisons/${id}`)).status, 200)
    assert.equal((await visit(town.viewer, `/comparisons/${id}`)).status, 404)
  })

  test('hundreds of rows are shown a hundred at a time, or all to be printed', async () => {
    const texts = Array.from(
      { length: 250 },
      (_, at) => `Visit school number ${at} about ${['reading', 'sleep', 'play'][at % 3]}`,
    )
    const long = await aPlan(town, texts)
    const rows = texts.map((text, at) => ({ ref: `9.${at}`, text, said: 'Completed' }))
    const id = await aComparison(world, town.manager.member, long, aReportFile(rows))
    const count = async (query: string) =>
      (await visit(town.manager, `/comparisons/${id}${query}`)).html.match(/data-label="Ref"/g)?.length
    assert.equal(await count(''), 100)
    assert.equal(await count('?page=3'), 50)
    assert.equal(await count('?all=yes'), 250)
  })

  test('a comparison whose worker died is taken up by whoever looks next', async () => {
    const asked = await askComparison(world, town.manager.member, {
      earlier: { planId },
      file: aReportFile(REPORT),
      otherPlanId: null,
      formKey: newId(),
    })
    assert.ok(asked.ok)
    const early = await visit(town.manager, `/comparisons/${asked.value}`)
    assert.match(wordsOf(early.html), /Waiting to be read/)
    const anHourOn: World = { ...world, now: () => world.now().add({ hours: 1 }) }
    await Promise.all([
      runComparison(anHourOn, town.manager.member, asked.value),
      runComparison(anHourOn, town.manager.member, asked.value),
    ])
    assert.match(
      wordsOf((await visit(town.manager, `/comparisons/${asked.value}`)).html),
      /The plan against the report/,
    )
    const changes = await changesOf(asked.value)
    assert.deepEqual(changes.map(({ what }) => what).sort(), [
      'asked to compare two documents',
      'compared two documents',
    ])
  })

  async function changesOf(id: string) {
    return inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [id], 20))
  }
})

async function aPlan(town: SmallPartnership, texts: readonly string[], title = 'Delivery plan'): Promise<PlanId> {
  const part = aPart({ title: 'A good start' })
  const actions = texts.map((text, at) =>
    anAction({ ref: `1.${at + 1}`, text, partId: part.id, measure: null, leadWords: 'Early help group' }),
  )
  return anAdoptedPlan(await theHouse(), town.manager.member, { title, parts: [part], actions })
}
