import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../../platform/ids.ts'
import { markdownTable, readText } from '../../reading/reading.factory.ts'
import { anAction, aPart, PLAN_YEAR } from '../plan.factory.ts'
import { NOTHING_SAID } from '../plan.ts'
import { planAsComparable } from './plan-as-comparable.ts'

const PLAN = {
  id: newId<'plan'>(),
  title: 'Plan for Testing',
  period: PLAN_YEAR,
  levelNames: ['Aim'],
  ratingSchemeId: newId(),
  adoptedAt: null,
}

test('a plan is compared as it was corrected, what its document says of how it went included', async () => {
  const table = [
    ['Ref', 'Action', 'Timescale', 'Progress', 'RAG'],
    ['1.1', 'Opn a hub', 'June 2014', 'The hub opened in May', 'Green'],
  ]
  const reading = await readText(`# Plan for Testing\n\n${markdownTable(table)}`, 'plan.md')
  const part = aPart({ title: 'A good start', points: ['You will be heard'] })
  const source = { where: { line: 5 }, text: 'Opn a hub', read: reading.actions[0]?.id ?? '' }
  const said = {
    ...NOTHING_SAID,
    narrative: 'The hub opened in May',
    progressRating: { text: 'Green', key: 'green' },
    disposal: { kind: 'completed', words: '' },
  } as const
  const action = anAction({ partId: part.id, ref: '1.2', text: 'Open a hub', source, said })
  const { rows, passages } = planAsComparable(PLAN, [part], [action], reading)
  const [row] = rows
  assert.deepEqual(
    [row?.id, row?.ref, row?.text, row?.trail, row?.where],
    [action.id, '1.2', 'Open a hub', ['A good start'], { line: 5 }],
  )
  assert.match(`${row?.narrative} ${row?.progressRating?.key}`, /^The hub opened in May green$/)
  assert.equal(row?.toldEnding, 'completed', 'told in the review: its words do not say so')
  assert.match(passages.map(({ text }) => text).join('\n'), /You will be heard/)
})
