import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { englishBankHolidays } from './bank-holidays.ts'

const daysOf = (year: number) => englishBankHolidays(year).map((on) => on.toString().slice(5))

describe('the bank holidays of England', () => {
  test('are eight in a usual year', () => {
    assert.deepEqual(daysOf(2014), ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'])
    assert.deepEqual(daysOf(2026), ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'])
  })

  test('move off the weekend to the next weekday that is no holiday itself', () => {
    assert.deepEqual(daysOf(2010).slice(-2), ['12-27', '12-28'], 'Christmas on a Saturday')
    assert.deepEqual(daysOf(2011).slice(-2), ['12-26', '12-27'], 'Christmas on a Sunday')
    assert.equal(daysOf(2028)[0], '01-03', 'New Year on a Saturday')
    assert.equal(daysOf(2027).at(-1), '12-28', 'Boxing Day on a Sunday')
  })

  test('were moved and added to for jubilees, a wedding, a funeral and a coronation', () => {
    assert.deepEqual(daysOf(2012).slice(3, 7), ['05-07', '06-04', '06-05', '08-27'])
    assert.deepEqual(daysOf(2020).slice(3, 5), ['05-08', '05-25'])
    assert.deepEqual(daysOf(2022), [
      '01-03',
      '04-15',
      '04-18',
      '05-02',
      '06-02',
      '06-03',
      '08-29',
      '09-19',
      '12-26',
      '12-27',
    ])
    assert.equal(daysOf(2023).length, 9)
  })

  test('never fall on a weekend, whatever the year', () => {
    for (let year = 1978; year < 2200; year++) {
      const holidays = englishBankHolidays(year)
      assert.ok(holidays.length >= 8, String(year))
      for (const on of holidays) assert.ok(on.dayOfWeek <= 5 && on.year === year, on.toString())
      assert.equal(new Set(holidays.map(String)).size, holidays.length, String(year))
    }
  })
})
