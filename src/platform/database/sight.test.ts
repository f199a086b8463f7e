import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { anyRow, tablesOf } from '../../../test/support/any-row.ts'
import { openTestDatabase } from '../../../test/support/database.ts'
import type { OrganisationId, PersonId } from '../../kernel/id.ts'
import { newId } from '../ids.ts'
import { type Database, inScope, type Scope, type Sight } from './index.ts'

const NOT_ALLOWED = { code: '42501' }
const READ_ONLY = { code: '25006' }
const TOO_LATE = { code: '25001' }

/**
 * How much of each table a reader of part of the partnership is shown. A table that is not here fails the tests: decide, call
 * `show_to_readers` in its migration, and write it down.
 */
const KINDS = {
  everyone: ['form_receipt', 'partnership'],
  directory: [
    'body',
    'body_meeting',
    'body_member',
    'closed_period',
    'deputy',
    'former_name',
    'organisation',
    'person',
    'post',
    'post_holding',
    'sign_in_demand',
    'sign_on_provider',
    'sign_on_provider_end',
    'vouched_domain',
  ],
  keeper: ['anchor_address', 'departure', 'directory_list', 'invitation', 'invitation_end'],
  grant: ['role_grant', 'text_wish'],
  account: ['person_account'],
  staff: ['rating', 'rating_scheme'],
  plan: [
    'asking_rules',
    'part',
    'period_closing',
    'period_reopening',
    'plan',
    'plan_adoption',
    'plan_closing',
    'plan_discard',
    'reporting_period',
    'reporting_period_removal',
    'scheme_choice',
  ],
  action: [
    'action',
    'action_disposal',
    'action_lead',
    'action_lineage',
    'action_move',
    'action_version',
    'period_closing_row',
    'reporting_point',
  ],
  report: [
    'action_standing',
    'action_step',
    'action_step_done',
    'action_step_version',
    'update_submission',
    'update_withdrawal',
  ],
  duty: ['asking_due', 'asking_step', 'asking_told', 'evidence', 'update_draft'],
  verdict: ['disposal_acceptance', 'update_verdict'],
  file: ['file_scan', 'stored_file'],
  own: ['calendar_feed'],
  wait: ['action_wait'],
  trail: ['audit_detail', 'audit_entry'],
  whole: [
    'action_wait_refusal',
    'action_wait_told',
    'address_refusal',
    'audit_link',
    'comparison',
    'document_page',
    'draft_change',
    'erasure',
    'message',
    'message_attempt',
    'message_delay',
    'message_due',
    'message_end',
    'message_fate',
    'pair_correction',
    'pair_correction_undone',
    'reading',
    'recipe',
    'retention_period',
    'review_answer',
    'tie_change',
    'update_link',
    'update_link_opening',
  ],
} as const

/** Those of which a reader without an action sees rows: what every form and every page of the staff's needs. */
const SHOWN_TO_STAFF: readonly string[] = [...KINDS.everyone, ...KINDS.directory, ...KINDS.staff]

const ours = newId<'partnership'>()
let database: Database
let tables: Awaited<ReturnType<typeof tablesOf>>

before(async () => {
  database = await openTestDatabase()
  await database.owner(async (owner) => {
    tables = await tablesOf(owner)
    await sql`set session_replication_role = replica`.execute(owner)
    for (const [table, columns] of tables) await insertInto(table, anyRow(columns, ours)).execute(owner)
  })
})
after(() => database.close())

function insertInto(table: string, row: Record<string, unknown>) {
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  return sql`insert into ${sql.table(table)} (${names}) values (${sql.join(Object.values(row))})`
}

function somebody(sight: Partial<Sight>): Scope {
  const nobody: Sight = {
    sees: 'nothing',
    personId: newId<'person'>(),
    people: [],
    posts: [],
    organisationId: null,
    keepsPeople: false,
    changesNothing: false,
  }
  return { partnershipId: ours, sight: { ...nobody, ...sight } }
}

async function tablesSeenBy(scope: Scope): Promise<readonly string[]> {
  const seen: string[] = []
  for (const table of tables.keys()) {
    const { rows } = await inScope(database.app, scope, (tx) => sql`select from ${sql.table(table)}`.execute(tx))
    if (rows.length > 0) seen.push(table)
  }
  return seen.sort()
}

async function tablesWrittenBy(scope: Scope): Promise<readonly string[]> {
  const written: string[] = []
  for (const [table, columns] of tables) {
    const write = inScope(database.app, scope, async (tx) => {
      await insertInto(table, anyRow(columns, ours)).execute(tx)
      return { ok: false }
    })
    const code = await write.then(
      () => 'taken',
      (problem: { code?: string }) => problem.code,
    )
    // Whether the row fits the others is found out after whether it may be written at all.
    if (code !== NOT_ALLOWED.code && code !== READ_ONLY.code) written.push(table)
  }
  return written.sort()
}

describe('what of a partnership somebody sees', () => {
  test('every table says how much of it is shown, and to whom', async () => {
    const { rows } = await database.owner((owner) =>
      sql<{ table: string; kinds: string[] }>`
        select relname as table, array_agg(distinct replace(polname, 'readers_', '')::text)
          filter (where polname like 'readers_%' and polname <> 'readers_removal' and not polpermissive) as kinds
        from pg_class left join pg_policy on polrelid = pg_class.oid
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'trellis_migration'
        group by relname order by relname`.execute(owner),
    )
    const declared = Object.entries(KINDS).flatMap(([kind, names]) => names.map((table) => ({ table, kinds: [kind] })))
    assert.deepEqual(
      rows,
      declared.toSorted((a, b) => (a.table < b.table ? -1 : 1)),
    )
  })

  test('whoever sees all sees every table', async () => {
    assert.deepEqual(await tablesSeenBy(somebody({ sees: 'all' })), [...tables.keys()].sort())
  })

  test('whoever sees part, and answers for no action, sees the directory and what colours mean', async () => {
    assert.deepEqual(await tablesSeenBy(somebody({ sees: 'part' })), [...SHOWN_TO_STAFF].sort())
  })

  test('a young person, and whoever has no role, sees none of the staff’s tables', async () => {
    assert.deepEqual(await tablesSeenBy(somebody({ sees: 'nothing' })), [...KINDS.everyone])
  })

  test('a sight that says nothing shows nothing', async () => {
    const seen = await database.app.transaction().execute(async (tx) => {
      await sql`select set_config('trellis.partnership', ${ours}, true)`.execute(tx)
      return tx.selectFrom('action').select('id').execute()
    })
    assert.deepEqual(seen, [])
  })
})

describe('what of a partnership somebody writes', () => {
  test('whoever sees part writes nothing but what every form needs, and nothing of another’s', async () => {
    assert.deepEqual(await tablesWrittenBy(somebody({ sees: 'part' })), [...KINDS.everyone, 'audit_detail'].sort())
  })

  test('whoever keeps people writes the directory and roles besides', async () => {
    const keeper = somebody({ sees: 'part', keepsPeople: true })
    assert.deepEqual(
      await tablesWrittenBy(keeper),
      [...KINDS.everyone, ...KINDS.directory, ...KINDS.keeper, ...KINDS.grant, ...KINDS.account, 'audit_detail'].sort(),
    )
  })

  test('scrutiny sees all and can write nothing at all, whatever the code tries', async () => {
    const scrutiny = somebody({ sees: 'all', changesNothing: true })
    assert.deepEqual(await tablesWrittenBy(scrutiny), [])
    const goOn = inScope(database.app, scrutiny, (tx) => sql`set transaction read write`.execute(tx))
    await assert.rejects(goOn, TOO_LATE)
  })

  test('a sight is made of ids, and is not fooled by words that look like a command', async () => {
    const hostile: unknown = "'; reset role; --"
    for (const sight of [{ personId: hostile as PersonId }, { organisationId: hostile as OrganisationId }]) {
      await assert.rejects(
        inScope(database.app, somebody(sight), async () => undefined),
        RangeError,
      )
    }
  })
})
