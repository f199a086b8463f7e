import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../src/kernel/day.ts'
import type { ReportingPointId } from '../../src/kernel/id.ts'
import { anAction, anAdoptedPlan } from '../../src/modules/plan/plan.factory.ts'
import { firstPointOf } from '../../src/modules/programme/programme.factory.ts'
import { scopeOfLink } from '../../src/modules/programme/updates/by-link/find-link.ts'
import { findUpdateLink } from '../../src/modules/programme/updates/by-link/update-link.store.ts'
import { inScope, type Scope, type Tx, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { tablesOf } from '../support/any-row.ts'
import { aSmallPartnership, type SmallPartnership, somebody } from '../support/partnership.ts'
import { judge, twoDuties, write } from '../support/partnership-duty.ts'
import { aLink, lastLinkId } from '../support/update-link.ts'
import { theHouse } from '../support/visit-house.ts'

const UNSAID = { differs_because: '', pair_because: '', recovery: '', what_next: '' }
const NOT_ALLOWED = { code: '42501' }

/** Somebody has a link and, past every page, the database itself: what a fault in the code behind a link could reach. */
describe('behind a link the database shows one update and takes words for it alone', () => {
  let town: SmallPartnership
  let scope: Scope
  let mine: ReportingPointId
  let sameAction: ReportingPointId
  let another: ReportingPointId
  before(async () => {
    town = await aSmallPartnership()
    const house = await theHouse()
    const colleague = await somebody(town, { name: 'Coll Eague', leads: true })
    await somebody(town, { name: 'Unre Lated', role: 'analyst' })
    const secret = anAction({
      text: 'Somebody else’s work',
      dueOn: day('2014-10-31'),
      lead: colleague.member,
      leadGroupId: town.groupWithoutChair,
    })
    await anAdoptedPlan(house, town.manager.member, { title: 'Another plan', actions: [secret] })
    another = await firstPointOf(house.world, town.manager.member, secret.id)
    await write(town.manager, another, { narrative: 'Not for the link' })
    ;[mine, sameAction] = await twoDuties(town)
    await aLink(town, another, colleague)
    await aLink(town, mine)
    await write(town.lead, mine)
    await judge(town.chair, mine, 'send-back', 'More of it')
    const link = await inScope(house.world.db, wholePartnership(town.id), async (tx) =>
      findUpdateLink(tx, { id: await lastLinkId(tx) }),
    )
    assert.ok(link)
    scope = scopeOfLink(town.id, link)
  })

  const byLink = async <T>(work: (tx: Tx) => Promise<T>) => inScope((await theHouse()).world.db, scope, work)
  const names = async (table: 'person' | 'body', column = 'name') =>
    byLink(async (tx) => {
      const { rows } = await sql<{
        name: string
      }>`select ${sql.ref(column)} as name from ${sql.table(table)} order by 1`.execute(tx)
      return rows.map(({ name }) => name)
    })

  test('of people those who lead it, chair it and spoke of it; of bodies its lead group', async () => {
    assert.deepEqual(await names('person'), ['Chris Chair', 'Lena Lead'])
    assert.deepEqual(await names('body'), ['Early help group'])
  })

  test('of actions, plans, duties and updates its own', async () => {
    const seen = await byLink(async (tx) => ({
      actions: (await tx.selectFrom('action').select('text').execute()).map(({ text }) => text),
      plans: (await tx.selectFrom('plan').select('title').execute()).map(({ title }) => title),
      points: (await tx.selectFrom('reporting_point').select('id').execute()).map(({ id }) => id).sort(),
      updates: (await tx.selectFrom('update_submission').select('point_id').execute()).map(({ point_id }) => point_id),
      links: new Set((await tx.selectFrom('update_link').select('point_id').execute()).map(({ point_id }) => point_id)),
    }))
    assert.deepEqual(seen, {
      actions: ['Open a family hub in every ward'],
      plans: ['Delivery plan'],
      points: [mine, sameAction].sort(),
      updates: [mine],
      links: new Set([mine]),
    })
  })

  test('of every other table nothing', async () => {
    const { database } = await theHouse()
    const tables = await database.owner((owner) => tablesOf(owner))
    const shown: string[] = []
    for (const table of tables.keys()) {
      const { rows } = await byLink((tx) => sql`select from ${sql.table(table)}`.execute(tx))
      if (rows.length > 0) shown.push(table)
    }
    const needed = [
      'partnership',
      'plan',
      'plan_adoption',
      'action',
      'action_version',
      'action_lead',
      'action_standing',
    ]
    const said = [
      'reporting_point',
      'update_submission',
      'update_verdict',
      'update_draft',
      'asking_due',
      'audit_entry',
      'audit_detail',
    ]
    const around = ['person', 'body', 'body_member', 'rating', 'rating_scheme', 'update_link', 'form_receipt']
    assert.deepEqual(
      shown.filter((table) => ![...needed, ...said, ...around].includes(table)),
      [],
    )
  })

  test('nothing is said at another duty, of the same action or of another', async () => {
    const at = '2014-10-15T10:00:00Z'
    for (const point of [sameAction, another]) {
      const draft = byLink((tx) =>
        tx
          .insertInto('update_draft')
          .values({
            partnership_id: town.id,
            point_id: point,
            narrative: 'x',
            ...UNSAID,
            saved_at: at,
            saved_by: town.lead.member.person.id,
          })
          .execute(),
      )
      await assert.rejects(draft, NOT_ALLOWED)
      const entry = { partnership_id: town.id, id: newId(), at, by_person: town.lead.member.person.id, what: 'x' }
      const told = byLink((tx) =>
        tx
          .insertInto('audit_entry')
          .values({ ...entry, subject_kind: 'reporting-point', subject_id: point })
          .execute(),
      )
      await assert.rejects(told, NOT_ALLOWED)
    }
  })

  test('nor in another’s name, nor about people, roles or messages', async () => {
    const at = '2014-10-15T10:00:00Z'
    const id = newId()
    const tries: readonly ((tx: Tx) => Promise<unknown>)[] = [
      (tx) =>
        sql`insert into update_submission select (jsonb_populate_record(sent, jsonb_build_object('id', ${id}::text,
        'submitted_by', ${town.chair.member.person.id}::text))).* from update_submission sent limit 1`.execute(tx),
      (tx) => tx.insertInto('person').values({ partnership_id: town.id, id, name: 'Nobody' }).execute(),
      (tx) =>
        tx
          .insertInto('role_grant')
          .values({ partnership_id: town.id, id, person_id: town.lead.member.person.id, role: 'manager' })
          .execute(),
      (tx) =>
        tx
          .insertInto('update_verdict')
          .values({
            partnership_id: town.id,
            submission_id: id,
            verdict: 'accepted',
            given_at: at,
            given_by: town.lead.member.person.id,
          })
          .execute(),
      (tx) =>
        sql`insert into message_end (partnership_id, message_id, at, kind) values (${town.id}, ${id}, ${at}, 'withdrawn')`.execute(
          tx,
        ),
    ]
    for (const attempt of tries) await assert.rejects(byLink(attempt), NOT_ALLOWED)
    await assert.rejects(
      byLink((tx) => tx.updateTable('person').set({ name: 'x' }).execute()),
      NOT_ALLOWED,
    )
  })
})
