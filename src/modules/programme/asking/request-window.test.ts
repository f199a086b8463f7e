import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import { period } from '../../../kernel/period.ts'
import { USUAL_RULES } from './asking-rules.ts'
import { requestWindow } from './request-window.ts'
import { closedDays, workingDayAfter, workingDayBefore } from './working-days.ts'

const isClosed = closedDays()
const windowOf = (dueOn: string, meetings: readonly { on: string; papersOn: string }[] = [], closed = isClosed) =>
  requestWindow(day(dueOn), USUAL_RULES, {
    isClosed: closed,
    meetings: meetings.map(({ on, papersOn }) => ({ on: day(on), papersOn: day(papersOn) })),
  })

describe('the window of a request', () => {
  test('opens four weeks before, and closes four weeks after, on working days', () => {
    const { opensOn, remindsOn, dueStepOn, graceEndsOn, chairOn, managerOn, closesOn } = windowOf('2014-09-30')
    assert.deepEqual([opensOn, remindsOn, dueStepOn, graceEndsOn, chairOn, managerOn, closesOn].map(String), [
      '2014-09-02',
      '2014-09-23',
      '2014-09-30',
      '2014-10-06',
      '2014-10-07',
      '2014-10-14',
      '2014-10-28',
    ])
  })

  test('31 March in an Easter weekend: the asking moves to Thursday, the duty stays', () => {
    const window = windowOf('2013-03-31')
    assert.equal(window.dueOn.toString(), '2013-03-31')
    assert.equal(window.dueStepOn.toString(), '2013-03-28')
    assert.equal(window.graceEndsOn.toString(), '2013-04-05')
  })

  test('a leap day is a duty like any other', () => {
    const window = windowOf('2016-02-29')
    assert.equal(window.dueOn.toString(), '2016-02-29')
    assert.equal(window.opensOn.toString(), '2016-02-01')
  })

  test('a meeting shortly before the duty draws the asking forward, and not the chasing', () => {
    const meeting = { on: '2014-09-26', papersOn: '2014-09-18' }
    const drawn = windowOf('2014-09-30', [{ on: '2014-06-20', papersOn: '2014-06-12' }, meeting])
    assert.equal(drawn.meetingOn?.toString(), '2014-09-26')
    assert.deepEqual([drawn.opensOn, drawn.dueStepOn, drawn.dueOn].map(String), [
      '2014-08-21',
      '2014-09-18',
      '2014-09-30',
    ])
    assert.equal(drawn.chairOn.toString(), windowOf('2014-09-30').chairOn.toString())
  })

  test('a meeting that was moved away draws nothing any more', () => {
    const moved = windowOf('2014-09-30', [{ on: '2014-10-20', papersOn: '2014-10-10' }])
    assert.deepEqual(moved, windowOf('2014-09-30'))
  })

  test('days on which a partnership is closed are passed over, and closing for ever stops nothing', () => {
    const shut = closedDays([period('2014-12-24', '2015-01-05')])
    assert.equal(windowOf('2014-12-31', [], shut).dueStepOn.toString(), '2014-12-23')
    assert.equal(windowOf('2014-12-31', [], () => true).dueStepOn.toString(), '2014-12-31')
  })

  test('whatever the day, nothing of the asking falls on a closed day and the order holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), (days) => {
        const dueOn = day('2010-01-01').add({ days })
        const window = requestWindow(dueOn, USUAL_RULES, { isClosed, meetings: [] })
        const { opensOn, remindsOn, dueStepOn, graceEndsOn, chairOn, managerOn, closesOn } = window
        const inOrder = [opensOn, remindsOn ?? opensOn, dueStepOn, graceEndsOn, chairOn, managerOn, closesOn]
        assert.deepEqual([...inOrder].sort(Temporal.PlainDate.compare).map(String), inOrder.map(String))
        for (const on of inOrder) assert.ok(!isClosed(on), on.toString())
        assert.ok(window.dueOn.equals(dueOn))
      }),
    )
  })

  test('the working day before a day is never after it, nor the one after before', () => {
    assert.equal(workingDayBefore(day('2014-12-28'), isClosed).toString(), '2014-12-24')
    assert.equal(workingDayAfter(day('2014-12-25'), isClosed).toString(), '2014-12-29')
    assert.equal(workingDayAfter(day('2014-12-24'), isClosed).toString(), '2014-12-24')
  })
})
