import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type BodyId, type Id, type PersonId, type PostId, parseId } from '../../kernel/id.ts'
import { type Member, type Role, sightOf } from '../people/index.ts'
import { UNTIED } from '../plan/index.ts'
import { mayJudge, mayReportByLead } from './programme.access.ts'

function id<Thing extends string>(last: number): Id<Thing> {
  const made = parseId<Thing>(`0190a000-0000-7000-8000-00000000000${last}`)
  assert.ok(made)
  return made
}

const group: BodyId = id(1)
const [chair, lead]: readonly [PersonId, PersonId] = [id(2), id(3)]
const somebody = (person: PersonId, roles: readonly Role[], chairs: readonly BodyId[]): Member => ({
  kind: 'member',
  accountId: 'any',
  partnershipId: id(9),
  partnershipName: 'Any',
  person: { id: person, name: 'Anybody' },
  roles,
  sight: sightOf({ id: person, organisationId: null }, roles),
  chairs,
  posts: [],
  standsInFor: { people: [], posts: [] },
})
const theChair = somebody(chair, ['chair'], [group])
const theManager = somebody(id(4), ['manager'], [])
const action = { leadGroupId: group }

describe('who reports on an action', () => {
  const post: PostId = id(5)
  const leads = [{ ...UNTIED, text: 'Head of play', kind: 'post', postId: post } as const]

  it('whoever holds the post that leads it, and nobody who held it before', () => {
    const before = somebody(lead, ['lead'], [])
    assert.equal(mayReportByLead({ ...before, posts: [post] }, { leads }), true)
    assert.equal(mayReportByLead(before, { leads }), false)
  })

  it('whoever stands in for a person or a post that leads it, and for nobody else', () => {
    const deputy = somebody(id(6), ['lead'], [])
    const standingIn = (people: readonly PersonId[], posts: readonly PostId[]) => ({
      ...deputy,
      standsInFor: { people, posts },
    })
    const byName = [{ ...UNTIED, text: 'Lena Lead', kind: 'person', personId: lead } as const]
    assert.equal(mayReportByLead(standingIn([lead], []), { leads: byName }), true)
    assert.equal(mayReportByLead(standingIn([], [post]), { leads }), true)
    assert.equal(mayReportByLead(standingIn([chair], [post]), { leads: byName }), false)
    assert.equal(
      mayReportByLead(standingIn([lead], []), { leads: [{ ...UNTIED, text: 'Nobody', kind: 'person' }] }),
      false,
    )
  })

  it('while the post is vacant, the manager alone', () => {
    assert.equal(mayReportByLead(theManager, { leads }), true)
  })
})

describe('who judges an update', () => {
  it('the chair of the lead group judges what a lead sent, and the manager does not', () => {
    assert.equal(mayJudge(theChair, action, { chairs: [chair], senderId: lead }), true)
    assert.equal(mayJudge(theManager, action, { chairs: [chair], senderId: lead }), false)
  })

  it('a chair does not accept their own words: the manager judges those', () => {
    assert.equal(mayJudge(theChair, action, { chairs: [chair], senderId: chair }), false)
    assert.equal(mayJudge(theManager, action, { chairs: [chair], senderId: chair }), true)
  })

  it('where there is no chair the manager judges, so that no update waits for nobody', () => {
    assert.equal(mayJudge(theManager, { leadGroupId: null }, { chairs: [], senderId: lead }), true)
    assert.equal(mayJudge(theChair, { leadGroupId: null }, { chairs: [], senderId: lead }), false)
  })
})
