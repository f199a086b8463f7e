import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/ids.ts'
import { NOBODY } from '../people/index.ts'
import { markdownTable, readText } from '../reading/reading.factory.ts'
import { draftFromReading } from './draft-from-reading.ts'

test('who leads a whole objective, by the heading of a column, stands under it in the draft', async () => {
  const table = markdownTable([
    ['Objective', 'Action', 'Timescale', 'Lead: Ann Hill'],
    ['1 Safe at home', '1.1 Open a hub', 'June 2025', ''],
  ])
  const reading = await readText(`# Plan for Testing\n\n${table}`, 'plan.md')
  assert.equal(reading.parts[0]?.leadWords, 'Ann Hill')
  const { parts } = draftFromReading(reading, NOBODY, newId, () => [])
  assert.deepEqual([parts[0]?.leadWords, parts[0]?.points], ['Ann Hill', []])
})
