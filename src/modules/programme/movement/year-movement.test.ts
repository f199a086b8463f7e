import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, aTimescale } from '../../plan/plan.factory.ts'
import type { Moving } from './movement.ts'
import { yearMovement, yearMovementInWords } from './year-movement.ts'

const moment = (on: string) => Temporal.Instant.from(`${on}T09:00:00Z`)
type Said = Parameters<typeof anAction>[0]
const moving = (...versions: readonly (readonly [on: string, said: Said])[]): Moving => ({
  id: newId<'action'>(),
  versions: versions.map(([on, said]) => ({ at: moment(on), content: anAction(said) })),
})
const dueOn = (on: string) => ({ timescale: aTimescale(day(on)) })
const yearOf = (...versions: readonly Moving[]) =>
  yearMovement({
    adoptedAt: moment('2014-04-01'),
    until: moment('2015-03-31'),
    actionIds: versions.map(({ id }) => id),
    versions,
  })

test('a year says what joined, whose last day moved and whose measure changed, and leaves leads and words to the page', () => {
  const year = yearOf(
    moving(
      ['2014-03-01', dueOn('2014-09-30')],
      ['2014-09-01', dueOn('2014-12-31')],
      ['2014-12-01', dueOn('2015-03-31')],
    ),
    moving(['2014-03-01', {}], ['2014-06-01', { measure: '20 hubs', text: 'Worded anew', leadWords: 'Another' }]),
    moving(['2014-08-01', { ref: '9' }]),
  )
  assert.deepEqual(
    year.moves.map(({ kind, times }) => [kind, times]),
    [
      ['pushed-out', 2],
      ['measure-changed', 1],
      ['added', 1],
    ],
  )
  assert.equal(
    yearMovementInWords(year),
    '2 actions, and 1 added: 3 actions. 1 action with the last day pushed out, 1 action with the measure changed.',
  )
})

test('what did not happen is said in words', () => {
  const still = moving(['2014-03-01', {}])
  assert.equal(yearMovementInWords(yearOf(still)), '1 action, none added. No last day moved and no measure changed.')
  const pushed = moving(['2014-03-01', dueOn('2014-09-30')], ['2014-09-01', dueOn('2014-12-31')])
  assert.equal(
    yearMovementInWords(yearOf(pushed)),
    '1 action, none added. 1 action with the last day pushed out. No measure changed.',
  )
})

test('the actions of a report that was made of fewer are no fewer', () => {
  const [one, other] = [moving(['2014-03-01', {}]), moving(['2014-08-01', {}])]
  const facts = { adoptedAt: moment('2014-04-01'), until: moment('2015-03-31'), versions: [one, other] }
  const { before, after, moves } = yearMovement({ ...facts, actionIds: [one.id] })
  assert.deepEqual([before, after, moves], [1, 1, []])
})
