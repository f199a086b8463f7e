import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { appCode } from '../../../../../test/support/app-code.ts'
import { aBrowser } from '../../../../../test/support/browser-session.ts'
import { mailsTo } from '../../../../../test/support/mail-of-tests.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findChanges } from '../../../audit/index.ts'

describe('looking after somebody’s ways in', () => {
  let town: SmallPartnership
  let url = ''
  before(async () => {
    town = await aSmallPartnership()
    url = `/people/${town.lead.member.person.id}/ways-in`
  })

  test('is reached from their page, and says what they have', async () => {
    const { html } = await visit(town.manager, `/people/${town.lead.member.person.id}`)
    assert.ok(html.includes(`href="${url}"`))
    const words = wordsOf((await visit(town.manager, url)).html)
    assert.match(words, /How Lena Lead signs in .*Second factor None Passkeys None/)
    assert.match(words, /They have none\./)
  })

  test('signs them out everywhere, and the same form twice is one entry', async () => {
    const [phone, desk] = [aBrowser(), aBrowser()]
    await phone.signIn(town.lead)
    await desk.signIn(town.lead)
    const fields = { once: newId() }
    await Promise.all([1, 2].map(() => send(town.manager, `${url}/sessions-end`, fields)))
    assert.deepEqual([await phone.isIn(), await desk.isIn()], [false, false])
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) =>
      findChanges(tx, [town.lead.member.person.id], 20),
    )
    assert.equal(changes.filter(({ what }) => what === 'signed somebody out everywhere').length, 1)
  })

  test('takes a lost second factor away from whoever was made sure of, who is told and comes in without it', async () => {
    const lead = aBrowser()
    await lead.signIn(town.lead)
    const begun = await lead.send('/account/second-factor', { password: town.lead.password })
    const key = (/<code class="trellis-key">([A-Z2-7 ]+)<\/code>/.exec(begun.html)?.[1] ?? '').replaceAll(' ', '')
    await lead.send('/account/second-factor/confirmation', { code: appCode(key) })
    assert.match((await aBrowser().signIn(town.lead)).location, /^\/sign-in\/code/)

    const unsaid = await send(town.manager, `${url}/factors-end`, { reason: ' ', once: newId() })
    assert.deepEqual(problemsOn(unsaid.html), ['reason: Say how you made sure that it is them'])
    const reason = 'Called back on the number of the play service'
    const done = await send(town.manager, `${url}/factors-end`, { reason, once: newId() })
    assert.equal(done.location, `${url}?done=away`)
    assert.equal(await lead.isIn(), false)
    assert.equal((await aBrowser().signIn(town.lead)).location, '/plans')
    const [mail] = await mailsTo(town.id, town.lead.email)
    assert.match(mail?.text ?? '', /Mina Manager took away the second factor .*If you did not ask for it/s)
    const trail = wordsOf((await visit(town.manager, '/audit')).html)
    assert.match(trail, /Took somebody’s second factor and passkeys away/)
    assert.match(trail, /Called back on the number of the play service/)
  })

  test('is nobody’s for themselves, nor for whoever has no sign-in or is of another partnership', async () => {
    const own = `/people/${town.manager.member.person.id}/ways-in`
    const answer = await send(town.manager, `${own}/factors-end`, { reason: 'me', once: newId() })
    assert.match(problemsOn(answer.html).join(), /Your own are another’s to take away/)
    const elsewhere = await aSmallPartnership()
    const theirs = `/people/${elsewhere.lead.member.person.id}/ways-in`
    for (const place of [theirs, `/people/${newId()}/ways-in`]) {
      assert.equal((await visit(town.manager, place)).status, 404)
      assert.equal((await send(town.manager, `${place}/sessions-end`, { once: newId() })).status, 404)
      assert.equal((await send(town.manager, `${place}/factors-end`, { reason: 'x', once: newId() })).status, 404)
    }
  })
})
