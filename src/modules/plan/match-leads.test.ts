import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../platform/ids.ts'
import { type Directory, NOBODY } from '../people/index.ts'
import { leadGroupOf, matchLeads } from './match-leads.ts'
import { UNTIED } from './plan.ts'

const lena = { id: newId<'person'>(), name: 'Lena Lead', post: 'Head of early help' }
const twins = ['One', 'Two'].map((name) => ({ id: newId<'person'>(), name, post: 'Social worker' }))
const head = { id: newId<'post'>(), name: 'Head of early help', of: 'The council', holders: ['Lena Lead'] }
const vacant = { id: newId<'post'>(), name: 'Head of play', of: 'The council', holders: [] }
const workers = ['North', 'South'].map((of) => ({ id: newId<'post'>(), name: 'Social worker', of, holders: [] }))
const trust = { id: newId<'organisation'>(), name: 'Play Trust', kind: 'charity' } as const
const group = { id: newId<'body'>(), name: 'Early help group', shortName: 'EHG', kind: 'lead-group' } as const
const board = { id: newId<'body'>(), name: 'Youth board', shortName: null, kind: 'board' } as const
const directory: Directory = {
  ...NOBODY,
  people: [lena, ...twins],
  bodies: [board, group],
  posts: [head, vacant, ...workers],
  organisations: [trust],
  otherNames: [
    { name: 'Lena Maiden', known: { kind: 'person', id: lena.id } },
    { name: 'Toy Trust', known: { kind: 'organisation', id: trust.id } },
    { name: 'Early years forum', known: { kind: 'body', id: group.id } },
  ],
}

const match = (text: string) => matchLeads([{ text, kind: 'unknown' }], directory)[0]

describe('tying a plan’s leads to the directory', () => {
  for (const name of ['Lena Lead', 'LENA  LEAD', 'Lena-Lead', 'Lena Maiden']) {
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
    const [lead] = matchLeads([{ text: 'Lena Lead', kind: 'person' }], { ...NOBODY, people: namesakes })
    assert.equal(lead?.personId, null)
  })
  for (const name of ['L. Lead', 'Lead', 'Lena Leads', 'Early help', 'YB']) {
    test(`“${name}” is not tied without a person’s word`, () => {
      assert.deepEqual([match(name)?.personId, match(name)?.bodyId], [null, null])
    })
  }
  test('a post is tied as the post, held or vacant, and never as its holder of today', () => {
    assert.deepEqual(match('Head of Early Help'), {
      ...UNTIED,
      text: 'Head of Early Help',
      kind: 'unknown',
      postId: head.id,
    })
    assert.equal(match('Head of play')?.postId, vacant.id)
  })
  test('of two posts with one name neither is chosen', () => {
    assert.equal(match('Social worker')?.postId, null)
  })
  test('a name that an organisation or a body had before stands for the one there is now', () => {
    assert.equal(match('Play Trust')?.organisationId, trust.id)
    assert.equal(match('The toy trust')?.organisationId, null)
    assert.equal(match('Toy Trust')?.organisationId, trust.id)
    assert.equal(match('Early Years Forum')?.bodyId, group.id)
  })
  for (const name of ['?', '–', '', '…', 'Nobody we know']) {
    test(`“${name}” is nobody`, () => {
      assert.deepEqual(match(name), { text: name, kind: 'unknown', ...UNTIED })
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
