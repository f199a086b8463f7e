import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Day, day, isAfter, isBefore } from '../../../kernel/day.ts'
import { USUAL_RULES } from './asking-rules.ts'
import { LADDER, type LadderStep, nextStepOn, type RequestFacts, stepToTake } from './ladder.ts'
import { requestWindow } from './request-window.ts'
import { closedDays } from './working-days.ts'

const calendar = { isClosed: closedDays(), meetings: [] }
const dueOn = day('2014-09-30')
const window = requestWindow(dueOn, USUAL_RULES, calendar)
const facts = (over: Partial<RequestFacts> = {}): RequestFacts => ({
  window,
  isAnswered: false,
  taken: new Map(),
  askableFrom: day('2014-04-01'),
  ...over,
})

/** What happens when somebody looks on each of these days, and no more. */
function played(start: RequestFacts, days: readonly Day[], answeredOn: Day | null = null): [string, LadderStep][] {
  const taken = new Map(start.taken)
  const steps: [string, LadderStep][] = []
  for (const on of days) {
    const isAnswered = answeredOn !== null && !isBefore(on, answeredOn)
    const step = stepToTake({ ...start, taken: new Map(taken), isAnswered }, on)
    if (!step) continue
    taken.set(step, on)
    steps.push([on.toString(), step])
  }
  return steps
}

const everyDay = (from: string, count: number) => Array.from({ length: count }, (_, days) => day(from).add({ days }))

describe('the ladder of asking', () => {
  test('asks ahead, reminds, tells that it is due, then the chair, then the manager, and then no more', () => {
    assert.deepEqual(played(facts(), everyDay('2014-04-01', 365)), [
      ['2014-09-02', 'ask'],
      ['2014-09-23', 'remind'],
      ['2014-09-30', 'due'],
      ['2014-10-07', 'chair'],
      ['2014-10-14', 'manager'],
    ])
  })

  test('stops when it is answered, at whatever step', () => {
    const steps = played(facts(), everyDay('2014-04-01', 365), day('2014-09-24'))
    assert.deepEqual(
      steps.map(([, step]) => step),
      ['ask', 'remind'],
    )
  })

  test('begins again where it was when an answer is sent back', () => {
    const taken = new Map([['ask', day('2014-09-02')] as const])
    assert.equal(stepToTake(facts({ taken, isAnswered: true }), day('2014-09-30')), null)
    assert.equal(stepToTake(facts({ taken }), day('2014-10-07')), 'chair')
  })

  test('a server that was down for a month sends one message, the first to the lead', () => {
    assert.deepEqual(played(facts(), everyDay('2014-10-08', 30)), [
      ['2014-10-08', 'ask'],
      ['2014-10-14', 'manager'],
    ])
  })

  test('a duty past before the plan was adopted is asked for once, and nobody is told over the lead’s head', () => {
    const late = facts({ askableFrom: day('2014-10-10') })
    assert.deepEqual(played(late, everyDay('2014-04-01', 365)), [['2014-10-10', 'ask']])
    assert.deepEqual(played(facts({ askableFrom: day('2015-04-01') }), everyDay('2014-04-01', 500)), [])
  })

  test('no reminder where the rules ask for none', () => {
    const quiet = requestWindow(dueOn, { ...USUAL_RULES, remindAhead: null }, calendar)
    const steps = played(facts({ window: quiet }), everyDay('2014-04-01', 365)).map(([, step]) => step)
    assert.deepEqual(steps, ['ask', 'due', 'chair', 'manager'])
  })

  test('whatever days somebody looks on, no step is taken twice, none goes back, and none after the request is closed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 400 })),
        fc.option(fc.integer({ min: 0, max: 400 })),
        fc.integer({ min: 0, max: 400 }),
        (looks, answered, from) => {
          const start = day('2014-04-01')
          const days = looks.sort((a, b) => a - b).map((days) => start.add({ days }))
          const askableFrom = start.add({ days: from })
          const steps = played(facts({ askableFrom }), days, answered === null ? null : start.add({ days: answered }))
          const order = steps.map(([, step]) => LADDER.indexOf(step))
          assert.deepEqual(order, [...new Set(order)].sort())
          for (const [on] of steps) assert.ok(!isAfter(day(on), window.closesOn) && !isBefore(day(on), askableFrom))
          if (steps.length > 0) assert.equal(steps[0]?.[1], 'ask')
        },
      ),
    )
  })

  test('the day kept for the night is exactly the next on which there is something to do', () => {
    fc.assert(
      fc.property(
        fc.subarray([...LADDER]),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (steps, takenAfter, todayAfter, from) => {
          const start = day('2014-04-01')
          const taken = new Map(steps.map((step, n) => [step, start.add({ days: takenAfter + n })] as const))
          const now = facts({ taken, askableFrom: start.add({ days: from }) })
          const today = start.add({ days: todayAfter })
          const found = everyDay(today.toString(), 500).find((on) => stepToTake(now, on) !== null) ?? null
          assert.equal(nextStepOn(now, today)?.toString() ?? null, found?.toString() ?? null)
        },
      ),
    )
  })
})
