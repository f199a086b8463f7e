import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../../platform/ids.ts'
import { type Directory, NOBODY } from '../../people/index.ts'
import type { LeadKind } from '../../reading/index.ts'
import { type Lead, UNTIED } from '../plan.ts'
import { madeTies, proposeTies } from './propose-ties.ts'

const person = (name: string) => ({ id: newId<'person'>(), name, post: null })
const body = (name: string, shortName: string | null = null) =>
  ({ id: newId<'body'>(), name, shortName, kind: 'lead-group' }) as const
const directory: Directory = {
  ...NOBODY,
  people: ['Lena Lead', 'Michael Poe', 'Ama Boateng', 'Abena Boateng'].map(person),
  bodies: [
    body('Local Play and Toys Board'),
    body('LTF', 'LTF'),
    body('Stay Sunny group', 'SSG'),
    body('Toy library team'),
  ],
}
const lead = (text: string, kind: LeadKind): Lead => ({ text, kind, ...UNTIED })
const proposed = (text: string, kind: LeadKind) =>
  proposeTies([{ leads: [lead(text, kind)] }], directory).map(
    ({ known, confidence, reason }) => `${confidence} ${known.name}: ${reason}`,
  )

describe('who a name of the plan may be', () => {
  const cases: readonly (readonly [text: string, kind: LeadKind, ...proposed: string[]])[] = [
    ['L. Lead', 'person', 'likely Lena Lead: The same surname, and the same first letter'],
    [
      'A Boateng',
      'person',
      'possible Ama Boateng: The same surname, and the same first letter',
      'possible Abena Boateng: The same surname, and the same first letter',
    ],
    ['Poe', 'unknown', 'possible Michael Poe: The same surname alone'],
    ['Micheal Poe', 'person', 'possible Michael Poe: A letter apart: it may be somebody else'],
    ['LPTB', 'organisation', 'likely Local Play and Toys Board: The initials of the full name'],
    ['Local Toys Forum', 'group', 'likely LTF: The initials of the full name'],
    ['Stay Sunny', 'group', 'likely Stay Sunny group: The same but for the last word'],
    ['Stay Sunny board', 'group', 'possible Stay Sunny group: The same but for the last word'],
    ['Sunny Days (SSG)', 'group', 'likely Stay Sunny group: The same short name in brackets'],
    ['Toy libary team', 'group', 'possible Toy library team: A letter apart'],
    ['Lena Leadbetter', 'person'],
    ['Head of Lead', 'post'],
    ['Toy team', 'group'],
    ['L. Leader', 'person'],
    ['?', 'unknown'],
  ]
  for (const [text, kind, ...expected] of cases) {
    test(`“${text}” may be ${expected.length === 0 ? 'nobody we know' : expected.join(' or ')}`, () => {
      assert.deepEqual(proposed(text, kind), expected)
    })
  }

  test('the busiest name comes first, and a tied name is not asked about', () => {
    const [lena] = directory.people
    const tied: Lead = { ...lead('Lena Lead', 'person'), personId: lena?.id ?? null }
    const actions = [
      { leads: [lead('Poe', 'unknown'), tied] },
      { leads: [lead('L Lead', 'person')] },
      { leads: [lead('L Lead', 'person')] },
    ]
    assert.deepEqual(
      proposeTies(actions, directory).map(({ text, actions: count }) => `${text} ${count}`),
      ['L Lead 2', 'Poe 1'],
    )
    assert.deepEqual(
      madeTies(actions, directory).map(({ text, known }) => `${text}: ${known.name}`),
      ['Lena Lead: Lena Lead'],
    )
  })

  test('more than a handful of guesses are none', () => {
    const many: Directory = {
      ...NOBODY,
      people: ['Ana', 'Ann', 'Amy', 'Ada', 'Asa'].map((name) => person(`${name} Poe`)),
      bodies: [],
    }
    assert.deepEqual(proposeTies([{ leads: [lead('A Poe', 'person')] }], many), [])
  })
})
