import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { A_SCHEME, aBoardReport, type Story } from './board-report.factory.ts'
import { boardReportPaper } from './board-report.paper.ts'
import type { BoardReport } from './board-report.ts'
import { parseShown } from './members.ts'
import { answerOf, remarksOn, sumOf } from './report-words.ts'

const refs = (actions: readonly { readonly ref: string | null }[]) => actions.map(({ ref }) => ref)
const met = (on: string) => ({ on, isReported: true })
const missed = (on: string) => ({ on, isReported: false })
const rated = (progress: Exclude<Story['latest'], null>['progress'], impact = progress) => ({ progress, impact })
const paperWords = (report: BoardReport) =>
  boardReportPaper(report)
    .blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    .map((cell) => ('text' in cell ? `${cell.text}\n${cell.detail ?? ''}` : ''))
    .join('\n')

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

  test('an update due today is not missed yet, and an action whose last day is today is not late', () => {
    const report = aBoardReport([{ latest: rated('green'), points: [missed('2014-10-15')] }])
    assert.deepEqual([report.late, report.unreported], [[], []])
    assert.deepEqual(refs(report.dueNext.map(({ action }) => action)), ['1'])
  })

  test('at the year’s end what was due on its last day is late and missed, once that day is over', () => {
    const story: Story = { latest: rated('green'), points: [missed('2015-03-31')] }
    const report = aBoardReport([story], '2015-03-31', '2015-04-01')
    assert.deepEqual([refs(report.late), refs(report.unreported), report.dueNext], [['1'], ['1'], []])
    assert.match(answerOf(report), /1 past the last day and not complete, 1 with an update missed/)
  })

  test('an action accepted as complete owes no later update, and what it missed before stays missed', () => {
    const blue = { ...rated('blue'), submittedAt: Temporal.Instant.from('2014-07-01T09:00:00Z') }
    const points = ['2014-06-30', '2014-09-30', '2014-12-31'].map(missed)
    const duties = (latest: Story['latest']) => {
      const { actions, dueNext } = aBoardReport([{ latest, points }])
      return [actions[0]?.missed, dueNext.map(({ dueOn }) => dueOn)].map((days) => days?.map(String))
    }
    assert.deepEqual(duties(blue), [['2014-06-30'], []])
    assert.deepEqual(duties({ ...blue, isAccepted: false }), [['2014-06-30', '2014-09-30'], ['2014-12-31']])
    assert.deepEqual(duties({ ...blue, progress: 'green' }), [['2014-06-30', '2014-09-30'], ['2014-12-31']])
  })

  test('blue shows its evidence: without any it is said so, and past its last day it is not complete', () => {
    const story = { latest: rated('blue'), points: [met('2014-09-30')] }
    const report = aBoardReport([0, 1, 2].map((evidenceCount) => ({ ...story, evidenceCount })))
    assert.deepEqual(refs(report.late), ['1'])
    assert.deepEqual(
      report.actions.map((action) => remarksOn(A_SCHEME, action)),
      [
        ['The work is late: past its last day, and not complete', 'No evidence attached'],
        ['1 file of evidence'],
        ['2 files of evidence'],
      ],
    )
    assert.match(paperWords(report), /No evidence attached/)
  })

  test('a rating not accepted yet says so beside the sum, on its action, and on paper', () => {
    const report = aBoardReport([
      { latest: { ...rated('green'), isAccepted: false }, points: [] },
      { latest: rated('green'), points: [] },
      { latest: null, points: [] },
    ])
    assert.deepEqual(refs(report.unaccepted), ['1'])
    assert.match(sumOf(report, report.progress), / = 3 actions\. 1 of these ratings is not yet accepted by the chair$/)
    assert.deepEqual(
      report.actions.map((action) => remarksOn(A_SCHEME, action)),
      [['Not yet accepted by the chair'], [], []],
    )
    assert.match(paperWords(report), /Words\nNot yet accepted by the chair/)
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
    for (const text of [
      '',
      'everything',
      'moved-',
      'moved-reworded',
      'progress-purple',
      'impact-',
      'progress-not-rated-x',
    ]) {
      assert.equal(parseShown(text), null, text)
    }
  })
})
