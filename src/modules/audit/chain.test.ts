import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { aSmallPartnership, type SmallPartnership } from '../../../test/support/partnership.ts'
import { theHouse } from '../../../test/support/visit-house.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  type Break,
  exportLine,
  findChainHead,
  type Head,
  isBreak,
  readLinks,
  recordChange,
  recordChanges,
  verifyChain,
} from './index.ts'

const SCRIPT = /```python\n([\s\S]*?)```/

describe('the chain of the audit trail', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const write = async (...whats: readonly string[]) => {
    const { world } = await theHouse()
    const changes = whats.map((what) => ({
      what,
      subject: { kind: 'plan', id: newId() },
      after: { what, 'naïve “key”': '\u0007\n\t/\\"' },
    }))
    await inScope(world.db, wholePartnership(town.id), (tx) => recordChanges(tx, world, town.manager.member, changes))
  }
  const verify = async (anchor: Head | null = null): Promise<Head | Break> => {
    const { world } = await theHouse()
    return inScope(world.db, wholePartnership(town.id), (tx) => verifyChain(tx, anchor))
  }
  const headNow = async () => {
    const { world } = await theHouse()
    return inScope(world.db, wholePartnership(town.id), findChainHead)
  }
  const asOwner = async (statement: ReturnType<typeof sql>) => {
    const { database } = await theHouse()
    await database.owner((db) => statement.execute(db))
  }
  /** Does some harm as the owner of the database, looks, and mends it. */
  const whileHarmed = async (
    harm: ReturnType<typeof sql>,
    mend: ReturnType<typeof sql>,
    anchor: Head | null = null,
  ) => {
    await asOwner(harm)
    const answer = await verify(anchor)
    await asOwner(mend)
    return answer
  }

  test('entries of many transactions at once, and of one, stand in one unbroken row', async () => {
    const had = (await headNow()).number
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(`did ${index} a`, `did ${index} b`)))
    const answer = await verify()
    assert.ok(!isBreak(answer), JSON.stringify(answer))
    assert.equal(answer.number, had + 40)
  })

  test('what was done in a transaction that failed leaves no gap', async () => {
    const { world } = await theHouse()
    const had = await headNow()
    const fails = inScope(world.db, wholePartnership(town.id), async (tx) => {
      await recordChange(tx, world, town.manager.member, { what: 'failed', subject: { kind: 'plan', id: newId() } })
      throw new Error('no')
    })
    await assert.rejects(fails)
    assert.deepEqual(await headNow(), had)
    await write('went on')
    assert.equal((await headNow()).number, had.number + 1)
  })

  test('any words at all are hashed alike by the database and by whoever checks', async () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/[\0\uD800-\uDFFF]/u.test(text))
    await fc.assert(
      fc.asyncProperty(words, async (what) => write(what)),
      { numRuns: 40 },
    )
    const answer = await verify()
    assert.ok(!isBreak(answer), JSON.stringify(answer))
  })

  test('each kind of tampering is found, and the first broken entry is named', async () => {
    await write('one', 'two', 'three')
    const { number } = await headNow()
    const at = (entry: number) =>
      sql`(select entry_id from audit_link where partnership_id = ${town.id} and number = ${entry})`
    const mark = number - 1
    const changed = await whileHarmed(
      sql`update audit_entry set what = 'nothing' where id = ${at(mark)}`,
      sql`update audit_entry set what = 'two' where id = ${at(mark)}`,
    )
    assert.deepEqual(changed, { number: mark, kind: 'entry-changed' })
    const detail = await whileHarmed(
      sql`update audit_detail set content = content || ' ' where entry_id = ${at(mark)}`,
      sql`update audit_detail set content = rtrim(content) where entry_id = ${at(mark)}`,
    )
    assert.deepEqual(detail, { number: mark, kind: 'detail-changed' })
    const link = await whileHarmed(
      sql`update audit_link set number = number + 1000000 where partnership_id = ${town.id} and number = ${mark}`,
      sql`update audit_link set number = number - 1000000 where partnership_id = ${town.id} and number > 1000000`,
    )
    assert.deepEqual(link, { number: mark, kind: 'link-missing' })
  })

  test('an entry slipped in without a link is found', async () => {
    const id = newId()
    const answer = await whileHarmed(
      sql`with off as (select set_config('session_replication_role', 'replica', true))
        insert into audit_entry (partnership_id, id, at, what, subject_kind, subject_id)
        select ${town.id}::uuid, ${id}::uuid, now(), 'never happened', 'plan', ${newId()}::uuid from off`,
      sql`delete from audit_entry where id = ${id}`,
    )
    assert.ok(isBreak(answer))
    assert.equal(answer.kind, 'link-missing')
  })

  test('an end cut off is seen by whoever kept an anchor, and by nobody else', async () => {
    await write('the last thing')
    const anchor = await headNow()
    assert.deepEqual(await verify(anchor), anchor)
    const cut = sql`create table cut_off as select * from audit_link where partnership_id = ${town.id} and number = ${anchor.number}`
    await asOwner(cut)
    await asOwner(sql`create table cut_entry as select * from audit_entry where id in (select entry_id from cut_off)`)
    await asOwner(
      sql`create table cut_detail as select * from audit_detail where entry_id in (select entry_id from cut_off)`,
    )
    await asOwner(
      sql`delete from audit_link where (partnership_id, number) in (select partnership_id, number from cut_off)`,
    )
    await asOwner(sql`delete from audit_detail where entry_id in (select entry_id from cut_off)`)
    await asOwner(sql`delete from audit_entry where id in (select entry_id from cut_off)`)
    assert.ok(!isBreak(await verify()), 'what is left is whole')
    assert.deepEqual(await verify(anchor), { number: anchor.number, kind: 'link-missing' })
    for (const table of ['cut_off', 'cut_entry', 'cut_detail']) await asOwner(sql`drop table ${sql.table(table)}`)
  })

  test('the application can neither make a link nor alter one', async () => {
    const { world } = await theHouse()
    for (const statement of [
      sql`insert into audit_link select * from audit_link limit 1`,
      sql`update audit_link set hash = hash`,
      sql`delete from audit_link`,
      sql`update audit_detail set content = content`,
      sql`select chain_entry(entry) from audit_entry entry limit 1`,
    ]) {
      await assert.rejects(
        inScope(world.db, wholePartnership(town.id), (tx) => statement.execute(tx)),
        { code: '42501' },
      )
    }
  })

  test('the exported trail is checked by the documented script alone, which finds a changed word', async () => {
    const { world } = await theHouse()
    const folder = await mkdtemp(join(tmpdir(), 'trail-'))
    try {
      const lines: string[] = []
      await inScope(world.db, wholePartnership(town.id), async (tx) => {
        for await (const links of readLinks(tx)) lines.push(...links.map(exportLine))
      })
      const guide = await readFile(new URL('../../../docs/operations/audit.md', import.meta.url), 'utf8')
      const [script, trail] = [join(folder, 'check.py'), join(folder, 'trail.jsonl')]
      await writeFile(script, SCRIPT.exec(guide)?.[1] ?? '')
      await writeFile(trail, lines.join(''))
      const head = await headNow()
      assert.match(
        execFileSync('python3', [script, trail], { encoding: 'utf8' }),
        new RegExp(`${head.number}:${head.hash}`),
      )
      await writeFile(trail, lines.join('').replace('went on', 'went off'))
      assert.throws(() => execFileSync('python3', [script, trail], { encoding: 'utf8', stdio: 'pipe' }), /: changed/)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
