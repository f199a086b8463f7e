import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, type Visited, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { linksOn, passagesOn, problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { claimReading } from '../reading.store.ts'
import { uploadDocument } from './upload-document.ts'

const PLAN = `# Delivery plan for Testing, April 2014 to March 2015

## 1 A good start

| Ref | Action | Measure | Timescale | Lead |
|---|---|---|---|---|
| 1.1 | Open a family hub in every ward | Number of hubs open | September 2014 | Early help group |
| 1.2 | Offer every new parent a home visit | Visits made | Twice annually Sept & March | Lena Lead |
| 1.3 | Write a play strategy | Strategy agreed | When funds allow | Nobody We Know |
`

const asFile = (text: string | Uint8Array, name = 'plan.md', type = 'text/markdown') => ({
  name,
  type,
  content: typeof text === 'string' ? new TextEncoder().encode(text) : text,
})

describe('reading a plan from a document', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const aPlan = () => asFile(`${PLAN}\n<!-- ${newId()} -->\n`)
  const read = (document = aPlan(), once: string = newId()): Promise<Visited> =>
    send(town.manager, '/documents', { once }, { document })

  /** The page an upload leads to in the end, which a slow machine shows after "Reading the plan". */
  const reviewOf = async (sent: Visited): Promise<Visited> => {
    let page = await visit(town.manager, sent.location)
    for (let looks = 0; looks < 100 && !page.location && page.status === 200; looks++) {
      if (/^\/plans\//.test(page.url)) return page
      await new Promise((wake) => setTimeout(wake, 200))
      page = await visit(town.manager, page.url)
    }
    return page.location ? visit(town.manager, page.location) : page
  }

  test('a manager hands over a document and comes to the review of what was read', async () => {
    const form = await visit(town.manager, '/documents/new')
    const sent = await read(aPlan(), valueOn(form.html, 'once') ?? '')
    assert.equal(sent.status, 303)
    const review = await reviewOf(sent)
    assert.match(wordsOf(review.html), /3 actions under 1 \S.* were read from plan\.md/)
  })

  test('every action stands beside the document, with what its words were understood as', async () => {
    const { html } = await reviewOf(await read())
    const passages = passagesOn(html, 'action-')
    assert.deepEqual(
      passages.map((words) => words.split(' ')[0]),
      ['1.1', '1.2', '1.3'],
    )
    const [hubs = '', visits = '', play = ''] = passages
    assert.match(hubs, /Open a family hub in every ward.*Number of hubs open/)
    assert.match(hubs, /September 2014.*30 September 2014.*Leads Early help group/)
    assert.match(hubs, /Line 7 of the document/)
    assert.match(visits, /30 September 2014 and 31 March 2015/)
    assert.match(play, /When funds allow.*Leads Nobody We Know/)
    const rows = passagesOf(html.split('trellis-desk__results')[0] ?? '')
    assert.match(rows[0] ?? '', /^1 Delivery plan for Testing/)
    assert.match(rows[3] ?? '', /^7 : the action read from it 1\.1 Open a family hub in every ward Number of hubs open/)
  })

  test('what a report says of how each action went is shown beside it, and said not to become updates', async () => {
    const report = `# Report for Testing, April 2014 to March 2015

| Ref | Action | Timescale | Progress rating | Impact rating | Comments |
|---|---|---|---|---|---|
| 1.1 | Open a family hub | May 2014 | Green | Amber | Two hubs are open |
| 1.2 | Write a play strategy | June 2014 | | | c/f to next financial year |
| 1.3 | Train ten play workers | July 2014 | | | |
`
    const { html } = await reviewOf(await read(asFile(report, 'report.md')))
    const [hub = '', strategy = '', training = ''] = passagesOn(html, 'action-')
    assert.match(hub, /Progress in the document Green Impact in the document Amber/)
    assert.match(hub, /Comment in the document Two hubs are open/)
    assert.match(strategy, /Ending in the document c\/f to next financial year → carried forward/)
    assert.doesNotMatch(training, /in the document/)
    assert.match(
      wordsOf(html),
      /tells how 2 actions went.* stay with the actions as what the document said, and are nobody’s updates/,
    )
    assert.doesNotMatch(wordsOf((await reviewOf(await read())).html), /nobody’s updates/)
  })

  test('the title and the period are proposed from the document’s own words', async () => {
    const { html } = await reviewOf(await read())
    assert.equal(valueOn(html, 'title'), 'Delivery plan for Testing, April 2014 to March 2015')
    assert.equal(valueOn(html, 'starts'), '2014-04-01')
    assert.equal(valueOn(html, 'ends'), '2015-03-31')
  })

  test('the same form sent twice makes one plan, and both lead to it', async () => {
    const before = await plansOf()
    const once = newId()
    const plan = aPlan()
    const [first, second] = await Promise.all([read(plan, once), read(plan, once)])
    const third = await read(plan, once)
    const urls = await Promise.all([first, second, third].map(async (sent) => (await reviewOf(sent)).url))
    assert.equal(new Set(urls).size, 1, urls.join())
    assert.equal((await plansOf()).length, before.length + 1)
  })

  for (const [what, document, says] of [
    [
      'a picture that calls itself a Word document',
      asFile(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'plan.docx'),
      /plan\.docx/,
    ],
    ['an empty file', asFile('', 'empty.md'), /empty\.md is empty/],
    [
      'a spreadsheet of a kind not read yet',
      asFile(Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'plan.xls'),
      /plan\.xls/,
    ],
  ] as const) {
    test(`${what} is refused in a sentence, and makes no plan`, async () => {
      const before = await plansOf()
      const page = await reviewOf(await read(document))
      assert.equal(page.status, 422)
      assert.match(wordsOf(page.html), /^\S+ The document could not be read/)
      assert.match(wordsOf(page.html), says)
      assert.match(wordsOf(page.html), /Nothing was changed/)
      assert.deepEqual(await plansOf(), before)
    })
  }

  test('a program is refused at the door, and makes no plan', async () => {
    const before = await plansOf()
    const program = Buffer.from('7f454c4602010100000000000000000000', 'hex')
    const { status, html } = await read(asFile(program, 'plan.md'))
    assert.equal(status, 422)
    assert.match(problemsOn(html).join(), /^document: “plan\.md” is a program/)
    assert.deepEqual(await plansOf(), before)
  })

  test('a form without a file asks for one', async () => {
    const { status, html } = await send(town.manager, '/documents', { once: newId() })
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), ['document: Choose the file that holds the plan'])
  })

  test('a file above 20 MB is refused before it is read', async () => {
    const { status, html } = await read(asFile(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'huge.md'))
    assert.equal(status, 422)
    assert.match(problemsOn(html).join(), /^document: The file is larger than 20 MB/)
  })

  test('two files at once are refused politely, and neither is read', async () => {
    const before = await plansOf()
    const { status, html } = await send(
      town.manager,
      '/documents',
      { once: newId() },
      { document: [asFile(PLAN, 'one.md'), asFile(PLAN, 'two.md')] },
    )
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), [
      'document: That was more than one file. Each document is read by itself: choose one of them',
    ])
    assert.deepEqual(await plansOf(), before)
  })

  test('a form without its key is asked for again', async () => {
    const { status, html } = await send(town.manager, '/documents', { once: 'made-up' }, { document: asFile(PLAN) })
    assert.equal(status, 422)
    assert.match(problemsOn(html).join(), /open for too long/)
  })

  test('a reading lost in a crash is picked up by whoever looks next, a minute later', async () => {
    const { world } = await theHouse()
    setClock('2014-10-15T09:00:00Z')
    const by = town.manager.member
    const uploaded = await uploadDocument(world, by, { file: aPlan(), formKey: newId() })
    assert.ok(uploaded.ok)
    const url = `/readings/${uploaded.value}`
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      claimReading(tx, uploaded.value, world.now(), world.now()),
    )

    setClock('2014-10-15T09:00:30Z')
    const soon = await visit(town.manager, url)
    assert.match(wordsOf(soon.html), /Reading the plan/)
    assert.match(wordsOf((await visit(town.manager, url)).html), /Reading the plan/, 'its worker may still live')

    setClock('2014-10-15T09:02:00Z')
    const review = await reviewOf({ ...soon, location: url })
    assert.match(wordsOf(review.html), /3 actions .* were read from plan\.md/)
  })

  test('the page that follows a reading learns how far it is and where to go next', async () => {
    const { world } = await theHouse()
    const by = town.manager.member
    const uploaded = await uploadDocument(world, by, { file: aPlan(), formKey: newId() })
    assert.ok(uploaded.ok)
    const url = `/readings/${uploaded.value}/progress`
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      claimReading(tx, uploaded.value, world.now(), world.now()),
    )
    const under = JSON.parse((await visit(town.manager, url)).body.toString())
    assert.equal(under.next, null)
    assert.ok(under.fraction >= 0 && under.fraction <= 1)
    setClock('2014-10-15T09:02:00Z')
    await visit(town.manager, url)
    assert.match(JSON.parse((await visit(town.manager, url)).body.toString()).next, /^\/plans\/.*\/review$/)
  })

  test('drafts are listed to the manager and hidden from everybody else', async () => {
    await reviewOf(await read())
    assert.ok((await plansOf()).length > 0)
    assert.match(wordsOf((await visit(town.viewer, '/plans')).html), /There is no plan yet/)
  })

  /** A browser sends files of one field one after the other. */
  const passagesOf = (html: string) => passagesOn(html, 'row-')

  async function plansOf(): Promise<readonly string[]> {
    const { html } = await visit(town.manager, '/plans')
    return linksOn(html).filter((href) => href.endsWith('/review'))
  }
})
