import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findAction } from '../action.store.ts'
import { anAction, anAdoptedPlan } from '../plan.factory.ts'
import { UNTIED } from '../plan.ts'

describe('names in plans', () => {
  let town: SmallPartnership
  let actions: readonly ActionId[]
  beforeEach(async () => {
    town = await aSmallPartnership()
    const lead = { ...UNTIED, text: 'L. Lead', kind: 'person' } as const
    const two = [anAction({ dueOn: day('2014-10-31'), leads: [lead] }), anAction({ ref: '1.2', leads: [lead] })]
    await anAdoptedPlan(await theHouse(), town.manager.member, { actions: two })
    actions = two.map(({ id }) => id)
  })

  const leadsOf = async (id: ActionId | undefined) =>
    inScope(
      (await theHouse()).world.db,
      wholePartnership(town.id),
      async (tx) => (id && (await findAction(tx, id)))?.leads ?? [],
    )
  const form = async (typed: Fields): Promise<Fields> => {
    const { html } = await visit(town.manager, '/lead-names')
    const names = ['text-0', 'was-0', 'label-0', 'known-0']
    return { once: newId(), ...Object.fromEntries(names.map((name) => [name, valueOn(html, name) ?? ''])), ...typed }
  }

  test('each spelling is listed with how many actions it leads, and who it may be', async () => {
    const { html } = await visit(town.manager, '/lead-names')
    assert.match(wordsOf(html), /1 name of 1 tied to nobody.*L\. Lead 2 .*Likely Lena Lead: the same surname/)
  })

  test('a name is tied after adoption too: a version of each action, and its updates are asked of who it is', async () => {
    const tied = await sendAndFollow(town.manager, '/lead-names', await form({ 'known-0': 'lena lead' }))
    assert.match(wordsOf(tied.html), /Every name that leads an action is tied.*Last change: tied 1 name in 2 actions/)
    const [lead] = await leadsOf(actions[0])
    assert.deepEqual([lead?.text, lead?.personId], ['L. Lead', town.lead.member.person.id])
    assert.match(wordsOf((await visit(town.lead, '/updates')).html), /1 update to write/)
    const history = await visit(town.viewer, `/actions/${actions[0]}`)
    assert.match(wordsOf(history.html), /tied the leads to the directory Mina Manager/i)
  })

  test('an emptied box unties the name, and undoing ties it again', async () => {
    await send(town.manager, '/lead-names', await form({ 'known-0': 'Lena Lead' }))
    await send(town.manager, '/lead-names', await form({ 'known-0': '' }))
    assert.equal((await leadsOf(actions[1]))[0]?.personId, null)
    const { html } = await visit(town.manager, '/lead-names')
    await send(town.manager, '/lead-names/undo', { once: newId(), change: valueOn(html, 'change') ?? '' })
    assert.equal((await leadsOf(actions[1]))[0]?.personId, town.lead.member.person.id)
  })

  test('a name nobody has is refused beside its box, and nothing is tied', async () => {
    const refused = await send(town.manager, '/lead-names', await form({ 'known-0': 'Nobody Known' }))
    assert.deepEqual(problemsOn(refused.html), ['known-0: Nobody here is called “Nobody Known”: choose from the list'])
    assert.equal((await leadsOf(actions[0]))[0]?.personId, null)
  })
})
