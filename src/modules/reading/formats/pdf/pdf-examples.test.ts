import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { readShared, sharedFolder, skipWithout } from '../../shared-documents.factory.ts'

const PLANS = sharedFolder('examples/plans')
const TRUTH = sharedFolder('examples/truth')

describe('plans published as PDF', { skip: skipWithout(PLANS) }, () => {
  test('a plan of ruled tables cut by pages has its 27 actions under eight goals, and no line of a communication plan', async () => {
    const { reading } = await readShared(PLANS, '02')
    const truth = readTruth('02-louisville-yds.json')
    assert.equal(reading.actions.length, truth.actions)
    const counted = reading.parts.flatMap(({ id, ref }) => {
      const count = reading.actions.filter((action) => action.part === id).length
      return count === 0 ? [] : [[ref, count]]
    })
    assert.deepEqual(Object.fromEntries(counted), truth.actions_by_objective)
    for (const label of [truth.first_action, truth.last_action, ...truth.three_random_actions]) {
      const action = reading.actions.find(({ text }) => text === label.text)
      const bare = (text: string | null | undefined) => text?.replace(/[\s;]+/g, ' ')
      assert.deepEqual(
        [bare(action?.measure), bare(action?.timescale?.text), action?.leadWords],
        [bare(label.measure), bare(label.timescale), label.owner],
      )
    }
  })

  test('a report about a plan, which holds no table, gives no action and keeps its paragraphs whole', async () => {
    const { reading } = await readShared(PLANS, '01')
    assert.deepEqual(reading.actions, [])
    const long = reading.notUnderstood.filter(({ text }) => text.length > 200)
    assert.ok(long.length > 40, `${long.length} paragraphs are whole`)
  })
})

type Label = Readonly<Record<'text' | 'measure' | 'timescale' | 'owner', string>>
type Truth = {
  readonly actions: number
  readonly actions_by_objective: Record<string, number>
  readonly first_action: Label
  readonly last_action: Label
  readonly three_random_actions: readonly Label[]
}

function readTruth(name: string): Truth {
  return JSON.parse(readFileSync(new URL(name, TRUTH.url), 'utf8'))
}
