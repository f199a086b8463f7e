import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { proposeWaits } from './propose-waits.ts'

const REFS = new Map(['8.3', '8.15', '8.17', '8.19', '2.1a'].map((ref) => [ref, ref]))
const proposed = (...texts: readonly string[]) => proposeWaits(texts, REFS, '8.19').map(({ onId }) => onId)

describe('what words seem to say an action waits for', () => {
  test('each reference after the words of waiting, with the clause that says so', () => {
    assert.deepEqual(
      proposeWaits(['Draft done. Awaiting completion of objectives 8.15 and 8.17 - c/f.'], REFS, '8.19'),
      [
        { onId: '8.15', ref: '8.15', words: 'Awaiting completion of objectives 8.15 and 8.17 - c/f' },
        { onId: '8.17', ref: '8.17', words: 'Awaiting completion of objectives 8.15 and 8.17 - c/f' },
      ],
    )
  })

  test('in the many ways that people say it', () => {
    for (const words of [
      'This depends on 8.3',
      'Dependent upon action 8.3',
      'To start after completion of 8.3',
      'Following 8.3, the team will meet',
      'Once 8.3 is done',
      'Subject to the outcome of 8.3',
      'On hold pending 8.3',
      'Waiting for item 8.3',
    ]) {
      assert.deepEqual(proposed(words), ['8.3'], words)
    }
    assert.deepEqual(proposed('Awaits 2.1a'), ['2.1a'])
  })

  test('nothing where no waiting is spoken of, or of nothing in this plan', () => {
    for (const words of [
      'See also 8.3',
      'Awaiting final report. 8.3 is done',
      'Awaiting 9.9',
      'Awaiting £8.3 million',
      'Depends on 8.3%',
      'Awaiting 8.19',
      'After 3 months',
      '',
    ]) {
      assert.deepEqual(proposed(words), [], words)
    }
  })

  test('a reference is proposed once, however often it is said', () => {
    assert.deepEqual(proposed('Awaiting 8.3', 'This depends on 8.3 and 8.15'), ['8.3', '8.15'])
  })

  const report = '../shared/seeds/001_02615621bbf5c368.txt'
  test('of the seeds’ report, the one row that says so', { skip: existsSync(report) ? false : 'no seeds here' }, () => {
    const lines = readFileSync(report, 'utf8').split('\n')
    const refs = new Map(
      lines.flatMap((line) => line.match(/(?<![\d.])\d\.\d{1,2}(?![\d.])/g) ?? []).map((ref) => [ref, ref]),
    )
    const found = lines.flatMap((line) => proposeWaits([line], refs, line.match(/\d\.\d{1,2}/)?.[0] ?? ''))
    assert.deepEqual(
      found.map(({ ref }) => ref),
      ['8.15', '8.17'],
    )
  })
})
