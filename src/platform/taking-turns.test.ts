import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { neverTwice, takingTurns } from './taking-turns.ts'

function aDesk() {
  const inTurn = takingTurns()
  const said: string[] = []
  const ask = (whose: string, name: string) =>
    inTurn(whose, async () => {
      said.push(`${name} begins`)
      await wait(2)
      said.push(`${name} ends`)
      if (name.endsWith('broken')) throw new Error(`${name} broke`)
    })
  const begun = () => said.filter((each) => each.endsWith('begins')).map((each) => each.replace(' begins', ''))
  return { ask, said, begun }
}

test('one person’s work is done in the order it was asked for, never two at once, and a failure holds up nobody', async () => {
  const { ask, said } = aDesk()
  const all = await Promise.allSettled(['a', 'b broken', 'c'].map((name) => ask('Ann', name)))
  assert.deepEqual(said, ['a begins', 'a ends', 'b broken begins', 'b broken ends', 'c begins', 'c ends'])
  assert.deepEqual(
    all.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
})

test('whoever asks for much lets the others in between', async () => {
  const { ask, begun } = aDesk()
  const asked = ['a1', 'a2', 'a3', 'a4'].map((name) => ask('Ann', name))
  asked.push(ask('Bob', 'b1'), ask('Cem', 'c1'), ask('Bob', 'b2'))
  await Promise.all(asked)
  assert.deepEqual(begun(), ['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
})

test('work asked for again while it waits or runs is done once, and both wait for its end', async () => {
  const [{ ask, begun }, once] = [aDesk(), neverTwice()]
  const askOnce = (whose: string, name: string) => once(name, () => ask(whose, name))
  await Promise.all([askOnce('Ann', 'a1'), askOnce('Ann', 'a2'), askOnce('Bob', 'a1'), askOnce('Bob', 'a2')])
  assert.deepEqual(begun(), ['a1', 'a2'])
  await askOnce('Ann', 'a1')
  assert.deepEqual(begun(), ['a1', 'a2', 'a1'])
})
