import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Broke, fuzzRounds } from './fuzzing/fuzz-rounds.ts'

/** As many as take a few seconds; `fuzz-reading.ts` goes on for as long as it is told. */
const ROUNDS = 250

test('a broken document of any format is read with every word of it, or refused in a sentence', async () => {
  const broken: Broke[] = []
  await fuzzRounds({ seed: 2026, isEnough: (rounds) => rounds >= ROUNDS, tell: (broke) => broken.push(broke) })
  assert.deepEqual(
    broken.map(({ seed, document, problem }) => `${seed} ${document.name}: ${problem}`),
    [],
  )
})
