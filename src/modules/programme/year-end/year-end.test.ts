import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '../../../platform/ids.ts'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import { accountFor, accountInWords } from './account-for.ts'
import { checkDisposal, DISPOSAL_KINDS, type SaidDisposal } from './disposal.ts'
import { proposeDisposal } from './propose-disposal.ts'

const action = newId<'action'>()
const said = (over: Partial<SaidDisposal>): SaidDisposal => ({
  kind: 'completed',
  reason: '',
  bodyId: null,
  intoId: null,
  timeWords: '',
  takenBy: '',
  ...over,
})
const problems = (over: Partial<SaidDisposal>) => {
  const checked = checkDisposal(action, said(over))
  return checked.ok ? [] : checked.refusal.problems.map(({ field }) => field)
}

describe('how an action ends', () => {
  test('each way says what it has to, and every gap is told at once', () => {
    assert.deepEqual(problems({ kind: 'completed' }), [])
    assert.deepEqual(problems({ kind: 'not-reported' }), [])
    assert.deepEqual(problems({ kind: 'carried-forward' }), ['reason', 'time'])
    assert.deepEqual(problems({ kind: 'stopped' }), ['reason'])
    assert.deepEqual(problems({ kind: 'transferred' }), ['reason', 'takenBy'])
    assert.deepEqual(problems({ kind: 'merged' }), ['into'])
    assert.deepEqual(problems({ kind: 'vanished' }), ['kind'])
    const [why, long] = ['No money', 'x'.repeat(201)]
    assert.deepEqual(problems({ kind: 'carried-forward', reason: why, timeWords: long }), ['time'])
    assert.deepEqual(problems({ kind: 'transferred', reason: why, takenBy: long }), ['takenBy'])
    assert.deepEqual(problems({ kind: 'stopped', reason: 'x'.repeat(2001) }), ['reason'])
  })

  test('an action cannot be merged into itself', () => {
    assert.deepEqual(problems({ kind: 'merged', intoId: action }), ['into'])
    assert.deepEqual(problems({ kind: 'merged', intoId: newId() }), [])
  })

  test('an ending says nothing that another kind would have asked for', () => {
    const checked = checkDisposal(
      action,
      said({ kind: 'stopped', reason: 'No money', timeWords: 'June', takenBy: 'NHS' }),
    )
    assert.ok(checked.ok)
    assert.deepEqual([checked.value.timeWords, checked.value.takenBy, checked.value.intoId], [null, null, null])
  })

  test('complete is proposed for what was accepted as complete with evidence, and for nothing less', () => {
    const blue = { progress: 'blue', impact: 'green', isAccepted: true } as const
    assert.equal(
      proposeDisposal(DEFAULT_RATING_SCHEME, { latest: blue, evidenceCount: 1, isYearOver: true }),
      'completed',
    )
    assert.equal(
      proposeDisposal(DEFAULT_RATING_SCHEME, {
        latest: { ...blue, impact: 'blue' },
        evidenceCount: 1,
        isYearOver: true,
      }),
      'sustained',
    )
    assert.equal(proposeDisposal(DEFAULT_RATING_SCHEME, { latest: blue, evidenceCount: 0, isYearOver: true }), null)
    assert.equal(
      proposeDisposal(DEFAULT_RATING_SCHEME, {
        latest: { ...blue, isAccepted: false },
        evidenceCount: 1,
        isYearOver: true,
      }),
      null,
    )
    assert.equal(
      proposeDisposal(DEFAULT_RATING_SCHEME, {
        latest: { ...blue, progress: 'green' },
        evidenceCount: 1,
        isYearOver: true,
      }),
      null,
    )
    assert.equal(
      proposeDisposal(DEFAULT_RATING_SCHEME, { latest: null, evidenceCount: 0, isYearOver: true }),
      'not-reported',
    )
    assert.equal(
      proposeDisposal(DEFAULT_RATING_SCHEME, { latest: null, evidenceCount: 0, isYearOver: false }),
      null,
      'it may still be reported on',
    )
  })
})

describe('the account of a year', () => {
  test('says each ending with its number, and those without one', () => {
    const endings = [
      ...Array.from({ length: 41 }, () => 'completed' as const),
      ...Array.from({ length: 6 }, () => 'carried-forward' as const),
      'stopped' as const,
      ...Array.from({ length: 18 }, () => 'not-reported' as const),
      ...Array.from({ length: 16 }, () => null),
    ]
    assert.equal(
      accountInWords(accountFor(endings, (ending) => ending)),
      '82 actions: 41 completed, 6 carried forward, 1 stopped, 18 not reported, 16 without an ending.',
    )
    assert.equal(accountInWords(accountFor([], () => null)), '0 actions.')
  })

  test('holds every action once, whatever their endings: the numbers add up', () => {
    const ending = fc.option(fc.constantFrom(...DISPOSAL_KINDS), { nil: null })
    fc.assert(
      fc.property(fc.array(ending), (endings) => {
        const actions = endings.map((kind, id) => ({ id, kind }))
        const account = accountFor(actions, ({ kind }) => kind)
        const listed = [...account.byKind.flatMap(({ actions }) => actions), ...account.open].map(({ id }) => id)
        assert.deepEqual(
          listed.sort((a, b) => a - b),
          actions.map(({ id }) => id),
        )
        const said = accountInWords(account).match(/\d+/g)?.map(Number) ?? []
        assert.equal(
          said[0],
          said.slice(1).reduce((sum, count) => sum + count, 0),
        )
      }),
    )
  })
})
