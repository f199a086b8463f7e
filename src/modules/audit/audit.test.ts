import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Records, someRecords } from '../../../test/architecture/access-cases.ts'
import { aSmallPartnership, type SmallPartnership, type Somebody } from '../../../test/support/partnership.ts'
import { type Fields, type Files, send } from '../../../test/support/visit.ts'
import { takeNoise, theHouse } from '../../../test/support/visit-house.ts'
import { wordsOf } from '../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { aDraftPlan, anAction } from '../plan/plan.factory.ts'
import { UNTIED } from '../plan/plan.ts'
import { findChanges, recordChange } from './index.ts'

type Change = { readonly as: Somebody; readonly url: string; readonly fields: Fields; readonly files?: Files }

/** Every change that somebody can make by a form. */
function everyChange(town: SmallPartnership, of: Records, unnamed: string): Readonly<Record<string, Change>> {
  const { manager, lead, chair } = town
  const file = { name: 'plan.md', type: 'text/markdown', content: Buffer.from('# Plan\n') }
  const typed = { version: '1', text: 'Changed', ref: '', measure: '', timescale: 'May 2015', leadWords: '' }
  const action = { ...typed, because: 'Agreed by the board' }
  const update = { narrative: 'Two hubs', whatNext: 'A third', progress: 'green', impact: 'green' }
  const verdict = { submission: of.submission, note: 'More' }
  const once = () => ({ once: newId() })
  return {
    'uploading a document': { as: manager, url: '/documents', fields: once(), files: { document: file } },
    'setting title and period': {
      as: manager,
      url: `/plans/${of.draft}/details`,
      fields: { title: 'Another', starts: '2015-04-01', ends: '2016-03-31' },
    },
    'adding names': { as: manager, url: `/plans/${unnamed}/names`, fields: { name: 'Play forum' } },
    'adopting a plan': { as: manager, url: `/plans/${of.draft}/adoption`, fields: {} },
    'adding an action in year': { as: manager, url: `/plans/${of.plan}/add-action`, fields: { ...once(), ...action } },
    'splitting an action off': {
      as: manager,
      url: `/actions/${of.action}/split-off`,
      fields: { ...once(), ...action },
    },
    'changing an action': { as: manager, url: `/actions/${of.action}/change`, fields: { ...once(), ...action } },
    'saving a draft': { as: lead, url: `/updates/${of.asked}`, fields: { ...once(), ...update, step: 'save' } },
    'sending an update': { as: lead, url: `/updates/${of.asked}`, fields: { ...once(), ...update, step: 'submit' } },
    'attaching evidence': {
      as: lead,
      url: `/updates/${of.asked}`,
      fields: { ...once(), step: 'save' },
      files: { evidence: file },
    },
    'asking to compare': {
      as: manager,
      url: `/plans/${of.plan}/comparisons`,
      fields: once(),
      files: { document: file },
    },
    'taking back a correction': {
      as: manager,
      url: `/comparisons/${of.comparison}/corrections/${of.correction}/undo`,
      fields: {},
    },
    'correcting a pair': {
      as: manager,
      url: `/comparisons/${of.comparison}/corrections`,
      fields: { ...once(), kind: 'unpair', plan: of.action, report: 'a1' },
    },
    'accepting an update': { as: chair, url: `/updates/${of.sent}/verdict`, fields: { ...verdict, step: 'accept' } },
    'sending an update back': {
      as: chair,
      url: `/updates/${of.sent}/verdict`,
      fields: { ...verdict, step: 'send-back' },
    },
  }
}

describe('the audit trail', () => {
  let town: SmallPartnership
  beforeEach(async () => {
    town = await aSmallPartnership()
  })

  const changes = async () => {
    const { world } = await theHouse()
    const lead = { text: 'Play forum', kind: 'group', ...UNTIED } as const
    const unnamed = await aDraftPlan(world, town.manager.member, { actions: [anAction({ leads: [lead] })] })
    return Object.entries(everyChange(town, await someRecords(town), unnamed))
  }

  test('every change writes at least one entry', async () => {
    for (const what of (await changes()).map(([name]) => name)) {
      const [, change] = (await changes()).find(([name]) => name === what) ?? []
      assert.ok(change)
      const before = await countEntries()
      const { status, html } = await send(change.as, change.url, change.fields, change.files)
      assert.equal(status, 303, `${what}: ${wordsOf(html)}`)
      assert.ok((await countEntries()) > before, what)
    }
  })

  test('where the entry cannot be written nothing is changed, and the visitor is told so', async () => {
    const tried = await changes()
    await forbidEntries()
    try {
      const before = await everyRow()
      for (const [what, { as, url, fields, files }] of tried) {
        const { status, html } = await send(as, url, fields, files)
        assert.equal(status, 500, what)
        assert.match(wordsOf(html), /Nothing you sent was half saved/)
        assert.deepEqual(await everyRow(), before, `${what} left something behind`)
        assert.match(takeNoise().join(), /no entry today/)
      }
    } finally {
      await allowEntries()
    }
  })

  test('entries are found by what they are about, the latest first', async () => {
    const { world } = await theHouse()
    const subject = { kind: 'plan', id: newId() }
    const by = town.manager.member
    await inScope(world.db, wholePartnership(town.id), async (tx) => {
      await recordChange(tx, world, by, { what: 'did the first thing', subject })
      await recordChange(tx, world, by, { what: 'did the second thing', subject, before: { a: 1 }, after: { a: 2 } })
    })
    const found = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [subject.id], 10))
    assert.deepEqual(
      found.map(({ what, by: name, before, after }) => ({ what, name, before, after })),
      [
        { what: 'did the second thing', name: 'Mina Manager', before: { a: 1 }, after: { a: 2 } },
        { what: 'did the first thing', name: 'Mina Manager', before: null, after: null },
      ],
    )
    const elsewhere = await aSmallPartnership()
    assert.deepEqual(
      await inScope(world.db, wholePartnership(elsewhere.id), (tx) => findChanges(tx, [subject.id], 10)),
      [],
    )
  })
})

async function countEntries(): Promise<number> {
  const { database } = await theHouse()
  return database.owner(async (db) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from audit_entry`.execute(db)
    return rows[0]?.count ?? 0
  })
}

/** A sum over every row of every table, to see that nothing at all has changed. */
async function everyRow(): Promise<Readonly<Record<string, string>>> {
  const { database } = await theHouse()
  return database.owner(async (db) => {
    const { rows: tables } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`.execute(
      db,
    )
    const sums: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ sum: string }>`
        select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as sum
        from ${sql.table(name)} t`.execute(db)
      sums[name] = rows[0]?.sum ?? ''
    }
    return sums
  })
}

async function forbidEntries(): Promise<void> {
  const { database } = await theHouse()
  await database.owner(async (db) => {
    await sql`create function refuse_entry() returns trigger language plpgsql
      as $$ begin raise exception 'no entry today'; end $$`.execute(db)
    await sql`create trigger refuse_entry before insert on audit_entry for each row execute function refuse_entry()`.execute(
      db,
    )
  })
}

async function allowEntries(): Promise<void> {
  const { database } = await theHouse()
  await database.owner(async (db) => {
    await sql`drop trigger refuse_entry on audit_entry`.execute(db)
    await sql`drop function refuse_entry()`.execute(db)
  })
}
