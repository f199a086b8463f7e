import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../src/kernel/day.ts'
import type { ReportingPointId } from '../../src/kernel/id.ts'
import { insertDeputy } from '../../src/modules/people/deputies/deputy.store.ts'
import { withdrawPoints } from '../../src/modules/programme/points/point.store.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { SAID, sentAt, twoDuties } from '../support/partnership-duty.ts'
import { aLink, lastLinkId, mailedIn } from '../support/update-link.ts'
import { ask, cookieOf, send, visit } from '../support/visit.ts'
import { setClock, theHouse } from '../support/visit-house.ts'
import { wordsOf } from '../support/visit-words.ts'

let town: SmallPartnership
let point: ReportingPointId
let other: ReportingPointId
let link: string
beforeEach(async () => {
  town = await aSmallPartnership()
  const duties = await twoDuties(town)
  point = duties[0]
  other = duties[1]
  link = await aLink(town, point)
})

const sent = { once: newId(), step: 'submit', ...SAID }
const unknown = () => `/u/${'A'.repeat(64)}`

async function countRows(table: 'audit_entry' | 'update_submission' | 'update_draft' | 'message'): Promise<number> {
  const { world } = await theHouse()
  return inScope(world.db, wholePartnership(town.id), async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(tx)
    return Number(rows[0]?.count)
  })
}

async function everyCount(): Promise<readonly number[]> {
  const counts = []
  for (const table of ['audit_entry', 'update_submission', 'update_draft', 'message'] as const)
    counts.push(await countRows(table))
  return counts
}

async function opensNothing(words: RegExp): Promise<void> {
  const before = await everyCount()
  const shown = await visit(null, link)
  assert.equal(shown.status, 410)
  assert.match(wordsOf(shown.html), words)
  assert.doesNotMatch(shown.html, /family hub/)
  assert.equal((await send(null, link, { ...sent, once: newId() })).status, 410)
  assert.deepEqual(await everyCount(), before, 'nothing was written')
}

describe('guessing at links', () => {
  test('words that are nobody’s are not found, whatever they look like, and look the same', async () => {
    const { html } = await visit(null, unknown())
    const last = link.endsWith('A') ? 'B' : 'A'
    const tries = [
      `${link.slice(0, -1)}${last}`,
      link.slice(0, -1),
      `${link}A`,
      link.toUpperCase(),
      `/u/${encodeURIComponent("'; drop table update_link; --")}`,
      '/u/%00',
      `/u/${'%'.repeat(3)}25`,
    ]
    for (const url of tries.filter((each) => each !== link)) {
      const { status, html: shown } = await visit(null, url)
      assert.ok(status === 404 || status === 400, `${url} ${status}`)
      if (status === 404) assert.equal(shown, html, url)
    }
  })

  test('forms sent to them change nothing, and look the same', async () => {
    const before = await everyCount()
    for (const url of [unknown(), `${unknown()}/renewal`]) {
      const answer = await send(null, url, { ...sent, once: newId() })
      assert.deepEqual([answer.status, answer.html], [404, (await visit(null, unknown())).html])
    }
    assert.deepEqual(await everyCount(), before)
  })

  test('a link of another partnership is none of this one’s', async () => {
    const elsewhere = await aSmallPartnership()
    const [theirs] = await twoDuties(elsewhere)
    const their = await aLink(elsewhere, theirs)
    const words = (url: string) => Buffer.from(url.slice(3), 'base64url')
    const mixed = Buffer.concat([words(link).subarray(0, 16), words(their).subarray(16)]).toString('base64url')
    assert.equal((await visit(null, `/u/${mixed}`)).status, 404)
  })
})

describe('opening a link', () => {
  test('changes nothing, by GET or by HEAD, whatever its address asks for', async () => {
    const { server, world } = await theHouse()
    const before = await everyCount()
    const asking = `?${new URLSearchParams({ ...sent, once: newId() })}`
    for (const method of ['GET', 'HEAD'] as const) {
      for (const url of [link, `${link}${asking}`]) {
        assert.equal((await server.inject({ method, url })).statusCode, 200)
      }
      assert.equal((await server.inject({ method, url: `${link}/renewal` })).statusCode, 404)
    }
    assert.deepEqual(await everyCount(), before)
    const openings = await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('update_link_opening').select('opened_at').execute(),
    )
    assert.equal(openings.length, 1, 'that it was opened is kept once')
  })

  test('by a program that asks for the headers alone is no opening', async () => {
    const { server, world } = await theHouse()
    assert.equal((await server.inject({ method: 'HEAD', url: link })).statusCode, 200)
    const openings = await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('update_link_opening').select('opened_at').execute(),
    )
    assert.deepEqual(openings, [])
  })

  test('lets nobody in anywhere else', async () => {
    const { headers } = await visit(null, link)
    assert.equal(headers['set-cookie'], undefined)
    for (const url of ['/plans', `/updates/${point}`, '/audit']) assert.equal((await visit(null, url)).status, 303)
  })
})

describe('a link is for one update of one person', () => {
  test('another duty named in the form is not written to', async () => {
    const fields = { ...sent, once: newId(), pointId: other, point: other, point_id: other }
    assert.equal((await send(null, link, fields)).status, 303)
    assert.equal((await sentAt(town, point)).length, 1)
    assert.equal((await sentAt(town, other)).length, 0)
  })

  test('it never judges', async () => {
    await send(null, link, { ...sent, once: newId() })
    const [submission] = await sentAt(town, point)
    const verdict = { submission: submission?.id ?? '', step: 'accept', note: '' }
    assert.equal((await send(null, `${link}/verdict`, verdict)).status, 404)
    await send(null, link, { ...sent, once: newId(), ...verdict })
    assert.equal((await sentAt(town, point))[0]?.verdict, null)
  })

  test('sent by somebody who is signed in as another, it is in the name of the link, and they are told', async () => {
    const { html, headers } = await visit(town.viewer, link)
    assert.match(wordsOf(html), /You are signed in here as Vera Viewer This link is Lena Lead’s/)
    assert.equal(headers['set-cookie'], undefined)
    const answer = await send(town.viewer, link, { ...sent, once: newId() })
    assert.deepEqual(answer.cookies, [])
    assert.equal((await sentAt(town, point))[0]?.submittedBy.name, 'Lena Lead')
    assert.match((await visit(town.viewer, '/plans')).html, /Vera Viewer/)
  })

  test('a form on somebody else’s page does not reach it; an older browser, that names no origin here, does', async () => {
    const form = (headers: Record<string, string>) =>
      ask(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams({ ...sent, once: newId() }).toString(),
      })
    assert.equal((await form({ 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal((await form({ origin: 'https://evil.example' })).status, 403)
    assert.equal((await form({ origin: 'null', ...(await cookieOf(town.viewer)) })).status, 303)
  })
})

describe('a link opens nothing', () => {
  const house = () => theHouse()

  test('once the manager took it back', async () => {
    const { world } = await house()
    const id = await inScope(world.db, wholePartnership(town.id), lastLinkId)
    const plan = await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('reporting_point').select('plan_id').where('id', '=', point).executeTakeFirstOrThrow(),
    )
    const url = `/plans/${plan.plan_id}/asking/links/${id}`
    assert.equal((await send(town.lead, url, { once: newId(), step: 'take-back' })).status, 404)
    assert.equal((await visit(null, link)).status, 200)
    assert.equal((await send(town.manager, url, { once: newId(), step: 'take-back' })).status, 303)
    await opensNothing(/It was taken back on 15 October 2014/)
  })

  test('once it has expired', async () => {
    setClock('2014-11-29')
    await opensNothing(/It was good until the end of 28 November 2014/)
  })

  test('once the duty is withdrawn, and no new one is mailed', async () => {
    const { world } = await house()
    await inScope(world.db, wholePartnership(town.id), (tx) => withdrawPoints(tx, [point], world.now()))
    await opensNothing(/not asked of you any more/)
    const asked = await send(null, `${link}/renewal`, { once: newId() })
    assert.equal(asked.location, `${link}?done=asked`, 'the answer is the same')
    assert.equal((await mailedIn(town)).length, 1)
  })

  test('once the person leads it no more, unless they stand in for whoever does', async () => {
    const { database } = await house()
    const { id } = town.viewer.member.person
    await database.owner((db) =>
      db
        .updateTable('action_lead')
        .set({ person_id: id })
        .where('person_id', '=', town.lead.member.person.id)
        .execute(),
    )
    await opensNothing(/not asked of you any more/)
    const { world } = await house()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertDeputy(tx, town.id, {
        id: newId(),
        of: { kind: 'person', id },
        personId: town.lead.member.person.id,
        starts: day('2014-10-15'),
        endsBefore: day('2014-10-20'),
      }),
    )
    assert.equal((await visit(null, link)).status, 200)
    setClock('2014-10-20')
    await opensNothing(/not asked of you any more/)
  })

  test('once the person left', async () => {
    const { database } = await house()
    const { id } = town.lead.member.person
    await database.owner(async (db) => {
      await db.updateTable('action_lead').set({ person_id: null }).where('person_id', '=', id).execute()
      await db.deleteFrom('person_account').where('person_id', '=', id).execute()
      await db.updateTable('person').set({ left_on: '2014-10-14' }).where('id', '=', id).execute()
    })
    await opensNothing(/not asked of you any more/)
  })
})
