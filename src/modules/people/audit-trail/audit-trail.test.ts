import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { recordChanges } from '../../audit/index.ts'
import { ENTRIES_PER_PAGE } from './audit-trail.route.ts'

describe('the audit trail as a page', () => {
  let town: SmallPartnership
  const plan = newId()
  before(async () => {
    town = await aSmallPartnership()
    const { world } = await theHouse()
    const changes = Array.from({ length: ENTRIES_PER_PAGE + 5 }, (_, index) => ({
      what: `moved the date for the ${index + 1}th time`,
      subject: { kind: 'plan', id: index === 3 ? plan : newId() },
      before: { dueOn: '2014-09-30' },
      after: { dueOn: '2014-10-31', note: '<script>alert(1)</script>' },
      reason: 'The school is closed',
    }))
    const by = { ...town.chair.member, address: '192.0.2.7' }
    await inScope(world.db, wholePartnership(town.id), (tx) => recordChanges(tx, world, by, changes))
  })

  const open = (search = '') => visit(town.manager, `/audit${search}`)

  test('it says who did what, when, from where and why, and what stood before and after', async () => {
    const words = wordsOf((await open()).html)
    assert.match(
      words,
      /Moved the date for the 55th time Entry \d+\. \S+ \S+, \d+ \w+ \d{4} at \d+:\d\d, from 192\.0\.2\.7 Why: The school is closed/,
    )
    assert.match(words, /Before dueOn: 2014-09-30 After dueOn: 2014-10-31 note: <script>alert\(1\)<\/script>/)
  })

  test('it is paged, and a page past the end is the last one', async () => {
    assert.doesNotMatch(wordsOf((await open()).html), /for the 1th time/)
    const [second, beyond] = await Promise.all([open('?page=2'), open('?page=999')])
    assert.match(wordsOf(second.html), /for the 1th time/)
    assert.equal(wordsOf(beyond.html), wordsOf(second.html))
  })

  test('it is searched by words, by person, by record and by day', async () => {
    assert.match(wordsOf((await open('?words=THE+7th')).html), /1 entry found Moved the date for the 7th time/)
    assert.match(wordsOf((await open(`?record=${plan}`)).html), /1 entry found Moved the date for the 4th time/)
    assert.match(wordsOf((await open(`?person=${town.chair.member.person.id}`)).html), /55 entries found/)
    assert.match(wordsOf((await open('?to=1999-12-31')).html), /No entry fits/)
    assert.equal((await open('?from=yesterday&record=%27--&page=-1')).status, 200)
  })

  test('a manager checks the chain, and is told of the first entry that was changed', async () => {
    assert.match(wordsOf((await open('?check=chain')).html), /The chain is whole/)
    const { database } = await theHouse()
    const turn = (from: string, to: string) =>
      database.owner((db) => sql`update audit_entry set what = ${to} where what = ${from}`.execute(db))
    await turn('moved the date for the 9th time', 'left the date alone')
    assert.match(wordsOf((await open('?check=chain')).html), /The chain is broken Entry \d+ is not as it was written/)
    await turn('left the date alone', 'moved the date for the 9th time')
  })

  test('the trail is handed over as lines of JSON', async () => {
    const { body, headers } = await visit(town.manager, '/audit/export')
    assert.match(String(headers['content-disposition']), /^attachment; filename="audit-trail-\d+\.jsonl"/)
    const lines = body
      .toString()
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    assert.ok(lines.length >= 55)
  })
})
