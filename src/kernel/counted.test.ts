import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counted } from './counted.ts'

test('what is counted is in the plural, whatever a plan calls its levels', () => {
  assert.deepEqual(
    [
      counted(1, 'Priority'),
      counted(2, 'Priority'),
      counted(2, 'Day'),
      counted(3, 'Focus'),
      counted(0, 'Aim'),
      counted(2, 'Outcomes'),
    ],
    ['1 Priority', '2 Priorities', '2 Days', '3 Focuses', '0 Aims', '2 Outcomes'],
  )
})
