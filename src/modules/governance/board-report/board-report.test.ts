import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { movesByKind, YEAR_MOVES } from '../../programme/index.ts'
import { A_SCHEME, aBoardReport, type Story } from './board-report.factory.ts'
import { boardReportPaper } from './board-report.paper.ts'
import type { BoardReport } from './board-report.ts'
import { membersOf, type Shown } from './members.ts'
import { answerOf, sumOf } from './report-words.ts'

const ratings = fc.constantFrom(...A_SCHEME.ratings.map(({ key }) => key))
const days = fc.integer({ min: 0, max: 500 }).map((after) => Temporal.PlainDate.from('2014-04-01').add({ days: after }))
const moments = days.map((on) => on.toZonedDateTime('Europe/London').toInstant())
const stories = fc.array(
  fc.record<Story>({
    latest: fc.option(
      fc.record({ progress: ratings, impact: ratings, isAccepted: fc.boolean(), submittedAt: moments }),
    ),
    evidenceCount: fc.nat({ max: 2 }),
    points: fc
      .array(fc.record({ on: days, isReported: fc.boolean() }), { maxLength: 5 })
      .map((points) => points.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on)))
      .map((points) => points.map(({ on, isReported }) => ({ on: on.toString(), isReported }))),
    said: fc
      .array(fc.tuple(days, fc.option(days), fc.constantFrom('A report', '20 hubs', null)), {
        minLength: 1,
        maxLength: 4,
      })
      .map((said) => said.toSorted(([a], [b]) => Temporal.PlainDate.compare(a, b)))
      .map((said) =>
        said.map(([on, due, measure]) => [on.toString(), { measure, ...(due && { dueOn: due }) }] as const),
      ),
  }),
  { maxLength: 30 },
)
const daysAfter = fc.constantFrom(0, 1, 90)
const reports = fc
  .tuple(stories, days, daysAfter)
  .map(([told, asAt, later]) => aBoardReport(told, asAt.toString(), asAt.add({ days: later }).toString()))
const holds = (law: (report: BoardReport) => void) => fc.assert(fc.property(reports, law), { numRuns: 300 })

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
      const exceptions: Shown[] = ['off-track', 'late', 'unreported', 'unaccepted']
      const lists = [report.offTrack, report.late, report.unreported, report.unaccepted]
      const counts = lists.map(({ length }) => length)
      assert.deepEqual(
        exceptions.map((shown) => membersOf(report, shown).length),
        counts,
      )
    })
  })

  test('no action is listed twice in a list, and each stands in the plan', () => {
    holds((report) => {
      for (const list of [report.offTrack, report.late, report.unreported, report.unaccepted]) {
        assert.equal(new Set(list).size, list.length)
        assert.ok(list.every((action) => report.actions.includes(action)))
      }
    })
  })

  test('the actions the plan had and those added are those of the report; each way of moving lists whom it counted, once', () => {
    holds((report) => {
      const { before, after, moves } = report.movement
      assert.equal(after, report.actions.length)
      for (const kind of YEAR_MOVES) {
        const counted = moves.filter((move) => move.kind === kind)
        assert.deepEqual(
          membersOf(report, `moved-${kind}`).map(({ id }) => id),
          counted.map(({ actionId }) => actionId),
        )
        if (kind === 'added') assert.equal(before + counted.length, after)
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
        for (const day of days) assert.ok(Temporal.PlainDate.compare(day, report.asAt) <= 0)
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
      const [matrix, offTrack, late, unreported, dueNext, ...rest] = tables
      const moved = movesByKind(report.movement.moves).map(({ moves }) => moves.length)
      assert.deepEqual(rest.slice(0, moved.length), moved)
      const every = rest.slice(moved.length)
      assert.equal(matrix, report.matrix.rows.length + 1, 'a row for each rating, one for not rated, and their sum')
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
