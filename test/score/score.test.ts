import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readBytes } from '../../src/modules/reading/reading.factory.ts'
import { skipWithout } from '../../src/modules/reading/shared-documents.factory.ts'
import type { Layout } from './expected.ts'
import { madeTrials } from './made-trials.ts'
import { addShares, allFields, type Score, type Share, scoreReading } from './score-reading.ts'
import { SEEDS, seedTrials } from './seed-truth.ts'
import { PLANS, sharedTrials, type Trial } from './shared-truth.ts'

/** What the reader must reach: the share of actions found, and of their fields that are exact. */
const WANTED: Readonly<Record<Layout, { readonly actions: number; readonly fields: number }>> = {
  'ruled table': { actions: 1, fields: 0.98 },
  'fixed width or unruled': { actions: 0.95, fields: 0.9 },
  'cards or lists': { actions: 0.9, fields: 0.9 },
}

describe('invented plans in every format and layout', () =>
  holdToFigures(['ruled table', 'fixed width or unruled', 'cards or lists'], madeTrials))
describe('published documents with labels', { skip: skipWithout(PLANS) || skipWithout(SEEDS) }, () =>
  holdToFigures(['ruled table', 'cards or lists'], async () => [...seedTrials(), ...sharedTrials()]),
)

function holdToFigures(layouts: readonly Layout[], trialsOf: () => Promise<readonly Trial[]>): void {
  let scores: readonly Score[]
  before(async () => {
    const trials = await trialsOf()
    scores = await Promise.all(
      trials.map(async ({ expected, content, fileName }) => scoreReading(expected, await readBytes(content, fileName))),
    )
  })

  for (const layout of layouts) {
    test(`a plan as ${layout} has its actions and their fields`, () => {
      const wanted = WANTED[layout]
      const own = scores.filter((score) => score.layout === layout)
      assert.ok(own.length > 0, 'no document of this layout')
      const misses = own.flatMap((score) => score.misses.map((miss) => `${score.name}: ${miss}`)).join('\n')
      assert.ok(shareOf(addShares(own.map(({ found }) => found))) >= wanted.actions, misses)
      assert.ok(shareOf(addShares(own.map(allFields))) >= wanted.fields, misses)
      assert.ok(own.reduce((sum, score) => sum + score.invented, 0) <= 0.02 * own.length, 'actions were invented')
    })
  }
}

function shareOf({ right, all }: Share): number {
  return all === 0 ? 1 : right / all
}
