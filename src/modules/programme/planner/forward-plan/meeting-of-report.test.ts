import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../../kernel/day.ts'
import { USUAL_RULES } from '../../asking/asking-rules.ts'
import { requestWindow } from '../../asking/request-window.ts'
import { closedDays } from '../../asking/working-days.ts'
import { meetingOfReport } from './meeting-of-report.ts'

const meeting = (on: string, papersOn: string) => ({ on: day(on), papersOn: day(papersOn) })
const [june, september, december] = [
  meeting('2014-06-20', '2014-06-12'),
  meeting('2014-09-26', '2014-09-18'),
  meeting('2014-12-05', '2014-11-27'),
]
const meetings = [june, september, december]
const receives = (dueOn: string) => meetingOfReport(day(dueOn), meetings)?.on.toString() ?? null

describe('which meeting receives a report', () => {
  test('the one whose papers close in the fortnight before the day it is due', () => {
    assert.equal(receives('2014-09-30'), '2014-09-26')
    assert.equal(receives('2014-10-02'), '2014-09-26')
  })

  test('else the next one whose papers close after it', () => {
    assert.equal(receives('2014-10-03'), '2014-12-05')
    assert.equal(receives('2014-06-30'), '2014-09-26')
  })

  test('none, when the calendar does not reach so far', () => {
    assert.equal(receives('2015-03-31'), null)
    assert.equal(meetingOfReport(day('2015-03-31'), []), null)
  })

  test('a report that a meeting draws forward is received by that meeting', () => {
    for (const dueOn of ['2014-09-18', '2014-09-30', '2014-10-02', '2014-10-20', '2014-12-10']) {
      const calendar = { isClosed: closedDays(), meetings }
      const drawn = requestWindow(day(dueOn), USUAL_RULES, calendar).meetingOn
      if (drawn) assert.equal(receives(dueOn), drawn.toString())
    }
  })
})
