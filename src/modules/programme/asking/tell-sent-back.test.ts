import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { mailsTo } from '../../../../test/support/mail-of-tests.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { aDuty, judge, SAID, sentAt, write } from '../../../../test/support/partnership-duty.ts'
import { aLink } from '../../../../test/support/update-link.ts'
import { send, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { ReportingPointId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'

describe('an update that is sent back', () => {
  let town: SmallPartnership
  let point: ReportingPointId
  beforeEach(async () => {
    town = await aSmallPartnership()
    point = await aDuty(town)
  })

  const mailed = () => mailsTo(town.id, town.lead.email)
  const sendBack = async () => judge(town.chair, point, 'send-back', 'How many families came?')

  test('is told to its lead at once, with the note and a link that opens it without an account', async () => {
    await write(town.lead, point)
    assert.equal((await sendBack()).status, 303)
    const [mail, ...others] = await mailed()
    assert.deepEqual(others, [])
    assert.equal(mail?.subject, 'Sent back: the update due on 31 October 2014')
    assert.match(
      mail?.text ?? '',
      /Chris Chair sent the update on this action back, with a note: “How many families came\?”/,
    )
    const shown = wordsOf((await visit(null, mail?.path ?? '')).html)
    assert.match(shown, /How many families came\?/)
    const fields = { once: newId(), step: 'submit', ...SAID, narrative: '112 families came.' }
    assert.equal((await send(null, mail?.path ?? '', fields)).status, 303)
    assert.equal((await sentAt(town, point))[0]?.narrative, '112 families came.')
  })

  test('the link they had before opens it too, and an update accepted is told to nobody', async () => {
    const link = await aLink(town, point)
    await write(town.lead, point)
    await sendBack()
    assert.equal((await visit(null, link)).status, 200)
    await write(town.lead, point, { narrative: 'All of it' })
    const before = (await mailed()).length
    await judge(town.chair, point, 'accept')
    assert.equal((await mailed()).length, before)
  })

  test('answered twice it is told once; late in the evening it waits for the morning', async () => {
    await write(town.lead, point)
    setClock('2014-10-24T21:30:00Z')
    const { html } = await visit(town.chair, `/updates/${point}`)
    const submission = /name="submission" value="([^"]+)"/.exec(html)?.[1] ?? ''
    for (const _ of [1, 2])
      await send(town.chair, `/updates/${point}/verdict`, { submission, step: 'send-back', note: 'How many?' })
    const { world } = await theHouse()
    const rows = await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('message').select('not_before').where('purpose', '=', 'sent-back').execute(),
    )
    assert.equal(rows.length, 1)
    assert.equal(
      Temporal.Instant.from(`${rows[0]?.not_before}`.replace(' ', 'T')).toString().slice(0, 10),
      '2014-10-27',
    )
  })

  test('whose lead has no address is sent back all the same', async () => {
    await write(town.lead, point)
    const { database } = await theHouse()
    await database.owner((db) =>
      db.updateTable('person').set({ email: null }).where('id', '=', town.lead.member.person.id).execute(),
    )
    assert.equal((await sendBack()).status, 303)
    assert.deepEqual(await mailed(), [])
    assert.equal((await sentAt(town, point))[0]?.verdict?.kind, 'sent-back')
  })
})
