import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { twoDuties } from '../../../../test/support/partnership-duty.ts'
import { aLink } from '../../../../test/support/update-link.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { inScope, type Tx, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { queueMessage, withdrawMessage } from '../../../platform/messages/index.ts'
import { isBreak, verifyChain } from '../../audit/index.ts'
import { applyRetention } from './apply-retention.ts'
import { parseDays } from './retention.ts'

describe('what is kept for its time', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const inTown = async <T>(of: SmallPartnership, work: (tx: Tx) => Promise<T>) =>
    inScope((await theHouse()).world.db, wholePartnership(of.id), work)
  const apply = async (on: string) => {
    setClock(on)
    await applyRetention((await theHouse()).world)
    setClock()
  }
  const trail = async (of: SmallPartnership) => wordsOf((await visit(of.manager, '/audit?words=forgot+what')).html)

  test('a message that ended two years ago loses its reader and its words; one that ended a day later keeps them', async () => {
    const here = await aSmallPartnership()
    const { world } = await theHouse()
    for (const [key, moment] of [
      ['first', '2012-10-14'],
      ['second', '2012-10-16'],
    ] as const) {
      setClock(moment)
      await inTown(here, async (tx) => {
        const to = { channel: 'mail', to: `${key}@testing.example`, toName: 'Lena Lead', purpose: 'reminder' } as const
        await queueMessage(tx, world, here.id, { key, ...to, subject: 'Due', text: 'Words' })
        await withdrawMessage(tx, world, here.id, key)
      })
    }
    await apply('2014-10-15')
    const kept = await inTown(here, (tx) =>
      tx.selectFrom('message').select(['key', 'to_address', 'to_name', 'body']).orderBy('key').execute(),
    )
    assert.deepEqual(kept, [
      { key: 'first', to_address: 'forgotten', to_name: null, body: '' },
      { key: 'second', to_address: 'second@testing.example', to_name: 'Lena Lead', body: 'Words' },
    ])
    assert.match(await trail(here), /Forgot what was kept for its time.*messages: 1/)
    assert.ok(!isBreak(await inTown(here, (tx) => verifyChain(tx, null))))
    await apply('2014-10-15')
    assert.match(await trail(here), /messages: 0.*messages: 1/)
  })

  test('whoever left a year ago can no longer be written to, and keeps their name', async () => {
    const here = await aSmallPartnership()
    const id = here.lead.member.person.id
    await sendAndFollow(here.manager, `/people/${id}/leaving`, { once: newId(), leftOn: '2014-10-15', toAll: '' })
    await apply('2015-10-15')
    const page = async () => wordsOf((await visit(here.manager, `/people/${id}`)).html)
    assert.match(await page(), new RegExp(here.lead.email))
    await apply('2015-10-17')
    assert.match(await page(), /Lena Lead.*Mail None given/)
    const { database } = await theHouse()
    const { rows } = await database.signIn.query('select from account_holder where email = $1', [here.lead.email])
    assert.equal(rows.length, 0, 'their sign-in is gone too')
  })

  test('receipts of forms go after thirty days, so that a form sent twice within them saves once', async () => {
    const here = await aSmallPartnership()
    await sendAndFollow(here.manager, '/audit/anchors', { once: newId(), address: 'a@testing.example' })
    const receipts = () => inTown(here, (tx) => tx.selectFrom('form_receipt').select('key').execute())
    await apply('2014-11-13')
    assert.equal((await receipts()).length, 1)
    await apply('2014-11-15')
    assert.equal((await receipts()).length, 0)
  })

  test('a link to an update goes a year after it ran out, opened or not; one that runs still opens', async () => {
    const here = await aSmallPartnership()
    const [first, second] = await twoDuties(here)
    assert.equal((await visit(null, await aLink(here, first))).status, 200)
    setClock('2014-12-20')
    const later = await aLink(here, second)
    const links = () => inTown(here, (tx) => tx.selectFrom('update_link').select('point_id').execute())
    await apply('2015-11-28')
    assert.equal((await links()).length, 2)
    await apply('2015-11-30')
    assert.deepEqual(await links(), [{ point_id: second }])
    assert.deepEqual(await inTown(here, (tx) => tx.selectFrom('update_link_opening').select('link_id').execute()), [])
    setClock('2014-12-20')
    assert.equal((await visit(null, later)).status, 200)
  })

  test('the manager sets a period, and the trail says so; words that are no days are refused', async () => {
    const field = { once: newId(), kind: 'messages', 'days-messages': '90' }
    const kept = await sendAndFollow(town.manager, '/privacy/periods', field)
    assert.match(wordsOf(kept.html), /The period is changed.*Messages.*90 days after they ended/)
    assert.match(wordsOf((await visit(town.manager, '/audit?words=how+long')).html), /days: 730.*days: 90/)
    const wrong = await send(town.manager, '/privacy/periods', {
      ...field,
      once: newId(),
      'days-messages': 'two years',
    })
    assert.deepEqual(
      [wrong.status, problemsOn(wrong.html)],
      [422, ['days-messages: Write whole days, from 1 to 36,500']],
    )
  })

  test('days are whole, at least one and at most a hundred years', () => {
    assert.deepEqual(['1', ' 730 ', '36500'].map(parseDays), [1, 730, 36_500])
    assert.deepEqual(['0', '-1', '1.5', '36501', '1e3', ''].map(parseDays), [null, null, null, null, null, null])
  })
})
