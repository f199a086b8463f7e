import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { newId } from '../../../platform/ids.ts'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import { closingRows } from './closing-row.ts'
import {
  type DutyInPeriod,
  PERIOD_STANDINGS,
  parseStanding,
  standingInPeriod,
  tallyInWords,
  tallyOf,
} from './standing-in-period.ts'

const NOTHING = { latest: null, endedOn: null }

function aDuty(dueOn: string, of: Partial<DutyInPeriod> = {}): DutyInPeriod {
  return { pointId: newId(), actionId: newId(), dueOn: day(dueOn), answer: null, hasDraft: false, ...of }
}
const answered = (verdict: 'accepted' | 'sent-back' | null) => ({ id: newId<'submission'>(), verdict })

describe('where an action stands in a reporting period', () => {
  const standing = (...duties: readonly DutyInPeriod[]) => standingInPeriod(duties, NOTHING).standing

  test('an action without a duty in it is not due', () => {
    assert.equal(standing(), 'not-due')
  })

  test('a duty nobody answered is not reported, and with words kept it is a draft only', () => {
    assert.equal(standing(aDuty('2014-06-30')), 'not-reported')
    assert.equal(standing(aDuty('2014-06-30', { hasDraft: true })), 'draft-only')
  })

  test('an update that was sent awaits its verdict, is accepted, or was sent back', () => {
    assert.equal(standing(aDuty('2014-06-30', { answer: answered(null), hasDraft: true })), 'awaiting-verdict')
    assert.equal(standing(aDuty('2014-06-30', { answer: answered('accepted') })), 'accepted')
    assert.equal(standing(aDuty('2014-06-30', { answer: answered('sent-back') })), 'sent-back')
  })

  test('the last duty of the period decides', () => {
    const [may, june] = [aDuty('2014-05-31'), aDuty('2014-06-30', { answer: answered('accepted') })]
    assert.equal(standing(may, june), 'accepted')
    assert.equal(standing(june, may), 'accepted')
    assert.equal(standing(aDuty('2014-05-31', { answer: answered('accepted') }), aDuty('2014-06-30')), 'not-reported')
  })

  test('nothing is owed once an action was accepted as complete, or had ended', () => {
    const latest = {
      isComplete: true,
      isAccepted: true,
      submittedAt: Temporal.Instant.from('2014-05-10T09:00:00Z'),
    } as const
    const june = [aDuty('2014-06-30')]
    assert.equal(standingInPeriod(june, { latest, endedOn: null }).standing, 'not-due')
    assert.equal(
      standingInPeriod(june, { latest: { ...latest, isAccepted: false }, endedOn: null }).standing,
      'not-reported',
    )
    assert.equal(standingInPeriod(june, { latest: null, endedOn: day('2014-06-01') }).standing, 'not-due')
    assert.equal(standingInPeriod(june, { latest: null, endedOn: day('2014-07-01') }).standing, 'not-reported')
  })

  test('the account names each count and adds up', () => {
    const tally = tallyOf(['accepted', 'not-due', 'not-reported', 'accepted'])
    assert.equal(tallyInWords(tally), '4 actions: 2 accepted, 1 due and not reported, 1 not due to report.')
    assert.equal(tallyInWords([]), '0 actions.')
    assert.equal(parseStanding('constructor'), null)
  })

  test('every action stands in exactly one place, in whatever order the duties come', () => {
    const duties = fc.record({
      at: fc.nat({ max: 9 }),
      month: fc.integer({ min: 1, max: 9 }),
      verdict: fc.constantFrom('accepted', 'sent-back', null, undefined),
      hasDraft: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(duties, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (told, order) => {
        const ids: readonly ActionId[] = Array.from({ length: 10 }, () => newId<'action'>())
        const known = told.map(({ at, month, verdict, hasDraft }, n) =>
          aDuty(Temporal.PlainDate.from({ year: 2014, month, day: n % 28 || 1 }).toString(), {
            actionId: ids[at] ?? newId(),
            answer: verdict === undefined ? null : answered(verdict),
            hasDraft,
          }),
        )
        const days = new Map<string, DutyInPeriod>(known.map((duty) => [`${duty.actionId} ${duty.dueOn}`, duty]))
        const rowsOf = (duties: readonly DutyInPeriod[]) =>
          closingRows({
            actions: ids.map((id) => ({ id, version: 1, headings: [] })),
            scheme: DEFAULT_RATING_SCHEME,
            standings: new Map(),
            duties,
            endedOn: new Map(),
          })
        const duties = [...days.values()]
        const rows = rowsOf(duties)
        const shuffled = duties
          .map((duty) => ({ duty, by: order.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ duty }) => duty)
        assert.deepEqual(rowsOf(shuffled), rows)
        assert.deepEqual(
          rows.map(({ position }) => position),
          ids.map((_, at) => at),
        )
        const tally = tallyOf(rows.map(({ standing }) => standing))
        assert.equal(
          tally.reduce((sum, { count }) => sum + count, 0),
          ids.length,
        )
        assert.ok(rows.every(({ standing }) => PERIOD_STANDINGS.includes(standing)))
        assert.ok(rows.every(({ standing, pointId }) => (standing === 'not-due') === (pointId === null)))
      }),
    )
  })
})
