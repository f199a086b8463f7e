import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capital } from './capital.ts'

test('a sentence begins with a capital, and the rest stays as it is', () => {
  assert.deepEqual(['measure changed', 'élan', 'GOV.UK', '12 actions', ''].map(capital), [
    'Measure changed',
    'Élan',
    'GOV.UK',
    '12 actions',
    '',
  ])
})
