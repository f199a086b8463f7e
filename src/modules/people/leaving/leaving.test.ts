import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { aSmallPartnership, leading, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId, PersonId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findAction } from '../../plan/index.ts'
import { anAction, anAdoptedPlan, ledBy } from '../../plan/plan.factory.ts'
import { anUpdate, firstPointOf } from '../../programme/programme.factory.ts'
import { findChairs, insertHolding, insertPerson, insertPost } from '../index.ts'

const ACTION_YEAR = { dueOn: [day('2014-10-31'), day('2015-03-31')] }

describe('somebody leaves', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const inTown = async <T>(of: SmallPartnership, work: Parameters<typeof inScope<T>>[2]) =>
    inScope((await theHouse()).world.db, wholePartnership(of.id), work)
  const anActionOf = async (
    of: SmallPartnership,
    ...leads: readonly { readonly person: { id: PersonId; name: string } }[]
  ) => {
    const action = anAction({ ...ACTION_YEAR, leads: leads.map(ledBy), leadGroupId: of.group })
    await anAdoptedPlan(await theHouse(), of.manager.member, { actions: [action] })
    return action.id
  }
  const aPostOf = async (of: SmallPartnership, personId: PersonId | null, name = 'Head of play') => {
    const id = newId<'post'>()
    await inTown(of, async (tx) => {
      await insertPost(tx, of.id, { id, name, organisationId: null, bodyId: null })
      if (personId) await insertHolding(tx, of.id, { id: newId<'holding'>(), postId: id, personId })
    })
    return id
  }
  const leadsOf = async (of: SmallPartnership, id: ActionId) =>
    (await inTown(of, (tx) => findAction(tx, id)))?.leads ?? []
  const leaves = (of: SmallPartnership, who: PersonId, fields: Fields = {}) =>
    send(of.manager, `/people/${who}/leaving`, { once: newId(), leftOn: '2014-10-15', toAll: '', ...fields })
  const idOf = (who: keyof Pick<SmallPartnership, 'manager' | 'chair' | 'lead' | 'viewer'>, of = town) =>
    of[who].member.person.id

  test('one page shows everything they hold, and asks where each goes', async () => {
    const here = await aSmallPartnership()
    await aPostOf(here, idOf('lead', here))
    const action = await anActionOf(here, here.lead.member)
    const { world } = await theHouse()
    await anUpdate(world, here.lead.member, await firstPointOf(world, here.lead.member, action), { step: 'save' })
    const { html } = await visit(here.manager, `/people/${idOf('lead', here)}/leaving`)
    assert.match(wordsOf(html), /Lena Lead leaves They hold 2 things\..*Their sign-in closes.*Posts.*Head of play/)
    assert.match(wordsOf(html), /1\.1 Open a family hub in every ward .*1 update begun and not sent: it goes along/)
    const chair = await visit(here.manager, `/people/${idOf('chair', here)}/leaving`)
    assert.match(wordsOf(chair.html), /Chair, Early help group .*The body has no chair/)
  })

  test('who takes over leads the actions, holds the post and may report; whoever left opens no page any more', async () => {
    const here = await aSmallPartnership()
    const post = await aPostOf(here, idOf('lead', here))
    const action = await anActionOf(here, here.lead.member)
    const { world } = await theHouse()
    const point = await firstPointOf(world, here.lead.member, action)
    assert.equal((await visit(here.lead, '/updates')).status, 200)
    const after = await sendAndFollow(here.manager, `/people/${idOf('lead', here)}/leaving`, {
      once: newId(),
      leftOn: '2014-10-15',
      toAll: 'Vera Viewer',
    })
    assert.match(wordsOf(after.html), /Their leaving is recorded.*They left on 15 October 2014/)
    const [lead] = await leadsOf(here, action)
    assert.deepEqual([lead?.text, lead?.personId], ['Vera Viewer', idOf('viewer', here)])
    assert.equal((await visit(here.viewer, `/updates/${point}`)).status, 200)
    assert.match(wordsOf((await visit(here.manager, `/people/${idOf('viewer', here)}`)).html), /Head of play/)
    assert.equal((await visit(here.lead, '/updates')).status, 303, 'the session they had opens nothing')
    assert.ok(post)
  })

  test('an action that nobody else leads cannot be left, a post only if it is said to be vacant', async () => {
    const here = await aSmallPartnership()
    const post = await aPostOf(here, idOf('lead', here))
    const action = await anActionOf(here, here.lead.member)
    const refused = await leaves(here, idOf('lead', here))
    assert.equal(refused.status, 422)
    assert.match(
      problemsOn(refused.html).join(),
      /Say who is Head of play next, or that the post is vacant.*Say who leads action 1\.1 next: nobody else does/,
    )
    const { html } = await visit(here.manager, `/people/${idOf('lead', here)}/leaving`)
    const empty = [...html.matchAll(/name="empty" [^>]*value="([^"]+)"/g)].map(([, value = '']) => value)
    const sent = await leaves(here, idOf('lead', here), { empty, [`to-action-${action}`]: 'Head of play (post)' })
    assert.equal(sent.status, 303)
    assert.deepEqual(
      (await leadsOf(here, action)).map(({ postId, kind }) => [postId, kind]),
      [[post, 'post']],
    )
    const page = await visit(here.manager, `/actions/${action}`)
    assert.match(wordsOf(page.html), /Head of play \(vacant: nobody holds this post\)/)
  })

  test('where others lead an action too, it goes on with them if that is said', async () => {
    const here = await aSmallPartnership()
    const action = await anActionOf(here, here.lead.member, here.viewer.member)
    assert.equal((await leaves(here, idOf('lead', here), { empty: `action-${action}` })).status, 303)
    assert.deepEqual(
      (await leadsOf(here, action)).map(({ personId }) => personId),
      [idOf('viewer', here)],
    )
  })

  test('a body is not left without a chair unless that is said; whoever takes the chair judges', async () => {
    const here = await aSmallPartnership()
    const refused = await leaves(here, idOf('chair', here))
    assert.match(problemsOn(refused.html).join(), /Say who chairs Early help group next, or that it has no chair/)
    await leaves(here, idOf('chair', here), { toAll: 'vera viewer' })
    assert.deepEqual(await inTown(here, (tx) => findChairs(tx, here.group)), [idOf('viewer', here)])
  })

  test('the last manager leaves only when another can sign in and runs the plan', async () => {
    const here = await aSmallPartnership()
    const refused = await leaves(here, idOf('manager', here))
    assert.match(problemsOn(refused.html).join(), /Say who is manager next: nobody else could run the plan/)
    assert.equal((await leaves(here, idOf('manager', here), { 'to-role-manager': 'Vera Viewer' })).status, 303)
    assert.equal((await visit(here.viewer, '/documents/new')).status, 200)
  })

  test('a name nobody has, the one who leaves, and a day to come are refused beside their fields', async () => {
    const refused = await leaves(town, idOf('chair'), { leftOn: '2014-10-16', toAll: 'Chris Chair' })
    assert.deepEqual(problemsOn(refused.html), [
      'leftOn: Choose today or a day before it: record a leaving when it has come',
      'toAll: Choose a name from the list: nobody here is called so',
    ])
  })

  test('it can be undone, sign-in and all, until somebody acted on it', async () => {
    const here = await aSmallPartnership()
    await aPostOf(here, idOf('lead', here))
    const action = await anActionOf(here, here.lead.member)
    const { world } = await theHouse()
    const point = await firstPointOf(world, here.lead.member, action)
    await leaves(here, idOf('lead', here), { toAll: 'Vera Viewer' })
    const back = await sendAndFollow(here.manager, `/people/${idOf('lead', here)}/return`, { once: newId() })
    assert.match(wordsOf(back.html), /The leaving is undone.*Head of play/)
    assert.deepEqual(
      (await leadsOf(here, action)).map(({ personId }) => personId),
      [idOf('lead', here)],
    )
    assert.equal((await visit(here.lead, `/updates/${point}`)).status, 200)

    await leaves(here, idOf('lead', here), { toAll: 'Vera Viewer' })
    setClock('2014-10-16')
    await anUpdate(world, leading(here.viewer).member, point)
    const refused = await send(here.manager, `/people/${idOf('lead', here)}/return`, { once: newId() })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /Somebody has acted on what went to them/)
    assert.deepEqual(
      (await leadsOf(here, action)).map(({ personId }) => personId),
      [idOf('viewer', here)],
    )
  })

  test('sent twice it is recorded once, and another partnership’s people are not found', async () => {
    const here = await aSmallPartnership()
    const fields = { once: newId(), leftOn: '2014-10-15', toAll: '' }
    const url = `/people/${idOf('viewer', here)}/leaving`
    const answers = await Promise.all([1, 2].map(() => send(here.manager, url, fields)))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    assert.equal((await leaves(town, idOf('lead', here))).status, 404)
  })

  test('no sequence of leavings leaves an action with a lead who left, or with nobody', async () => {
    const here = await aSmallPartnership()
    const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => `${name} Able`)
    const people = names.map((name) => ({ person: { id: newId<'person'>(), name } }))
    await inTown(here, async (tx) => {
      for (const { person } of people) await insertPerson(tx, here.id, { ...person, email: null, organisationId: null })
    })
    const actions = [
      await anActionOf(here, ...people.slice(0, 2)),
      await anActionOf(here, ...people.slice(1, 4)),
      await anActionOf(here, ...people.slice(4)),
    ]
    const step = fc.record({ who: fc.nat(4), to: fc.nat(4), isBack: fc.boolean(), alone: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { who, to, isBack, alone } of steps) {
          const id = people[who]?.person.id ?? newId<'person'>()
          if (isBack) await send(here.manager, `/people/${id}/return`, { once: newId() })
          else
            await leaves(here, id, {
              toAll: names[to] ?? '',
              ...(alone && { empty: actions.map((action) => `action-${action}`) }),
            })
        }
        const orphans = await inTown(here, (tx) =>
          tx
            .selectFrom('action_lead')
            .innerJoin('person', 'person.id', 'action_lead.person_id')
            .select('person.name')
            .where('left_on', 'is not', null)
            .execute(),
        )
        assert.deepEqual(orphans, [])
        for (const action of actions) assert.ok((await leadsOf(here, action)).some(({ personId }) => personId !== null))
      }),
      { numRuns: 12 },
    )
  })

  test('the database gives nothing to somebody who left, whatever asks it to', async () => {
    const here = await aSmallPartnership()
    const post = await aPostOf(here, null)
    await leaves(here, idOf('viewer', here))
    const personId = idOf('viewer', here)
    const give = inTown(here, (tx) => insertHolding(tx, here.id, { id: newId<'holding'>(), postId: post, personId }))
    await assert.rejects(give, /somebody who left cannot be given a post/)
    const keep = inTown(here, (tx) =>
      tx.updateTable('person').set({ left_on: '2014-10-15' }).where('id', '=', idOf('chair', here)).execute(),
    )
    await assert.rejects(keep, /somebody who left still holds a seat/)
  })
})
