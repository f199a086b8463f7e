import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { day } from '../src/kernel/day.ts'
import { EVERY_START, rowsOf } from './plan.factory.ts'
import { demoPlan } from './plan.ts'
import { planYear } from './plan-year.ts'

describe('the demo plan', () => {
  for (const starts of EVERY_START) {
    it(`stands for a year from ${starts}`, () => {
      const rows = rowsOf(demoPlan(starts))
      assert.equal(rows.length, 42)
      for (const row of rows) assert.ok(row.text.length > 30, row.ref)
      assert.doesNotMatch(demoPlan(starts), /undefined|NaN|Invalid|\[object/)
    })

    it(`speaks of no year but those it can mean, from ${starts}`, () => {
      const { endsBefore } = planYear(starts)
      for (const [year] of demoPlan(starts).matchAll(/\b20\d\d\b/g)) {
        assert.ok(Number(year) >= starts.year - 1 && Number(year) <= endsBefore.year + 1, year)
      }
    })
  }

  it('repeats one reference and no other', () => {
    const refs = rowsOf(demoPlan(day('2026-01-01'))).map(({ ref }) => ref)
    assert.deepEqual(
      refs.filter((ref, index) => refs.indexOf(ref) !== index),
      ['3.3.2'],
    )
  })

  it('leaves one measure, and one lead, for the plan check to find', () => {
    const rows = rowsOf(demoPlan(day('2026-01-01')))
    assert.deepEqual(
      rows.filter(({ measure }) => measure === '').map(({ ref }) => ref),
      ['1.2.3'],
    )
    assert.deepEqual(
      rows.filter(({ lead }) => lead === '').map(({ ref }) => ref),
      ['3.1.4'],
    )
  })

  it('has timescales of every layout', () => {
    const timescales = rowsOf(demoPlan(day('2026-04-01'))).map(({ timescale }) => timescale)
    for (const layout of [
      'August 2026',
      '15 October 2026',
      'July 2026, October 2026 and January 2027',
      'Quarterly: May, August, November and February',
      'Quarterly',
      'Monthly',
      'Twice yearly, Sept & Mar',
      'May 2026 to October 2026',
      'Ongoing',
      'By end of autumn term 2026',
      'Q3 2026/27',
      'Within three months of the data sharing review',
      'TBC',
      'September',
      'June 2027',
      'In progress',
    ]) {
      assert.ok(timescales.includes(layout), layout)
    }
  })

  it('starts on the first of a month or not at all', () => {
    assert.throws(() => demoPlan(day('2026-04-02')), RangeError)
  })
})
