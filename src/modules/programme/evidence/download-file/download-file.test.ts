import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, SAID, sentAt, write } from '../../../../../test/support/partnership-duty.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { takeNoise, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, problemsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'

describe('evidence', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('evidence is kept as handed over and handed out as a download, never shown as a page', async () => {
    const point = await aDuty(town)
    const content = Buffer.from('<script>alert(1)</script>')
    const evidence = { name: 'Bericht “März” <1>.html', type: 'text/html', content }
    await write(town.lead, point, { step: 'save' }, { evidence })
    await write(town.lead, point, {}, { evidence: { ...evidence, name: 'second.html' } })
    const { html } = await visit(town.viewer, `/updates/${point}`)
    const [first = ''] = linksOn(html).filter((href) => href.startsWith('/files/'))
    const file = await visit(town.viewer, first)
    assert.deepEqual(file.body, content)
    assert.equal(file.type, 'application/octet-stream')
    assert.match(
      file.headers['content-disposition'] ?? '',
      /^attachment; .*filename\*=UTF-8''Bericht%20%E2%80%9CM%C3%A4rz/,
    )
    assert.match(wordsOf(html), /Bericht “März” <1>\.html \(Web page, 25 bytes\) second\.html/)
    assert.equal(file.headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'; sandbox")
    assert.equal(file.headers['x-content-type-options'], 'nosniff')
    assert.equal(file.headers['cross-origin-resource-policy'], 'same-origin')
  })

  test('a picture shows in the browser under its own type, whatever the name and the browser said', async () => {
    const point = await aDuty(town)
    const content = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    await write(town.lead, point, {}, { evidence: { name: 'hub.html', type: 'text/html', content } })
    const { html } = await visit(town.viewer, `/updates/${point}`)
    const [href = ''] = linksOn(html).filter((to) => to.startsWith('/files/'))
    const file = await visit(town.viewer, href)
    assert.equal(file.type, 'image/png')
    assert.match(file.headers['content-disposition'] ?? '', /^inline; filename="hub\.html\.png"/)
    assert.match(file.headers['content-security-policy'] ?? '', /sandbox/)
  })

  test('a program is refused in words, whatever its name says, and the words of the update are kept', async () => {
    const point = await aDuty(town)
    const content = Buffer.concat([Buffer.from([0x4d, 0x5a, 0x90, 0]), Buffer.alloc(600)])
    const refused = await write(
      town.lead,
      point,
      {},
      { evidence: { name: 'minutes.pdf', type: 'application/pdf', content } },
    )
    assert.deepEqual(problemsOn(refused.html), [
      'evidence: “minutes.pdf” is a program, whatever its name says. Programs are not kept',
    ])
    assert.equal(valueOn(refused.html, 'narrative'), SAID.narrative)
    assert.deepEqual(await sentAt(town, point), [])
  })

  test('evidence of an update not sent yet is its leads’ own: others neither see its name nor get it', async () => {
    const point = await aDuty(town)
    const evidence = { name: 'draft-of-the-hubs.txt', type: 'text/plain', content: Buffer.from('Two hubs') }
    await write(town.lead, point, { step: 'save' }, { evidence })
    const mine = await visit(town.lead, `/updates/${point}`)
    const [href = ''] = linksOn(mine.html).filter((to) => to.startsWith('/files/'))
    const [action = ''] = linksOn(mine.html).filter((to) => to.startsWith('/actions/'))
    assert.equal((await visit(town.lead, href)).status, 200)
    for (const other of [town.viewer, town.chair]) {
      assert.equal((await visit(other, href)).status, 404)
      assert.doesNotMatch((await visit(other, action)).html, /draft-of-the-hubs/)
    }
    await write(town.lead, point)
    assert.equal((await visit(town.viewer, href)).status, 200)
    assert.match((await visit(town.viewer, action)).html, /draft-of-the-hubs/)
  })

  test('evidence of another partnership, and a document that is no evidence, are not handed out', async () => {
    const point = await aDuty(town)
    const evidence = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('Two hubs') }
    await write(town.lead, point, {}, { evidence })
    const [href = ''] = linksOn((await visit(town.lead, `/updates/${point}`)).html).filter((to) =>
      to.startsWith('/files/'),
    )
    const elsewhere = await aSmallPartnership()
    assert.equal((await visit(elsewhere.manager, href)).status, 404)
    const { world } = await theHouse()
    await send(town.manager, '/documents', { once: newId() }, { document: { ...evidence, name: 'plan.md' } })
    const [document] = await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('stored_file').select('id').where('name', '=', 'plan.md').execute(),
    )
    assert.equal((await visit(town.manager, `/files/${document?.id}`)).status, 404)
  })

  test('evidence above 10 MB is refused, and the words are kept', async () => {
    const point = await aDuty(town)
    const content = Buffer.alloc(10 * 1024 * 1024 + 1)
    const refused = await write(town.lead, point, {}, { evidence: { name: 'big.bin', type: '', content } })
    assert.match(problemsOn(refused.html).join(), /^evidence: The file is larger than 10 MB/)
    assert.equal(valueOn(refused.html, 'narrative'), SAID.narrative)
    assert.deepEqual(await sentAt(town, point), [])
  })

  test('a file may have any name, even one that no disk would take', async () => {
    for (const name of ['a\0b.txt', 'a\r\nset-cookie: b=c.txt', '../../etc/passwd', '"quoted".txt', 'n'.repeat(5000)]) {
      const point = await aDuty(town)
      const evidence = { name, type: 'text/plain', content: Buffer.from('Two hubs') }
      const sent = await write(town.lead, point, {}, { evidence })
      assert.equal(sent.status, 303, `${JSON.stringify(name.slice(0, 40))}: ${takeNoise()}`)
      const [href = ''] = linksOn((await visit(town.lead, `/updates/${point}`)).html).filter((to) =>
        to.startsWith('/files/'),
      )
      const file = await visit(town.viewer, href)
      assert.equal(file.status, 200, JSON.stringify(name.slice(0, 40)))
      assert.deepEqual(file.cookies, [])
    }
  })
})
