import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { WORST_FIRST } from '../../programme/index.ts'
import { aBoardReport, type Story } from './board-report.factory.ts'
import { boardReportPaper } from './board-report.paper.ts'
import type { BoardReport } from './board-report.ts'
import { membersOf, parseShown, type Shown } from './members.ts'
import { answerOf, sumOf } from './report-words.ts'

const ratings = fc.constantFrom(...WORST_FIRST)
const days = fc.integer({ min: 0, max: 500 }).map((after) => Temporal.PlainDate.from('2014-04-01').add({ days: after }))
const stories = fc.array(
  fc.record<Story>({
    latest: fc.option(fc.record({ progress: ratings, impact: ratings })),
    points: fc
      .array(fc.record({ on: days, isReported: fc.boolean() }), { maxLength: 5 })
      .map((points) => points.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on)))
      .map((points) => points.map(({ on, isReported }) => ({ on: on.toString(), isReported }))),
  }),
  { maxLength: 30 },
)
const reports = fc.tuple(stories, days).map(([told, asAt]) => aBoardReport(told, asAt.toString()))
const holds = (law: (report: BoardReport) => void) => fc.assert(fc.property(reports, law), { numRuns: 300 })
const refs = (actions: readonly { readonly ref: string | null }[]) => actions.map(({ ref }) => ref)
const met = (on: string) => ({ on, isReported: true })
const missed = (on: string) => ({ on, isReported: false })
const rated = (progress: Exclude<Story['latest'], null>['progress'], impact = progress) => ({ progress, impact })

describe('the board report adds up, whatever happened', () => {
  test('the five colours and the not rated are the whole plan', () => {
    holds(({ actions, progress, impact }) => {
      for (const { counts, notRated, total } of [progress, impact]) {
        assert.equal(counts.reduce((sum, { count }) => sum + count, 0) + notRated, actions.length)
        assert.equal(total, actions.length)
        assert.equal(counts.length, 5)
      }
    })
  })

  test('every count lists exactly the actions it counted', () => {
    holds((report) => {
      for (const which of ['progress', 'impact'] as const) {
        for (const { key, count } of report[which].counts)
          assert.equal(membersOf(report, `${which}-${key}`).length, count)
        assert.equal(membersOf(report, `${which}-not-rated`).length, report[which].notRated)
      }
      const exceptions: Shown[] = ['off-track', 'late', 'unreported']
      const counts = [report.offTrack, report.late, report.unreported].map(({ length }) => length)
      assert.deepEqual(
        exceptions.map((shown) => membersOf(report, shown).length),
        counts,
      )
    })
  })

  test('no action is listed twice in a list, and each stands in the plan', () => {
    holds((report) => {
      for (const list of [report.offTrack, report.late, report.unreported]) {
        assert.equal(new Set(list).size, list.length)
        assert.ok(list.every((action) => report.actions.includes(action)))
      }
    })
  })

  test('a duty is missed or due next, never both, and a duty met is neither', () => {
    holds((report) => {
      for (const { missed: days, id } of report.actions) {
        const next = report.dueNext.filter(({ action }) => action.id === id).map(({ dueOn }) => dueOn.toString())
        assert.deepEqual(
          days.filter((day) => next.includes(day.toString())),
          [],
        )
        for (const day of days) assert.ok(Temporal.PlainDate.compare(day, report.asAt) < 0)
      }
    })
  })

  test('the sum in words has the figures of the bar', () => {
    holds((report) => {
      const words = sumOf(report, report.progress)
      const [parts = '', whole = ''] = words.split(' = ')
      const figures = [...parts.matchAll(/\d+/g)].map(([figure]) => Number(figure))
      assert.equal(
        figures.reduce((sum, figure) => sum + figure, 0),
        Number.parseInt(whole, 10),
      )
    })
  })

  test('the paper has the figures of the page: bars, exceptions, and every action once', () => {
    holds((report) => {
      const { blocks, description } = boardReportPaper(report)
      assert.equal(description, answerOf(report))
      const bars = blocks.flatMap((block) => (block.kind === 'rating-bar' ? [block] : []))
      assert.deepEqual(
        bars.map(({ counts, notRated }) => [...counts.map(({ count }) => count), notRated]),
        [report.progress, report.impact].map(({ counts, notRated }) => [...counts.map(({ count }) => count), notRated]),
      )
      const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []))
      const [offTrack, late, unreported, dueNext, ...every] = tables
      assert.deepEqual(
        [offTrack, late, unreported, dueNext],
        [report.offTrack, report.late, report.unreported, report.dueNext].map(({ length }) => length),
      )
      assert.equal(
        every.reduce((sum, rows) => sum + rows, 0),
        report.actions.length,
      )
    })
  })
})

describe('what the board is told', () => {
  test('no data is never green: an action never reported on is counted as not rated', () => {
    const report = aBoardReport([{ latest: null, points: [] }])
    assert.deepEqual(
      report.progress.counts.map(({ count }) => count),
      [0, 0, 0, 0, 0],
    )
    assert.equal(report.progress.notRated, 1)
    assert.match(answerOf(report), /1 never rated/)
  })

  test('late doing and late reporting are two facts', () => {
    const report = aBoardReport([
      { latest: rated('green'), points: [met('2014-09-30')] },
      { latest: rated('green'), points: [missed('2014-09-30'), missed('2015-03-31')] },
      { latest: rated('blue'), points: [missed('2014-09-30')] },
    ])
    assert.deepEqual(refs(report.late), ['1'])
    assert.deepEqual(refs(report.unreported), ['2', '3'])
  })

  test('red for either progress or impact is off track', () => {
    const report = aBoardReport([
      { latest: rated('red', 'green'), points: [] },
      { latest: rated('green', 'red'), points: [] },
      { latest: rated('amber'), points: [] },
    ])
    assert.deepEqual(refs(report.offTrack), ['1', '2'])
  })

  test('the last day itself is not late, and an update due today is not missed', () => {
    const report = aBoardReport([{ latest: rated('green'), points: [missed('2014-10-15')] }])
    assert.deepEqual([report.late, report.unreported], [[], []])
    assert.deepEqual(refs(report.dueNext.map(({ action }) => action)), ['1'])
  })

  test('due next looks three months ahead, the soonest first', () => {
    const points = ['2015-01-16', '2015-01-15', '2014-12-01'].map(missed)
    const report = aBoardReport(points.map((point) => ({ latest: null, points: [point] })))
    assert.deepEqual(refs(report.dueNext.map(({ action }) => action)), ['3', '2'])
  })

  test('when all is well it says so', () => {
    const report = aBoardReport([{ latest: rated('green'), points: [missed('2015-03-31')] }])
    assert.match(answerOf(report), /^The plan has 1 action\. None is off track/)
  })

  test('a link to a count that does not exist lists every action', () => {
    for (const text of ['', 'everything', 'progress-purple', 'impact-', 'progress-not-rated-x']) {
      assert.equal(parseShown(text), null, text)
    }
  })
})
