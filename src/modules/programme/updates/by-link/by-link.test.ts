import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, judge, SAID, sentAt, write } from '../../../../../test/support/partnership-duty.ts'
import { aLink, mailedIn } from '../../../../../test/support/update-link.ts'
import { type Fields, type Files, send, visit } from '../../../../../test/support/visit.ts'
import { setClock } from '../../../../../test/support/visit-house.ts'
import { linksOn, problemsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import { newId } from '../../../../platform/ids.ts'

let town: SmallPartnership
let point: ReportingPointId
let link: string
beforeEach(async () => {
  town = await aSmallPartnership()
  point = await aDuty(town)
  link = await aLink(town, point)
})

const writeByLink = (fields: Fields = {}, files?: Files) =>
  send(null, link, { once: newId(), step: 'submit', ...SAID, ...fields }, files)
const shown = async (url = link) => wordsOf((await visit(null, url)).html)

describe('an update by its link, without an account', () => {
  test('shows what is asked, in whose name, and leads nowhere else', async () => {
    const { status, html, headers } = await visit(null, link)
    assert.equal(status, 200)
    const words = wordsOf(html)
    assert.match(words, /Open a family hub in every ward Lena Lead, your update is due on 31 October 2014\./)
    assert.match(words, /You need no account\. The link is yours alone until the end of 28 November 2014/)
    assert.deepEqual(linksOn(html), ['#main'])
    assert.equal(headers['referrer-policy'], 'no-referrer')
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(headers['set-cookie'], undefined)
    setClock('2014-11-03')
    assert.match(await shown(), /your update was due on 31 October 2014/)
  })

  test('a draft is kept, and the same link opens it again', async () => {
    const saved = await writeByLink({ step: 'save', narrative: 'Half said', progress: '' })
    assert.equal(saved.location, `${link}?done=saved`)
    assert.match(await shown(saved.location), /Your draft is saved.*This same link opens it again/)
    assert.equal(valueOn((await visit(null, link)).html, 'narrative'), 'Half said')
    assert.equal(valueOn((await visit(town.lead, `/updates/${point}`)).html, 'narrative'), 'Half said')
  })

  test('every problem is told, and what was typed stays', async () => {
    const refused = await writeByLink({ progress: '', impact: '' })
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), [
      'progress: Choose the rating for progress',
      'impact: Choose the rating for impact',
    ])
    assert.equal(valueOn(refused.html, 'narrative'), SAID.narrative)
  })

  test('sent, the page says what happened, who has it, and what comes next', async () => {
    const sent = await writeByLink()
    assert.equal(sent.location, link)
    const words = await shown()
    assert.match(
      words,
      /Your update is sent It is in the list of Chris Chair, who chairs Early help group, from now on\./,
    )
    assert.match(words, /this same link opens it again, with the note, until the end of 28 November 2014/)
    assert.match(words, /No other report on this action is due/)
    assert.match(words, /What you sent .*Two hubs are open\. A third opens in May\. Progress G On track/)
    assert.equal((await sentAt(town, point))[0]?.submittedBy.id, town.lead.member.person.id)
  })

  test('sent back, the same link opens it again with the chair’s note; accepted, it says so', async () => {
    await writeByLink()
    await judge(town.chair, point, 'send-back', 'How many children?')
    assert.match(await shown(), /Chris Chair sent it back to you How many children\?.*What you wrote is kept below/)
    const { html } = await visit(null, link)
    await writeByLink({ narrative: 'Two hubs, for all of the ward.', seen: valueOn(html, 'seen') ?? '' })
    await judge(town.chair, point, 'accept')
    assert.match(await shown(), /The update is accepted Chris Chair accepted it on 15 October 2014/)
  })

  test('evidence is attached, and shown by its name: its file is for those who signed in', async () => {
    const file = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('Two hubs') }
    await writeByLink({ step: 'save' }, { evidence: file })
    const { html } = await visit(null, link)
    assert.match(wordsOf(html), /Evidence hubs\.txt \(text, 8 bytes\)/i)
    assert.deepEqual(linksOn(html), ['#main'])
  })

  test('the same form twice is sent once', async () => {
    const once = newId()
    await writeByLink({ once })
    assert.equal((await writeByLink({ once })).location, link)
    assert.equal((await sentAt(town, point)).length, 1)
  })

  test('what another lead sent meanwhile is shown, and the words that came too late are kept', async () => {
    await write(town.lead, point)
    const late = await writeByLink({ narrative: 'Three hubs' })
    assert.equal(late.status, 422)
    assert.match(wordsOf(late.html), /What you wrote Three hubs/)
  })

  test('the audit trail names the person and the address that the link was sent to', async () => {
    await writeByLink()
    const { html } = await visit(town.manager, '/audit')
    assert.ok(wordsOf(html).includes(`Lena Lead, by link sent to ${town.lead.email}`))
  })
})

describe('a link that opens nothing any more', () => {
  const renew = () => send(null, `${link}/renewal`, { once: newId() })

  test('says that its time is over, and mails a new one to the same person when asked', async () => {
    setClock('2014-11-29')
    const { status, html } = await visit(null, link)
    assert.equal(status, 410)
    assert.match(
      wordsOf(html),
      /opens nothing any more It was good until the end of 28 November 2014\..*Mail me a new link/,
    )
    assert.doesNotMatch(html, /family hub|Lena/)
    const asked = await renew()
    assert.equal(asked.location, `${link}?done=asked`)
    assert.match(await shown(asked.location), /If the update is still yours to write, a new link is on its way to you/)
    const fresh = await mailed(2)
    assert.match(await shown(fresh), /Open a family hub/)
    assert.match(wordsOf((await visit(town.manager, '/audit')).html), /Asked for a new link to an update/)
  })

  test('asked for again at once, no second mail goes, and the answer is the same', async () => {
    setClock('2014-11-29')
    const first = await renew()
    const second = await renew()
    assert.deepEqual([second.status, second.location], [first.status, first.location])
    assert.equal((await allMailed()).length, 2)
    setClock('2014-11-29T09:10:00Z')
    await renew()
    assert.equal((await allMailed()).length, 3)
  })

  test('a new one takes the place of the one before', async () => {
    setClock('2014-10-20')
    await aLink(town, point)
    assert.match(await shown(), /A newer one was mailed to you on 20 October 2014/)
  })

  test('words that reach it too late are shown, to be copied', async () => {
    setClock('2014-11-29')
    const { status, html } = await writeByLink({ narrative: 'Written for an hour' })
    assert.equal(status, 410)
    assert.match(wordsOf(html), /What you wrote Written for an hour Nothing of it was saved/)
    assert.equal((await sentAt(town, point)).length, 0)
  })

  const allMailed = () => mailedIn(town)
  const mailed = async (count: number) => {
    const all = await allMailed()
    assert.equal(all.length, count)
    return all.at(-1) ?? ''
  }
})
