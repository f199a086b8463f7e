import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { aDuty, write } from '../../../../test/support/partnership-duty.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { queueMessage } from '../../../platform/messages/index.ts'
import { countBlanked, isBreak, verifyChain } from '../../audit/index.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { anUpdate, aVerdict, firstPointOf } from '../../programme/programme.factory.ts'

const NAME = 'Lená O’Lead-"Quick"'
const BEFORE = 'Lená Maiden'
const MOBILE = '+447700900123'

/** Somebody who did all that somebody can do, was written about by others, changed their name, and left. */
async function somebodyWhoLeft(): Promise<SmallPartnership & { readonly action: ActionId; readonly mail: string }> {
  const town = await aSmallPartnership({ lead: BEFORE })
  const { world, ...house } = await theHouse()
  const { manager, lead, chair } = town
  const id = lead.member.person.id
  const directory = { name: BEFORE, email: lead.email, mobile: MOBILE, organisation: '' }
  const path = `/people/${id}`
  await sendAndFollow(manager, `${path}/change`, { once: newId(), ...directory })
  const old = 'old.lena@testing.example'
  await sendAndFollow(manager, `${path}/change`, { once: newId(), ...directory, email: old })
  await sendAndFollow(manager, `${path}/change`, { once: newId(), ...directory, name: NAME })
  const as = { ...lead.member, person: { id, name: NAME }, address: '192.0.2.77' }
  const action = anAction({
    dueOn: [day('2014-09-30')],
    lead: as,
    leadGroupId: town.group,
    text: `Ask ${NAME} for a hub`,
  })
  await anAdoptedPlan({ world, ...house }, manager.member, { actions: [action] })
  const point = await firstPointOf(world, as, action.id)
  await anUpdate(world, as, point, { narrative: `Two hubs opened, says Lená  O'Lead-"Quick" (${lead.email})` })
  await aVerdict(world, chair.member, point, `Thank you, ${BEFORE.toUpperCase()}`)
  await inScope(world.db, wholePartnership(town.id), (tx) =>
    queueMessage(tx, world, town.id, {
      key: `reminder/${id}`,
      channel: 'mail',
      to: lead.email,
      toName: NAME,
      personId: id,
      purpose: 'reminder',
      subject: `${NAME}, your update is due`,
      text: 'Dear Lená',
    }),
  )
  const list = { partnership_id: town.id, id: newId(), name: 'list.csv', handed_in_at: '2014-10-15T09:00:00Z' }
  await inScope(world.db, wholePartnership(town.id), (tx) =>
    tx
      .insertInto('directory_list')
      .values({
        ...list,
        rows: JSON.stringify([{ name: NAME, mobile: MOBILE }]),
        handed_in_by: manager.member.person.id,
      })
      .execute(),
  )
  await sendAndFollow(manager, `${path}/leaving`, { once: newId(), leftOn: '2014-10-15', toAll: 'Vera Viewer' })
  return { ...town, action: action.id, mail: old }
}

/** Each table with a row, of whatever partnership, in which some words stand. */
async function tablesWith(words: readonly string[]): Promise<readonly string[]> {
  const { database } = await theHouse()
  return database.owner(async (owner) => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace space on space.oid = relnamespace
      where relkind = 'r' and nspname in ('public', 'sign_in', 'edge', 'installation') order by 1`.execute(owner)
    assert.ok(tables.length > 50)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from ${sql.raw(name)} t where exists (select from unnest(${[...words]}::text[]) word
          where position(lower(word) in lower(replace(replace(t::text, '\\', ''), '""', '"'))) > 0)`.execute(owner)
      for (const { row } of rows) found.push(`${name}: ${row.slice(0, 400)}`)
    }
    return found
  })
}

describe('somebody is erased', () => {
  let town: Awaited<ReturnType<typeof somebodyWhoLeft>>
  before(async () => {
    town = await somebodyWhoLeft()
  })

  const pathOf = (of: SmallPartnership) => `/people/${of.lead.member.person.id}/erasure`
  const sure = () => ({ once: newId(), reason: 'asked', sure: 'yes' })
  const trailOf = async (of: SmallPartnership) =>
    inScope((await theHouse()).world.db, wholePartnership(of.id), (tx) => verifyChain(tx, null))

  test('what it would do is shown first, and nothing of it is done', async () => {
    const before = await tablesWith([NAME])
    const { html } = await visit(town.manager, pathOf(town))
    assert.match(
      wordsOf(html),
      /This cannot be undone.*Entries of the audit trail \d+.*Messages to them \d+.*Updates 1.*Verdicts of chairs 1/,
    )
    assert.deepEqual(await tablesWith([NAME]), before)
    assert.ok(before.length > 5)
  })

  test('a reason and a yes are asked for, both at once', async () => {
    const { status, html } = await send(town.manager, pathOf(town), { once: newId() })
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), ['reason: Say why they are erased', 'sure: Say that you are sure'])
  })

  test('their names and addresses stand in no row of any table, the chain is whole, and what others wrote stays', async () => {
    const head = await trailOf(town)
    assert.ok(!isBreak(head))
    const once = newId()
    const page = await sendAndFollow(town.manager, pathOf(town), { ...sure(), once })
    assert.match(wordsOf(page.html), /name and contact data are erased.*A person erased on 15 October 2014/)
    assert.equal((await send(town.manager, pathOf(town), { ...sure(), once })).status, 303, 'sent twice, done once')
    assert.deepEqual(await tablesWith([NAME, BEFORE, town.lead.email, town.mail, MOBILE, '192.0.2.77', "O'Lead"]), [])
    const after = await trailOf(town)
    assert.ok(!isBreak(after))
    assert.equal(after.number, head.number + 1)
    const { world } = await theHouse()
    const anchored = await inScope(world.db, wholePartnership(town.id), (tx) => verifyChain(tx, head))
    assert.ok(!isBreak(anchored), 'the chain still passes through where it stood before')
    const action = wordsOf((await visit(town.manager, `/actions/${town.action}`)).html)
    assert.match(action, /Ask a person erased on 15 October 2014 for a hub/)
    assert.match(
      action,
      /Two hubs opened, says a person erased on 15 October 2014 \(a person erased on 15 October 2014\)/,
    )
    assert.match(action, /Sent back by Chris Chair.*Thank you, a person erased on 15 October 2014/)
    assert.equal((await visit(town.manager, pathOf(town))).status, 404)
    assert.doesNotMatch(page.html, /\/erasure"|Undo the leaving/, 'what is done is not offered again')
    const trail = wordsOf((await visit(town.manager, '/audit')).html)
    assert.match(trail, /Details taken out On 15 October 2014 at 10:00 somebody was erased from this entry/)
    assert.ok((await inScope(world.db, wholePartnership(town.id), countBlanked)) > 0)
    const undo = await send(town.manager, `/people/${town.lead.member.person.id}/return`, { once: newId() })
    assert.equal(undo.status, 404, 'nobody returns under a name that is gone')
  })

  test('files stay as they were handed in, so those that may name somebody are listed before, with what to do', async () => {
    const here = await aSmallPartnership()
    const point = await aDuty(here)
    const file = { name: 'visits.csv', type: 'text/csv', content: Buffer.from('who,when\nLena Lead,May\n') }
    assert.equal((await write(here.lead, point, {}, { evidence: file })).status, 303)
    const none = wordsOf((await visit(town.manager, `/people/${town.chair.member.person.id}/erasure`)).html)
    assert.doesNotMatch(none, /visits\.csv/)
    const left = { once: newId(), leftOn: '2014-10-15', toAll: 'Vera Viewer' }
    await send(here.manager, `/people/${here.lead.member.person.id}/leaving`, left)
    const words = wordsOf((await visit(here.manager, pathOf(here))).html)
    assert.match(
      words,
      /Files that may still name them .*Ask whoever sent each for one without the name.*visits\.csv 15 Oct 14/,
    )
  })

  test('whoever is still here is not erased', async () => {
    const here = await aSmallPartnership()
    assert.match(wordsOf((await visit(here.manager, pathOf(here))).html), /Record that they leave first/)
    await send(here.manager, pathOf(here), sure())
    assert.match(wordsOf((await visit(here.manager, `/people/${here.lead.member.person.id}`)).html), /Lena Lead/)
  })

  test('a namesake keeps their name, in their own records and in texts', async () => {
    const here = await aSmallPartnership({ lead: 'Sam Same', chair: 'Sam Same' })
    const left = { once: newId(), leftOn: '2014-10-15', toAll: '' }
    await send(here.manager, `/people/${here.lead.member.person.id}/leaving`, left)
    assert.match(wordsOf((await visit(here.manager, pathOf(here))).html), /Somebody else here has the same name/)
    await sendAndFollow(here.manager, pathOf(here), sure())
    assert.match(wordsOf((await visit(here.manager, `/people/${here.chair.member.person.id}`)).html), /Sam Same/)
  })

  test('nobody outside the partnership is touched', async () => {
    const [here, there] = [await aSmallPartnership(), await aSmallPartnership()]
    const left = { once: newId(), leftOn: '2014-10-15', toAll: '' }
    await send(here.manager, `/people/${here.lead.member.person.id}/leaving`, left)
    await sendAndFollow(here.manager, pathOf(here), sure())
    assert.match(wordsOf((await visit(there.manager, `/people/${there.lead.member.person.id}`)).html), /Lena Lead/)
    const cut = send(there.manager, pathOf(here), sure())
    assert.equal((await cut).status, 404)
  })
})
