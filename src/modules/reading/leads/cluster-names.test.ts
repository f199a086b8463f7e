import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { LeadKind } from '../plan-reading.ts'
import { clusterNames } from './cluster-names.ts'

const of = (kind: LeadKind, ...texts: readonly string[]) => texts.map((text) => ({ text, kind }))
const written = (...leads: Parameters<typeof clusterNames>[0]) =>
  clusterNames(leads).map(
    ({ canonical, spellings, likeness }) => `${likeness} ${canonical}: ${spellings.map(({ text }) => text).join(', ')}`,
  )

describe('spellings of one name across a document', () => {
  test('capitals, spaces, marks and ampersands make no other name; the usual spelling is proposed', () => {
    assert.deepEqual(written(...of('post', 'Head of PLAY', 'Head of Play', 'Head of Play')), [
      'same Head of Play: Head of PLAY, Head of Play',
    ])
    assert.deepEqual(written(...of('group', 'Play & Arts Board', 'Play and Arts board')), [
      'same Play & Arts Board: Play & Arts Board, Play and Arts board',
    ])
    assert.deepEqual(written(...of('organisation', 'St Annes', "St Anne's")), ["same St Anne's: St Annes, St Anne's"])
    assert.deepEqual(written(...of('group', 'PLAY TEAM', 'Play Team')), ['same Play Team: PLAY TEAM, Play Team'])
  })
  test('a letter’s difference is a nearer question: it may be two people', () => {
    assert.deepEqual(written(...of('person', 'Michael Poe', 'Micheal Poe', 'Michael Poe')), [
      'near Michael Poe: Michael Poe, Micheal Poe',
    ])
    assert.deepEqual(written(...of('person', 'Cllr Amina Khan', 'Amina Khan')), [
      'near Cllr Amina Khan: Cllr Amina Khan, Amina Khan',
    ])
  })
  test('short names, initials, numbers and other kinds are left apart', () => {
    assert.deepEqual(written(...of('person', 'Ann Lee', 'Jan Lee')), [])
    assert.deepEqual(written(...of('organisation', 'NBC', 'NCB')), [])
    assert.deepEqual(written(...of('post', 'Head of Care NBC', 'Head of Care NCB')), [])
    assert.deepEqual(written(...of('group', 'Locality team 1', 'Locality team 2')), [])
    assert.deepEqual(written(...of('group', 'Play forums'), ...of('post', 'Play forum')), [])
  })
  test('no spelling is lost or counted twice, whatever the names', () => {
    const names = fc.array(
      fc.record({ text: fc.stringMatching(/^[A-Da-d .'&]{1,9}$/), kind: fc.constantFrom<LeadKind>('person', 'group') }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(names, (leads) => {
        const clusters = clusterNames(leads)
        const all = clusters.flatMap(({ spellings }) => spellings.map(({ text }) => text))
        assert.equal(new Set(all).size, all.length)
        for (const { spellings, canonical } of clusters) {
          assert.ok(spellings.some(({ text }) => text === canonical))
          for (const { text, times } of spellings)
            assert.equal(leads.filter((lead) => lead.text === text).length, times)
        }
      }),
    )
  })
})
