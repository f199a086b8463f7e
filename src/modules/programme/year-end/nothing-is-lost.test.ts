import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { day } from '../../../kernel/day.ts'
import { inScope } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findActions } from '../../plan/index.ts'
import { anAction, anAdoptedPlan, aPart } from '../../plan/plan.factory.ts'
import { findSubmissionsOfAction } from '../updates/update.store.ts'
import { accountFor, accountInWords } from './account-for.ts'
import { findClosing, findDisposals } from './disposal.store.ts'
import { findSuccessors } from './lineage.store.ts'
import { aYearModel, type YearModel } from './year-model.factory.ts'
import { type Players, type StepName, takeStep, YEAR_STEPS } from './year-steps.factory.ts'

const NAMES = Object.keys(YEAR_STEPS).filter((name): name is StepName => name in YEAR_STEPS)

describe('a plan’s year, whatever is done in it', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(() => setClock('2014-10-15T09:00:00Z'))

  async function players(): Promise<Players> {
    const { world, announce } = await theHouse()
    const { manager, lead, chair } = town
    return { world, announce, manager: manager.member, lead: lead.member, chair: chair.member }
  }

  async function aYear(house: Players): Promise<YearModel> {
    const parts = [aPart({ title: 'Healthy' }), aPart({ title: 'Safe' })].map((part) => ({
      ...part,
      id: newId<'part'>(),
    }))
    const actions = ['1.1', '1.2', '2.1'].map((ref, at) =>
      anAction({
        id: newId<'action'>(),
        ref,
        partId: parts[at % 2]?.id ?? null,
        dueOn: [day('2014-12-31'), day('2015-03-31')],
        lead: house.lead,
        leadGroupId: town.group,
      }),
    )
    return aYearModel(await anAdoptedPlan(house, house.manager, { parts, actions }), actions)
  }

  /** What the database holds, in the shape of the model. */
  async function held({ world, manager }: Players, year: YearModel) {
    return inScope(world.db, manager, async (tx) => {
      const actions = await findActions(tx, year.planId)
      const endings = await findDisposals(tx, year.planId)
      const accepted = new Map<string, readonly string[]>()
      for (const { id } of actions) {
        const sent = await findSubmissionsOfAction(tx, id)
        accepted.set(
          id,
          sent.filter(({ verdict }) => verdict?.kind === 'accepted').map(({ narrative }) => narrative),
        )
      }
      const { rows: standing } = await sql<{ most: number }>`
        select coalesce(max(count), 0)::int as most from (select count(*) from action_disposal
          where plan_id = ${year.planId} and undone_at is null group by action_id) endings`.execute(tx)
      return {
        actions: actions.map(({ id, ref }) => ({
          id,
          ref: ref ?? '',
          ending: endings.get(id)?.kind ?? null,
          accepted: (accepted.get(id) ?? []).toSorted(),
        })),
        isClosed: (await findClosing(tx, year.planId)) !== null,
        carried: [...(await findSuccessors(tx, year.planId)).keys()].toSorted(),
        mostStanding: standing[0]?.most ?? 0,
        account: accountFor(actions, ({ id }) => endings.get(id)?.kind ?? null),
      }
    })
  }

  async function holds(house: Players, year: YearModel): Promise<void> {
    const { actions, isClosed, carried, mostStanding, account } = await held(house, year)
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id)
    assert.deepEqual(
      actions.toSorted(byId),
      [...year.actions]
        .map(([id, { ref, ending, accepted }]) => ({ id, ref, ending, accepted: accepted.toSorted() }))
        .toSorted(byId),
      'every action is there with its number, its ending and all that was accepted',
    )
    assert.ok(mostStanding <= 1, 'one ending stands for an action')
    assert.equal(isClosed, year.isClosed)
    assert.deepEqual(carried, [...year.carried].toSorted(), 'what was carried is carried once')
    const [total = 0, ...counts] = accountInWords(account).match(/\d+/g)?.map(Number) ?? []
    assert.equal(total, year.actions.size)
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      total,
      'the account adds up',
    )
    if (isClosed) assert.equal(account.open.length, 0, 'no year is closed on an action without an ending')
  }

  test('no sequence of steps loses an action or an accepted update, or lets two endings stand', async () => {
    const house = await players()
    const step = fc.record({ what: fc.constantFrom(...NAMES), which: fc.nat(20), how: fc.nat(1000) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const year = await aYear(house)
        for (const each of steps) {
          await takeStep(house, year, each)
          await holds(house, year)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('an accepted update survives all that can be done to its action afterwards', async () => {
    const house = await players()
    const year = await aYear(house)
    const before: readonly StepName[] = ['report', 'accept', 'renumber', 'move', 'split', 'reschedule', 'edit']
    const after: readonly StepName[] = ['merge', 'take-back', 'end', 'carry', 'end-all', 'close', 'edit', 'reopen']
    for (const what of [...before, ...after]) {
      await takeStep(house, year, { what, which: 0, how: 2 })
      await holds(house, year)
      if (what === 'close') assert.ok(year.isClosed)
    }
    assert.ok(!year.isClosed)
    assert.deepEqual([...year.actions.values()][0]?.accepted, ['What we did, telling 2'])
  })
})
