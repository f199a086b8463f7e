import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../../platform/ids.ts'
import { type Directory, NOBODY } from '../../people/index.ts'
import { type Lead, UNTIED } from '../plan.ts'
import { chosenLeads } from './chosen-leads.ts'

const samOfCare = { id: newId<'person'>(), name: 'Sam Smith', post: 'Head of care' }
const samOfSchools = { id: newId<'person'>(), name: 'Sam Smith', post: 'Head of schools' }
const group = { id: newId<'body'>(), name: 'Early help group', shortName: 'EHG', kind: 'lead-group' } as const
const board = { id: newId<'body'>(), name: 'Youth board', shortName: null, kind: 'board' } as const
const directory: Directory = { ...NOBODY, people: [samOfCare, samOfSchools], bodies: [group, board] }

const byPost: Lead = { text: 'Head of schools', kind: 'post', ...UNTIED, personId: samOfSchools.id }
const byGroup: Lead = { text: 'EHG', kind: 'group', ...UNTIED, bodyId: group.id }
const byBoard: Lead = { text: 'Youth board', kind: 'group', ...UNTIED, bodyId: board.id }
const byNobody: Lead = { text: 'Play forum', kind: 'group', ...UNTIED }
const before = {
  leads: [byGroup, byBoard, byPost, byNobody],
  leadGroupId: group.id,
  leadWords: 'EHG/Youth board, Head of schools, Play forum',
}
const asBefore = { leadWords: before.leadWords, leadGroupId: group.id, leadPersonIds: [samOfSchools.id] }

describe('the leads of an action after its form is saved', () => {
  test('are the same, word for word, when nothing about them was touched', () => {
    assert.deepEqual(chosenLeads(before, asBefore, directory), before.leads)
  })

  test('lose the person who was deselected and nobody else', () => {
    const leads = chosenLeads(before, { ...asBefore, leadPersonIds: [] }, directory)
    assert.deepEqual(leads, [byGroup, byBoard, byNobody])
  })

  test('gain the very person who was chosen, not the other one of that name', () => {
    const leads = chosenLeads({ ...before, leads: [] }, asBefore, directory)
    assert.deepEqual(leads, [{ text: 'Sam Smith', kind: 'person', ...UNTIED, personId: samOfSchools.id }])
    const both = { ...asBefore, leadPersonIds: [samOfCare.id, samOfSchools.id] }
    assert.deepEqual(
      chosenLeads(before, both, directory).map(({ personId }) => personId),
      [null, null, samOfSchools.id, null, samOfCare.id],
    )
  })

  test('change their lead group without losing another body', () => {
    assert.deepEqual(chosenLeads(before, { ...asBefore, leadGroupId: board.id }, directory), [
      byBoard,
      byPost,
      byNobody,
    ])
    assert.deepEqual(chosenLeads(before, { ...asBefore, leadGroupId: null }, directory), [byBoard, byPost, byNobody])
    const only = { ...before, leads: [byGroup, byPost] }
    assert.deepEqual(chosenLeads(only, { ...asBefore, leadGroupId: board.id }, directory), [byBoard, byPost])
  })

  test('gain and lose the posts, bodies and organisations whose boxes say so', () => {
    const post = { id: newId<'post'>(), name: 'Head of play', of: null, holders: [] }
    const trust = { id: newId<'organisation'>(), name: 'Vale Trust', kind: 'nhs' } as const
    const all = { ...directory, posts: [post], organisations: [trust] }
    const choose = (leadOtherIds: readonly string[]) =>
      chosenLeads(before, { ...asBefore, leadOtherIds }, all).map(({ text }) => text)
    assert.deepEqual(choose([board.id]), ['EHG', 'Youth board', 'Head of schools', 'Play forum'])
    assert.deepEqual(choose([post.id, trust.id]), [
      'EHG',
      'Head of schools',
      'Play forum',
      'Head of play',
      'Vale Trust',
    ])
    assert.deepEqual(choose([group.id]), ['EHG', 'Head of schools', 'Play forum'])
    const ended: Lead = { text: 'Old trust', kind: 'organisation', ...UNTIED, organisationId: newId<'organisation'>() }
    const withEnded = { ...before, leads: [ended] }
    assert.deepEqual(chosenLeads(withEnded, { ...asBefore, leadPersonIds: [], leadOtherIds: [] }, all), [ended])
  })

  test('lose, when the plan’s words change, the leads that nobody knows and the bodies no longer named', () => {
    const fewer = chosenLeads(before, { ...asBefore, leadWords: 'EHG' }, directory)
    assert.deepEqual(fewer, [byGroup, byPost])
    const still = chosenLeads(before, { ...asBefore, leadWords: 'EHG and the Youth board' }, directory)
    assert.deepEqual(still, [byGroup, byBoard, byPost])
  })
})
