import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { oneAtATime } from './one-at-a-time.ts'

test('work is done in the order it was asked for, never two at once, and a failure holds up nobody', async () => {
  const inTurn = oneAtATime()
  const said: string[] = []
  const piece = (name: string) => async () => {
    said.push(`${name} begins`)
    await wait(2)
    said.push(`${name} ends`)
    if (name === 'b') throw new Error('b broke')
    return name
  }
  const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(piece(name))))
  assert.deepEqual(said, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  assert.deepEqual(
    all.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
})
