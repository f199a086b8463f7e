import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { newId } from '../../../platform/ids.ts'
import { RIGHT_NAMES, RIGHTS, type Right } from '../rights.ts'
import { rolesInForce } from '../roles.ts'
import { sightOf } from '../sight.ts'

describe('who can do what, and why', () => {
  const anybody = { isChair: false, isLead: false }
  const person = { id: newId<'person'>(), organisationId: newId<'organisation'>() }

  test('the page has every right of the table with its reason', async () => {
    const town = await aSmallPartnership()
    const words = wordsOf((await visit(town.viewer, '/rights')).html)
    for (const name of RIGHT_NAMES) assert.ok(words.includes(RIGHTS[name].why), name)
    assert.match(words, /Adopts a plan Partnership manager: all of the partnership From adoption on/)
    assert.match(words, /Lead: the actions they lead Contributor: the actions of their organisation/)
  })

  test('scrutiny and a young person keep nothing of their other roles', () => {
    assert.deepEqual(rolesInForce(['manager', 'scrutiny'], { isChair: true, isLead: true }), ['scrutiny'])
    assert.deepEqual(rolesInForce(['scrutiny', 'young-person'], anybody), ['young-person'])
  })

  test('scrutiny changes nothing, and no right of theirs does', () => {
    const rights: readonly Right[] = RIGHT_NAMES.map((name) => RIGHTS[name])
    assert.deepEqual(
      rights.filter(({ of, changes }) => of.scrutiny && changes),
      [],
    )
    assert.equal(sightOf(person, ['scrutiny']).changesNothing, true)
  })

  test('an administrator does not by that see or judge updates', () => {
    for (const right of ['read-plans', 'judge-updates', 'write-updates', 'read-audit-trail'] as const) {
      const { of }: Right = RIGHTS[right]
      assert.equal(of.administrator, undefined, right)
    }
    assert.equal(sightOf(person, ['administrator']).sees, 'part')
  })

  test('a contributor is shown their organisation’s part, and only they are', () => {
    assert.equal(sightOf(person, ['contributor']).organisationId, person.organisationId)
    assert.equal(sightOf(person, ['lead']).organisationId, null)
    assert.equal(sightOf(person, []).sees, 'nothing')
    assert.equal(sightOf(person, ['young-person']).sees, 'nothing')
  })
})
