import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readInChild } from './read-in-child.ts'
import { bytesOf, markdownTable } from './reading.factory.ts'

const PLAN = bytesOf(
  markdownTable([
    ['Action', 'Measure', 'Timescale'],
    ['Open the hub', '40 families', 'May 2015'],
  ]),
)
const LONG = bytesOf(`${'| Open the hub for families | 40 families of the borough | May 2015 |\n'.repeat(19_000)}`)

describe('a document is read in a process of its own', () => {
  test('the reading comes back whole, and progress on the way', async () => {
    const stages: number[] = []
    const read = await readInChild({ name: 'plan.md', content: PLAN }, undefined, (_, fraction) =>
      stages.push(fraction),
    )
    assert.ok(read.ok)
    assert.equal(read.value.actions[0]?.text, 'Open the hub')
    assert.equal(stages.at(-1), 1)
  })

  test('it works from whatever folder the command is given in', async () => {
    const here = process.cwd()
    process.chdir('/')
    try {
      assert.ok((await readInChild({ name: 'plan.md', content: PLAN })).ok)
    } finally {
      process.chdir(here)
    }
  })

  test('a refusal comes back as a refusal', async () => {
    const read = await readInChild({ name: 'plan.docx', content: bytesOf('PK\u0003\u0004 not a zip') })
    assert.ok(!read.ok && read.refusal.kind === 'damaged')
  })

  test('reading that takes too long is ended, and said', async () => {
    const read = await readInChild({ name: 'plan.md', content: LONG }, { milliseconds: 50, megabytes: 512 })
    assert.ok(!read.ok && read.refusal.kind === 'took-too-long')
    assert.match(read.refusal.sentence, /^plan\.md could not be read in 0\.05 seconds/)
  })

  test('reading that takes too much memory is ended, and said', async () => {
    const read = await readInChild({ name: 'plan.md', content: LONG }, { milliseconds: 20_000, megabytes: 40 })
    assert.ok(!read.ok && read.refusal.kind === 'took-too-much-memory')
  })

  test('this process answers others meanwhile', async () => {
    let beats = 0
    const heart = setInterval(() => beats++, 10)
    await readInChild({ name: 'plan.md', content: LONG })
    clearInterval(heart)
    assert.ok(beats > 10)
  })
})
