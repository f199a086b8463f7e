import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../../platform/ids.ts'
import { type DirectoryKnown, type PersonKnown, SOMEBODY_ELSE } from './bringing.ts'
import type { ListRow } from './list-row.ts'
import { planBringing } from './plan-bringing.ts'
import { rowsOfList } from './rows-of-list.ts'

const council = { id: newId<'organisation'>(), name: 'Thornby Council', names: ['Thornby Borough'] }
const trust = { id: newId<'organisation'>(), name: 'Vale Trust', names: [] }
const aPerson = (of: Partial<PersonKnown> = {}): PersonKnown => ({
  id: newId<'person'>(),
  name: 'Sam Smith',
  otherNames: [],
  email: 'sam@thornby.example',
  mobile: null,
  organisation: council,
  hasLeft: false,
  ...of,
})
const known = (...people: readonly PersonKnown[]): DirectoryKnown => ({
  people,
  organisations: [council, trust],
  posts: [],
})
const row = (of: Partial<ListRow> = {}): ListRow => ({
  line: 2,
  name: 'Sam Smith',
  email: '',
  mobile: '',
  organisation: '',
  organisationKind: '',
  post: '',
  ...of,
})
const outcomes = (rows: readonly ListRow[], directory: DirectoryKnown, answers = new Map<number, string>()) =>
  planBringing(rows, directory, answers).map(({ outcome, says }) => [outcome, ...says])

describe('what a list of people does', () => {
  test('somebody nobody knows is added, and a new organisation once', () => {
    const rows = [
      row({ name: 'Ola Open', organisation: 'Play for All', organisationKind: 'Charity' }),
      row({ line: 3, name: 'Bea Best', organisation: 'play  for all' }),
      row({ line: 4, name: '', organisation: 'Harbour School', organisationKind: 'Academy' }),
    ]
    assert.deepEqual(outcomes(rows, known()), [
      ['new', 'Ola Open is added', 'Play for All is added to the organisations'],
      ['new', 'Bea Best is added'],
      ['new', 'Harbour School is added to the organisations, as “Other”: “Academy” is no kind the directory has'],
    ])
  })

  test('somebody known by address or name is changed where the list says more, and by nothing it leaves empty', () => {
    const sam = aPerson()
    const same = row({ email: 'SAM@thornby.example', organisation: 'Thornby Borough' })
    assert.deepEqual(outcomes([same, row({ line: 3, name: 'Nobody Known' })], known(sam))[0], ['same'])
    assert.deepEqual(outcomes([row()], known(sam)), [['same']])
    assert.deepEqual(outcomes([row({ email: 'sam.smith@thornby.example', mobile: '07700 900123' })], known(sam)), [
      [
        'changed',
        'The address sam@thornby.example becomes sam.smith@thornby.example',
        'The number +447700900123 is added',
      ],
    ])
    assert.deepEqual(outcomes([row({ email: 'sam@thornby.example', organisation: 'Vale Trust' })], known(sam)), [
      ['changed', 'They move from Thornby Council to Vale Trust'],
    ])
  })

  test('whoever may be one of two is asked about, and left out until that is said', () => {
    const [sam, other] = [aPerson(), aPerson({ email: null, organisation: trust })]
    assert.deepEqual(outcomes([row()], known(sam, other)), [['unclear', '2 people have this name']])
    assert.deepEqual(outcomes([row({ organisation: 'Vale Trust' })], known(sam, other)), [['same']])
    const namesake = row({ email: 'ss@vale.example', organisation: 'Vale Trust' })
    assert.deepEqual(outcomes([namesake], known(sam)), [
      ['unclear', 'The name is known with another address and organisation'],
    ])
    const married = row({ name: 'Sam Jones', email: 'sam@thornby.example' })
    assert.deepEqual(outcomes([married], known(sam)), [['unclear', 'The address is the one of Sam Smith']])
    assert.deepEqual(outcomes([married], known(sam), new Map([[2, sam.id]])), [['same']])
    assert.deepEqual(outcomes([namesake], known(sam), new Map([[2, SOMEBODY_ELSE]])), [['new', 'Sam Smith is added']])
    assert.equal(outcomes([namesake], known(sam), new Map([[2, newId<'person'>()]]))[0]?.[0], 'unclear')
  })

  test('what cannot be done is left out, with why', () => {
    const rows = [
      row({ name: '', email: 'a@b.example' }),
      row({ line: 3, email: 'no address' }),
      row({ line: 4, name: 'Gone Away' }),
      row({ line: 5, name: 'Ola Open' }),
      row({ line: 6, name: 'Ola Open' }),
      row({ line: 7, name: 'Ola Open', mobile: '07700 900123' }),
    ]
    assert.deepEqual(outcomes(rows, known(aPerson({ name: 'Gone Away', hasLeft: true }))), [
      ['left-out', 'It has no name'],
      ['left-out', 'Write the address like name@council.gov.uk'],
      ['left-out', 'Gone Away left. If they came back, undo the leaving or add them by hand'],
      ['new', 'Ola Open is added'],
      ['left-out', 'Line 5 says the same'],
      ['left-out', 'Line 5 is about Ola Open too and says something else'],
    ])
  })

  test('a post is added or taken when vacant, and never taken from whoever holds it', () => {
    const sam = aPerson()
    const post = (name: string, holders: readonly PersonKnown[]) => ({
      id: newId<'post'>(),
      name,
      organisationId: council.id,
      holders,
    })
    const posts = [
      post('Head of play', [aPerson({ name: 'Vera Viewer' })]),
      post('Head of care', []),
      post('Nurse', [sam]),
    ]
    const says = (name: string) => outcomes([row({ post: name })], { ...known(sam), posts })
    assert.deepEqual(says('head of play'), [
      ['same', 'Not done: Head of play is held by Vera Viewer. Fill it on its page'],
    ])
    assert.deepEqual(says('Head of care'), [['changed', 'The vacant post Head of care is theirs']])
    assert.deepEqual(says('Nurse'), [['same']])
    assert.deepEqual(says('Head of new'), [['changed', 'The post Head of new is added, and theirs']])
  })
})

describe('the rows of a list', () => {
  const line = (number: number, ...cells: readonly string[]) => ({ line: number, cells })

  test('are found by the heads of its columns, in any order, below a title', () => {
    const read = rowsOfList([
      line(1, 'Our partners'),
      line(3, 'E-mail', 'Notes', 'First name', 'Surname', 'Agency'),
      line(4, 'ola@council.example', 'rings late', 'Ola', 'Open', 'Council'),
    ])
    assert.ok(read.ok)
    assert.deepEqual(read.value, {
      rows: [row({ line: 4, name: 'Ola Open', email: 'ola@council.example', organisation: 'Council' })],
      unused: ['Notes'],
    })
  })

  test('are refused without heads, and without rows', () => {
    const refusal = (lines: Parameters<typeof rowsOfList>[0]) => {
      const read = rowsOfList(lines)
      return read.ok ? null : read.refusal.kind
    }
    assert.equal(refusal([line(1, 'Ola Open', 'ola@council.example')]), 'no-heads')
    assert.equal(refusal([line(1, 'Name')]), 'no-rows')
  })
})
