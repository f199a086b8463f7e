import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readShared, sharedFolder, skipWithout } from './shared-documents.factory.ts'

const SEEDS = sharedFolder('seeds')
const readSeed = (number: string) => readShared(SEEDS, number)

describe('the documents that Trellis began with, which have no table of actions', { skip: skipWithout(SEEDS) }, () => {
  test('a plan of lists has four sections, their priorities, and each key activity as an action without lead or date', async () => {
    const { text, reading } = await readSeed('002')
    const sections = reading.parts.filter((part) => part.level === 0 && part.ref !== null)
    assert.deepEqual(
      sections.map((part) => part.ref),
      ['1', '2', '3', '4'],
    )
    const priorities = reading.parts.filter((part) => sections.some(({ id }) => id === part.parent))
    const declared = new Set([...text.matchAll(/^- \**(\d\.\d)/gm)].map((found) => found[1]))
    assert.deepEqual(
      priorities.map((part) => part.ref),
      [...declared],
    )
    const without = priorities.filter(({ id }) => !reading.actions.some((action) => action.part === id))
    assert.deepEqual(
      without.map((part) => part.ref),
      ['1.4'],
    )
    assert.ok(reading.actions.every((action) => action.leadWords === null && action.timescale === null))
    assert.ok(reading.actions.every((action) => priorities.some(({ id }) => id === action.part)))
  })

  test('the six promises of the pledge are parts with their points, and no actions', async () => {
    const { reading } = await readSeed('002')
    const promises = reading.parts.filter((part) => part.points)
    assert.deepEqual(
      promises.map((part) => part.points?.length),
      [3, 6, 5, 6, 6, 5],
    )
    assert.equal(new Set(promises.map((part) => part.parent)).size, 1)
    const points = new Set(promises.flatMap((part) => part.points))
    assert.ok(reading.actions.every((action) => !points.has(action.text)))
  })

  test('a draft plan of prose has no actions, its money line by line with what is not known, and its glossary', async () => {
    const { reading } = await readSeed('003')
    assert.deepEqual(reading.actions, [])
    const [streams, spend] = reading.funding ?? []
    assert.deepEqual([streams?.lines.length, streams?.periods.length], [34, 5])
    assert.deepEqual([spend?.lines.length, spend?.periods.length], [8, 4])
    const unknown = streams?.lines.flatMap((line) => line.amounts.filter(({ pence }) => pence === null)) ?? []
    assert.deepEqual(
      unknown.map((amount) => amount.text),
      ['?', '?', '?'],
    )
    assert.deepEqual(
      streams?.totals.map((total) => [total.unknown, total.agrees]),
      [
        [0, true],
        [0, true],
        [1, true],
        [1, true],
        [1, true],
      ],
    )
    assert.ok(spend?.totals.every((total) => total.agrees))
    assert.equal(reading.findings.filter(({ code }) => code === 'funding-total-hides-unknown').length, 3)
    const terms = new Map(reading.glossary?.map(({ term, meaning }) => [term, meaning]))
    assert.equal(terms.get('SEN'), 'Special Educational Needs')
    assert.equal(terms.get('YOS'), 'Youth Offending Service')
    assert.ok(terms.size >= 40)
  })
})
