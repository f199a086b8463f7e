import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { demoAccounts, demoBodies, demoOrganisations, demoPeople } from './borough.ts'

const people = [...demoPeople.values()]
const bodies = Object.values(demoBodies)

describe('the invented borough', () => {
  it('gives every person a name, a post, a partner that exists and an address nobody owns', () => {
    assert.ok(people.length >= 22)
    for (const person of people) {
      assert.match(person.name, /^\S+ \S+$/)
      assert.notEqual(person.post, '')
      assert.ok(person.organisation in demoOrganisations, person.name)
      assert.match(person.email, /^[a-z]+\.[a-z]+@calverhythe\.example$/)
    }
  })

  it('calls no two people, partners or bodies the same', () => {
    for (const names of [people, bodies, Object.values(demoOrganisations)].map((all) => all.map(({ name }) => name))) {
      assert.equal(new Set(names).size, names.length)
    }
  })

  it('has a board, an executive and six lead groups among its bodies', () => {
    const kinds = bodies.map(({ kind }) => kind)
    assert.equal(kinds.filter((kind) => kind === 'board').length, 1)
    assert.equal(kinds.filter((kind) => kind === 'executive').length, 1)
    assert.equal(kinds.filter((kind) => kind === 'lead-group').length, 6)
  })

  it('seats people who exist, each once to a body', () => {
    for (const { name, chair, members } of bodies) {
      const seats: string[] = [chair, ...members]
      assert.equal(new Set(seats).size, seats.length, name)
      for (const seat of seats)
        assert.ok(
          [...demoPeople.keys()].some((key) => key === seat),
          seat,
        )
    }
  })

  it('signs in one manager, one board member, a chair of a lead group and leads of the council and of a charity', () => {
    assert.deepEqual(
      demoAccounts.map(({ role }) => role ?? 'by seat'),
      ['manager', 'by seat', 'member', 'by seat', 'member'],
    )
    const sectors = demoAccounts.map(({ person }) => sectorOf(person))
    assert.deepEqual(sectors, ['council', 'council', 'council', 'charity', 'council'])
    assert.ok(bodies.some(({ kind, chair }) => kind === 'lead-group' && chair === demoAccounts[1]?.person))
  })

  it('keeps each demo password its own, and long enough to be taken', () => {
    const passwords = demoAccounts.map(({ password }) => password)
    assert.equal(new Set(passwords).size, passwords.length)
    for (const password of passwords) assert.ok(password.length >= 12)
  })
})

function sectorOf(key: (typeof demoAccounts)[number]['person']) {
  const organisation = demoPeople.get(key)?.organisation
  return organisation && demoOrganisations[organisation].kind
}
