import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aBoardReport } from './board-report.factory.ts'
import { boardReportPaper } from './board-report.paper.ts'
import { withSmallNumbers } from './small-numbers.ts'

const said = (narrative: string) => ({ latest: { progress: 'green', impact: 'green', narrative } as const, points: [] })

test('the manager is told which updates hold a count of children from 1 to 5, and nothing is taken out of the paper', () => {
  const report = aBoardReport([
    said('Two hubs are open.'),
    said('Only 3 children waited. These 3 children are placed.'),
  ])
  assert.deepEqual(
    withSmallNumbers(report.actions).map(({ action, figures }) => [action.ref, figures]),
    [['2', ['3 children']]],
  )
  assert.match(JSON.stringify(boardReportPaper(report)), /Only 3 children waited/)
})

test('a plan that has not reported yet raises nothing', () => {
  assert.deepEqual(withSmallNumbers(aBoardReport([{ latest: null, points: [] }]).actions), [])
})
