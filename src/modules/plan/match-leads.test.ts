import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../platform/ids.ts'
import type { Directory } from '../people/index.ts'
import { leadGroupOf, matchLeads } from './match-leads.ts'

const lena = { id: newId<'person'>(), name: 'Lena Lead', post: 'Head of early help' }
const twins = ['One', 'Two'].map((name) => ({ id: newId<'person'>(), name, post: 'Social worker' }))
const group = { id: newId<'body'>(), name: 'Early help group', shortName: 'EHG', kind: 'lead-group' } as const
const board = { id: newId<'body'>(), name: 'Youth board', shortName: null, kind: 'board' } as const
const directory: Directory = { people: [lena, ...twins], bodies: [board, group] }

const match = (text: string) => matchLeads([{ text, kind: 'unknown' }], directory)[0]

describe('tying a plan’s leads to the directory', () => {
  for (const name of ['Lena Lead', 'LENA  LEAD', 'Lena-Lead', 'Head of Early Help']) {
    test(`“${name}” is Lena Lead`, () => assert.equal(match(name)?.personId, lena.id))
  }
  for (const name of ['Early Help Group', 'EHG', 'ehg', '(EHG)']) {
    test(`“${name}” is the early help group`, () => assert.equal(match(name)?.bodyId, group.id))
  }
  for (const name of ['Cllr Lena Lead', 'Dr Lena Lead']) {
    test(`“${name}” is Lena Lead with a title`, () => assert.equal(match(name)?.personId, lena.id))
  }
  test('a group with its short name in brackets is that group', () => {
    assert.equal(match('Early Help Group (EHG)')?.bodyId, group.id)
  })
  test('of two people with one name nobody is chosen', () => {
    const namesakes = [lena, { ...lena, id: newId<'person'>(), post: null }]
    const [lead] = matchLeads([{ text: 'Lena Lead', kind: 'person' }], { people: namesakes, bodies: [] })
    assert.equal(lead?.personId, null)
  })
  for (const name of ['L. Lead', 'Lead', 'Lena Leads', 'Early help', 'YB']) {
    test(`“${name}” is not tied without a person’s word`, () => {
      assert.deepEqual([match(name)?.personId, match(name)?.bodyId], [null, null])
    })
  }
  test('a post that two people hold is nobody in particular', () => {
    assert.equal(match('Social worker')?.personId, null)
  })
  for (const name of ['?', '–', '', '…', 'Nobody we know']) {
    test(`“${name}” is nobody`, () => {
      assert.deepEqual(match(name), { text: name, kind: 'unknown', personId: null, bodyId: null })
    })
  }
  test('the first group among the leads answers for the action', () => {
    const leads = matchLeads(
      ['Lena Lead', 'EHG', 'Youth board'].map((text) => ({ text, kind: 'unknown' })),
      directory,
    )
    assert.equal(leadGroupOf(leads), group.id)
    assert.equal(leadGroupOf(leads.slice(0, 1)), null)
  })
})
