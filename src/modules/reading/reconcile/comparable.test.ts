import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparableFrom } from './comparable.ts'

test('whatever stands under a heading is searched: reasons, success, promises, its lead and the plans beside it', () => {
  const { passages } = comparableFrom({
    source: { name: 'pledge.md' },
    title: null,
    levels: ['Promise'],
    parts: [
      {
        id: 'p1',
        parent: null,
        level: 0,
        title: 'You will be heard',
        why: 'You told us so',
        success: 'You say that we listen',
        points: ['A meeting each month', 'An answer each time'],
        leadWords: 'Ann Hill',
        alignedPlans: ['Our play plan'],
        where: { line: 4 },
      },
    ],
    actions: [],
    claims: [],
    notUnderstood: [],
  })
  assert.deepEqual(passages, [
    {
      kind: 'heading',
      text: 'You will be heard\nYou told us so\nYou say that we listen\nA meeting each month\nAn answer each time\nAnn Hill\nOur play plan',
      where: { line: 4 },
    },
  ])
})
