import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { linksOn, problemsOn, rowsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findAction } from '../../plan/index.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { UNTIED } from '../../plan/plan.ts'
import { firstPointOf } from '../../programme/programme.factory.ts'
import { insertHolding, insertPost } from '../index.ts'

describe('the directory', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const add = async (list: string, fields: Fields): Promise<string> => {
    const { html } = await sendAndFollow(town.manager, `/${list}`, { once: newId(), ...fields })
    const name = String(fields.name)
    const link = [...html.matchAll(new RegExp(`href="/${list}/([0-9a-f-]{36})"[^>]*>\\s*${name}`, 'g'))][0]?.[1]
    assert.ok(link, `${name} is listed`)
    return link
  }
  const words = async (url: string) => wordsOf((await visit(town.manager, url)).html)

  test('everybody reads who is who; addresses and numbers are the manager’s alone', async () => {
    const id = await add('people', { name: 'Ola Open', email: 'ola@council.example', mobile: '07700 900123' })
    assert.match(await words(`/people/${id}`), /ola@council\.example.*\+447700900123/)
    const seen = await visit(town.viewer, `/people/${id}`)
    assert.doesNotMatch(wordsOf(seen.html), /ola@|900123|Record that they leave/)
    assert.ok(linksOn(seen.html).includes('/people'), 'the directory is in the navigation')
  })

  test('a form tells every problem at once, and keeps what was typed', async () => {
    const refused = await send(town.manager, '/people', {
      once: newId(),
      name: '',
      email: 'not an address',
      mobile: '123',
    })
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), [
      'name: Give their name',
      'email: Write the address like name@council.gov.uk',
      'mobile: Write the number like +44 7700 900123',
    ])
    assert.match(refused.html, /value="not an address"/)
  })

  test('a post is vacant until somebody takes it, and keeps who held it; its action is theirs to report on', async () => {
    const post = await add('posts', { name: 'Head of CATO' })
    const lead = { ...UNTIED, text: 'Head of CATO', kind: 'post' as const, postId: post as never }
    const action = anAction({ dueOn: day('2014-10-31'), leads: [lead], leadGroupId: town.group })
    await anAdoptedPlan(await theHouse(), town.manager.member, { actions: [action] })
    assert.match(
      await words(`/posts/${post}`),
      /This post is vacant Nobody holds it, and it leads 1 action: nobody is asked/,
    )
    const listed = rowsOn((await visit(town.viewer, '/posts')).html, /posts?, \d+ vacant/)
    assert.deepEqual(
      listed.find(([name]) => name === 'Head of CATO'),
      ['Head of CATO', '', 'Vacant', '1'],
    )

    const take = (holder: string, from: string) =>
      send(town.manager, `/posts/${post}/holders`, { once: newId(), holder, from })
    assert.equal((await take('Lena Lead', '2014-10-01')).status, 303)
    const point = await firstPointOf((await theHouse()).world, town.manager.member, action.id)
    assert.equal((await visit(town.lead, `/updates/${point}`)).status, 200)
    assert.match(wordsOf((await visit(town.lead, '/updates')).html), /1 update to write/)

    await take('Vera Viewer', '2014-10-10')
    assert.match(wordsOf((await visit(town.lead, '/updates')).html), /No update is asked of you/)
    assert.deepEqual(
      rowsOn((await visit(town.viewer, `/posts/${post}`)).html, 'Holders, those of now first').map(([who, when]) => [
        who,
        when,
      ]),
      [
        ['Vera Viewer', 'since 10 October 2014'],
        ['Lena Lead', '1 October 2014 to 10 October 2014'],
      ],
    )
    const tomorrow = await take('Chris Chair', '2014-10-16')
    assert.deepEqual(problemsOn(tomorrow.html), [
      'from: Choose today or a day before it: fill a post when the day has come',
    ])
  })

  test('a post that ends passes its actions on, and its name finds the one that took over', async () => {
    const [old, next] = [await add('posts', { name: 'Old head' }), await add('posts', { name: 'Next head' })]
    const lead = { ...UNTIED, text: 'Old head', kind: 'post' as const, postId: old as never }
    const action = anAction({ dueOn: day('2014-10-31'), leads: [lead], leadGroupId: town.group })
    await anAdoptedPlan(await theHouse(), town.manager.member, { actions: [action] })
    await send(town.manager, `/posts/${old}/holders`, { once: newId(), holder: 'Lena Lead', from: '2014-10-01' })
    assert.match(await words(`/posts/${old}/ending`), /It leads 1 action, and Lena Lead stops holding it/)
    const end = (to: string, endedOn = '2014-10-14') => ({ once: newId(), endedOn, to })
    const alone = await send(town.manager, `/posts/${old}/ending`, end('', '2014-10-16'))
    assert.deepEqual(problemsOn(alone.html), [
      'endedOn: Choose today or a day before it',
      'to: Say who leads its actions from now on',
    ])
    const itself = await send(town.manager, `/posts/${old}/ending`, end('Old head (post)'))
    assert.deepEqual(problemsOn(itself.html), ['to: Choose another post, or a person, from the list'])
    const ended = await sendAndFollow(town.manager, `/posts/${old}/ending`, end('Next head (post)'))
    assert.match(
      wordsOf(ended.html),
      /It ended on 14 October 2014.*Held by Nobody.*Lena Lead 1 October 2014 to 14 October/,
    )
    assert.match(await words(`/posts/${next}`), /Leads 1 action Before Old head, until 14 October 2014/)
    assert.doesNotMatch(await words('/posts'), /Old head/)
  })

  test('a deputy stands in from a day to another, and may be named ahead', async () => {
    const post = await add('posts', { name: 'Head of deputies' })
    const fields = { once: newId(), deputy: 'Lena Lead', deputyFrom: '2014-11-01', deputyTo: '2014-11-14' }
    const named = await sendAndFollow(town.manager, `/posts/${post}/deputies`, fields)
    assert.match(wordsOf(named.html), /Lena Lead 1 November 2014 14 November 2014 End now/)
    const refused = await send(town.manager, `/posts/${post}/deputies`, { ...fields, once: newId(), deputy: 'Nobody' })
    assert.deepEqual(problemsOn(refused.html), ['deputy: Choose the name of somebody else from the list'])
  })

  test('a deputy writes the updates of whom they stand in for, and from the day after they no longer can', async () => {
    const here = await aSmallPartnership()
    const action = anAction({ dueOn: day('2014-10-31'), lead: here.lead.member, leadGroupId: here.group })
    await anAdoptedPlan(await theHouse(), here.manager.member, { actions: [action] })
    const point = await firstPointOf((await theHouse()).world, here.manager.member, action.id)
    const seen = async () => (await visit(here.viewer, `/updates/${point}`)).status
    const mine = async () => wordsOf((await visit(here.viewer, '/updates')).html)
    assert.equal(await seen(), 404)

    const days = { deputyFrom: '2014-10-16', deputyTo: '2014-10-17' }
    const leader = `/people/${here.lead.member.person.id}`
    await sendAndFollow(here.manager, `${leader}/deputies`, { once: newId(), deputy: 'Vera Viewer', ...days })
    assert.equal(await seen(), 404)
    for (const on of ['2014-10-16', '2014-10-17T22:59:00Z']) {
      setClock(on)
      assert.equal(await seen(), 200)
      assert.match(await mine(), /1 update where you stand in\..*You stand in for Lena Lead .*Open a family hub/)
    }
    const draft = { once: newId(), step: 'save', narrative: 'Two hubs are open.' }
    assert.equal((await send(here.viewer, `/updates/${point}`, draft)).status, 303)
    setClock('2014-10-17T23:01:00Z')
    assert.equal(await seen(), 404)
    assert.equal((await send(here.viewer, `/updates/${point}`, { ...draft, once: newId() })).status, 404)
    assert.match(await mine(), /No update is asked of you/)
  })

  test('whoever stands in for somebody stands in for the posts they hold', async () => {
    const here = await aSmallPartnership()
    const post = newId<'post'>()
    await inScope((await theHouse()).world.db, wholePartnership(here.id), async (tx) => {
      await insertPost(tx, here.id, { id: post, name: 'Head of play', organisationId: null, bodyId: null })
      await insertHolding(tx, here.id, { id: newId<'holding'>(), postId: post, personId: here.lead.member.person.id })
    })
    const lead = { ...UNTIED, text: 'Head of play', kind: 'post', postId: post } as const
    const action = anAction({ dueOn: day('2014-10-31'), leads: [lead], leadGroupId: here.group })
    await anAdoptedPlan(await theHouse(), here.manager.member, { actions: [action] })
    const named = { once: newId(), deputy: 'Vera Viewer', deputyFrom: '2014-10-15', deputyTo: '' }
    await sendAndFollow(here.manager, `/people/${here.lead.member.person.id}/deputies`, named)
    assert.match(wordsOf((await visit(here.viewer, '/updates')).html), /You stand in for Lena Lead Updates/)
  })

  test('an organisation that ended points at the one that took over, and its people and posts go along', async () => {
    const [old, next] = [
      await add('organisations', { name: 'Old Trust', kind: 'nhs' }),
      await add('organisations', { name: 'Next Trust', kind: 'nhs' }),
    ]
    await add('people', { name: 'Petra Moves', organisation: old })
    await add('posts', { name: 'Nurse lead', of: old })
    const alone = await send(town.manager, `/organisations/${old}/ending`, {
      once: newId(),
      endedOn: '2014-10-01',
      moves: 'yes',
    })
    assert.deepEqual(problemsOn(alone.html), ['successor: Say which organisation its people and posts go to'])
    const fields = { once: newId(), endedOn: '2014-10-01', successor: next, moves: 'yes' }
    const ended = await sendAndFollow(town.manager, `/organisations/${old}/ending`, fields)
    assert.match(wordsOf(ended.html), /It ended on 1 October 2014 Next Trust took over.*keeps the name of its time/)
    assert.match(await words(`/organisations/${next}`), /People 1 person Posts 1 post/)
    assert.match(await words('/organisations'), /Old Trust NHS 0 0 1 Oct 14, now Next Trust/)
  })

  test('a renamed organisation is the same one, and its old name stays known', async () => {
    const id = await add('organisations', { name: 'Play Trust', kind: 'charity' })
    const change = { once: newId(), name: 'Play for All', kind: 'charity', formedOn: '2001-04-01' }
    const renamed = await sendAndFollow(town.manager, `/organisations/${id}/change`, change)
    assert.match(wordsOf(renamed.html), /Play for All.*Formed 1 April 2001.*Before Play Trust, until 15 October 2014/)
  })

  test('seats run from a day to another; the chair is who has the seat now', async () => {
    const body = await add('bodies', {
      name: 'Play forum',
      kind: 'sub-group',
      parent: town.group,
      terms: 'Meets twice a year.',
    })
    assert.match(
      await words(`/bodies/${body}`),
      /It has no chair.*Below Early help group.*Terms of reference Meets twice/,
    )
    const seat = (person: string, kind: string) =>
      send(town.manager, `/bodies/${body}/seats`, { once: newId(), person, seat: kind, from: '2014-10-02' })
    await seat('Lena Lead', 'member')
    await seat('Lena Lead', 'chair')
    assert.match(await words(`/bodies/${body}`), /Lena Lead Chair since 2 October 2014 End today/)
    const twice = await seat('Lena Lead', 'chair')
    assert.deepEqual(problemsOn(twice.html), ['person: They have this seat already'])
    const circle = await send(town.manager, `/bodies/${town.group}/change`, {
      once: newId(),
      name: 'Early help group',
      kind: 'lead-group',
      parent: body,
    })
    assert.deepEqual(problemsOn(circle.html), ['parent: Choose a body that is not this one, nor below it'])
  })

  test('a body that ends hands its actions to the one that takes over, and its chair judges no more', async () => {
    const here = await aSmallPartnership()
    const action = anAction({ dueOn: day('2014-10-31'), lead: here.lead.member, leadGroupId: here.group })
    await anAdoptedPlan(await theHouse(), here.manager.member, { actions: [action] })
    const end = (successor: string) =>
      send(here.manager, `/bodies/${here.group}/ending`, { once: newId(), endedOn: '2014-10-14', successor })
    assert.deepEqual(problemsOn((await end('')).html), [
      'successor: Say which body answers for its actions from now on',
    ])
    assert.equal((await end(here.groupWithoutChair)).status, 303)
    const { world } = await theHouse()
    const found = await inScope(world.db, wholePartnership(here.id), (tx) => findAction(tx, action.id))
    assert.equal(found?.leadGroupId, here.groupWithoutChair)
    const old = await visit(here.manager, `/bodies/${here.group}`)
    assert.match(
      wordsOf(old.html),
      /It ended on 14 October 2014 Youth board took over.*Chris Chair Chair until 14 October 2014/,
    )
  })

  test('hostile names show as text, in lists, boxes and pages', async () => {
    const name = '"><img src=x onerror=alert(1)>'
    await send(town.manager, '/people', { once: newId(), name })
    await send(town.manager, '/organisations', { once: newId(), name, kind: 'other' })
    for (const url of ['/people', '/organisations', `/people/${town.lead.member.person.id}/leaving`])
      assert.match((await visit(town.manager, url)).html, /&lt;img src=x/)
  })
})
