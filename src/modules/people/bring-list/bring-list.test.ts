import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { EICAR, startClamd } from '../../../../test/support/clamd-server.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setScanner, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, rowsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { clamdScanner } from '../../../platform/scanner/clamd.ts'
import { writeSheet } from '../../papers/index.ts'

const HEADS = 'Name,Mail address,Mobile number,Organisation,Kind of organisation,Post'
const LIST = [
  HEADS,
  'Ola Open,ola@play.example,,Play for All,Charity,Play lead',
  'Lena Lead,,07700 900123,,,',
  ',,,Harbour School,School,',
  'Bad Address,nowhere,,,,',
].join('\n')

describe('a list of people', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const handIn = (of: SmallPartnership, content: string | Uint8Array, name = 'partners.csv') => {
    const list = { name, type: 'text/csv', content: typeof content === 'string' ? Buffer.from(content) : content }
    return sendAndFollow(of.manager, '/directory-lists', { once: newId() }, { list })
  }
  const markOn = (html: string) => /name="mark"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? ''
  const bringIn = (of: SmallPartnership, { url, html }: { url: string; html: string }, fields: Fields = {}) =>
    send(of.manager, `${url}/done`, { once: newId(), mark: markOn(html), ...fields })
  const counts = async (of: SmallPartnership) =>
    inScope((await theHouse()).world.db, wholePartnership(of.id), async (tx) => {
      const count = async (table: 'person' | 'organisation' | 'post' | 'post_holding') =>
        Number((await tx.selectFrom(table).select(tx.fn.countAll().as('all')).executeTakeFirstOrThrow()).all)
      return [await count('person'), await count('organisation'), await count('post'), await count('post_holding')]
    })

  test('shows row by row what will happen, does it when that is said, and the same list again changes nothing', async () => {
    const here = await aSmallPartnership()
    const [people = 0, organisations = 0] = await counts(here)
    const shown = await handIn(here, LIST)
    assert.match(wordsOf(shown.html), /2 new, 1 changed, 1 left out\. Nothing has happened yet\./)
    assert.deepEqual(rowsOn(shown.html, 'Changed: 1 row'), [['Lena Lead', 'The number +447700900123 is added', '3']])
    assert.deepEqual(rowsOn(shown.html, 'Left out: 1 row'), [
      ['Bad Address', 'Write the address like name@council.gov.uk', '5'],
    ])
    assert.deepEqual((await counts(here)).slice(0, 2), [people, organisations])

    assert.equal((await bringIn(here, shown)).location, '/people?done=brought')
    const after = [people + 1, organisations + 2, 1, 1]
    assert.deepEqual(await counts(here), after)
    assert.match(wordsOf((await visit(here.manager, '/people')).html), /Ola Open Play lead Play for All/)
    const trail = wordsOf((await visit(here.manager, '/audit')).html)
    for (const what of ['rought in a list', 'dded a person', 'dded an organisation', 'illed the post'])
      assert.ok(trail.includes(what), what)
    assert.equal((await visit(here.manager, shown.url)).status, 404, 'its rows are kept no longer')

    const again = await handIn(here, LIST)
    assert.match(wordsOf(again.html), /1 left out, 3 known already\. .*This list changes nothing/)
    await bringIn(here, again)
    assert.deepEqual(await counts(here), after)
  })

  test('sent twice at once it is brought in once', async () => {
    const here = await aSmallPartnership()
    const shown = await handIn(here, LIST)
    const [people = 0] = await counts(here)
    const fields = { once: newId(), mark: markOn(shown.html) }
    const answers = await Promise.all([1, 2].map(() => send(here.manager, `${shown.url}/done`, fields)))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    assert.equal((await counts(here))[0], people + 1)
  })

  test('is not done when the directory changed after it was looked at', async () => {
    const here = await aSmallPartnership()
    const shown = await handIn(here, LIST)
    await send(here.manager, '/people', { once: newId(), name: 'Ola Open', email: 'ola@play.example' })
    const before = await counts(here)
    const refused = await bringIn(here, shown)
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), [
      'bring: The directory changed since you opened this page. Look at it again',
    ])
    assert.deepEqual(await counts(here), before)
  })

  test('an unclear row is asked about, and done as it was answered', async () => {
    const here = await aSmallPartnership()
    await send(here.manager, '/people', { once: newId(), name: 'Sam Smith', email: 'sam@council.example' })
    const shown = await handIn(here, `${HEADS}\nSam Jones,sam@council.example,,,,`)
    assert.match(wordsOf(shown.html), /Line 2: Sam Jones The address is the one of Sam Smith.*Leave this row out/)
    const [people = 0] = await counts(here)
    await bringIn(here, shown, { 'line-2': 'somebody-else' })
    assert.equal((await counts(here))[0], people + 1)
  })

  test('comes as a workbook too, and says which columns it does not use', async () => {
    const columns = ['Full name', 'Job title', 'Shoe size'].map((header) => ({ header, width: 20 }))
    const sheet = {
      title: 'Partners',
      name: 'Partners',
      columns,
      rows: [{ look: 'plain' as const, cells: ['Wanda Workbook', 'Head of sheets', '38'] }],
    }
    const written = await writeSheet(sheet, 'xlsx', (text) => text)
    const shown = await handIn(town, written, 'partners.xlsx')
    assert.match(
      wordsOf(shown.html),
      /1 new.*Not used.*Shoe size\..*Wanda Workbook is added The post Head of sheets is added/,
    )
  })

  test('that is none is refused in words, and hostile cells show as text', async () => {
    const refusal = async (content: string, name: string) => {
      const list = { name, type: 'text/plain', content: Buffer.from(content) }
      return problemsOn((await send(town.manager, '/directory-lists', { once: newId() }, { list })).html)
    }
    assert.deepEqual(await refusal('Just words\nand more', 'a.csv'), [
      'list: The list has no line of heads. Its columns need heads such as Name, Mail address and Organisation',
    ])
    assert.match((await refusal('%PDF-1.7 nothing', 'a.pdf')).join(), /a\.pdf is no list/)
    const hostile = await handIn(town, `Name,Post\n<img src=x onerror=alert(1)>,"=cmd|' /C calc'!A0"`)
    assert.match(hostile.html, /&lt;img src=x onerror=alert\(1\)> is added/)
  })

  test('is looked at by the virus scanner before anything reads it, as evidence is', async () => {
    const clamd = await startClamd()
    setScanner(clamdScanner({ host: '127.0.0.1', port: clamd.port }, { silenceMs: 200, totalMs: 5000 }))
    const refusal = async (content: string) => {
      const list = { name: 'partners.csv', type: 'text/csv', content: Buffer.from(content) }
      return problemsOn((await send(town.manager, '/directory-lists', { once: newId() }, { list })).html).join()
    }
    assert.match(
      await refusal(`${LIST}\n${EICAR}`),
      /^list: The virus scanner found .* in partners\.csv, so it was not read/,
    )
    assert.match(
      wordsOf((await visit(town.manager, '/audit')).html),
      /Handed in a list of people that the virus scanner refused/,
    )
    clamd.setManner('silent')
    assert.match(await refusal(LIST), /^list: The virus scanner could not be asked about partners\.csv/)
    clamd.setManner('well')
    assert.match((await handIn(town, LIST)).html, /Nothing has happened yet/)
    await clamd.close()
  })

  test('an empty list to fill in has the heads that are read', async () => {
    const { body } = await visit(town.manager, '/directory-lists/template')
    assert.equal(body.toString('utf8'), `\ufeff${HEADS}\r\n`)
  })
})
