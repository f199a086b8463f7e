import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../../kernel/day.ts'
import { period } from '../../../../kernel/period.ts'
import { closedInMonth } from './closed-in-month.ts'
import { plannerYears } from './planner-view.ts'

const shown = (years: ReturnType<typeof plannerYears>) =>
  years.map(
    ({ from, to, isShown }) => `${from.toString().slice(0, 7)} to ${to.toString().slice(0, 7)}${isShown ? ' *' : ''}`,
  )
const months = (...of: readonly string[]) => of.map((month) => ({ month: day(`${month}-01`) }))
const today = day('2014-10-15')

describe('the months of a year planner', () => {
  test('are the twelve of the plan’s year, and today’s are shown first', () => {
    const plan = { period: period('2014-04-01', '2015-04-01') }
    assert.deepEqual(shown(plannerYears(plan, months('2014-06'), today, null)), ['2014-04 to 2015-03 *'])
  })

  test('of a longer plan go year by year, and another year can be asked for', () => {
    const plan = { period: period('2013-04-01', '2016-04-01') }
    assert.deepEqual(shown(plannerYears(plan, [], today, day('2015-12-01'))), [
      '2013-04 to 2014-03',
      '2014-04 to 2015-03',
      '2015-04 to 2016-03 *',
    ])
  })

  test('reach as far as something is due, before the plan and after it', () => {
    const plan = { period: period('2014-04-01', '2015-04-01') }
    assert.deepEqual(shown(plannerYears(plan, months('2014-01', '2015-05'), day('2019-01-01'), null)), [
      '2013-04 to 2014-03',
      '2014-04 to 2015-03',
      '2015-04 to 2015-05 *',
    ])
  })

  test('a plan without a period shows the months in which something is due, and nothing when there are none', () => {
    assert.deepEqual(shown(plannerYears({ period: null }, months('2014-09', '2014-12'), today, null)), [
      '2014-09 to 2014-12 *',
    ])
    assert.deepEqual(plannerYears({ period: null }, [], today, null), [])
  })
})

describe('the days of a month on which nobody is there', () => {
  test('are the bank holidays and what the partnership closes for, run together', () => {
    const shut = [period('2014-12-24', '2015-01-03')]
    assert.equal(closedInMonth(day('2014-12-01'), shut), '24–31')
    assert.equal(closedInMonth(day('2015-01-01'), shut), '1–2')
    assert.equal(closedInMonth(day('2014-12-01'), []), '25–26')
    assert.equal(closedInMonth(day('2014-06-01'), shut), '')
  })
})
