import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPassword } from './password.ts'

test('a password opens its own hash and no other', async () => {
  const hash = await hashPassword('a ladder in the orchard')
  assert.match(hash, /^\$argon2id\$v=19\$/)
  assert.equal(await isPassword(hash, 'a ladder in the orchard'), true)
  assert.equal(await isPassword(hash, 'a ladder in the Orchard'), false)
})

test('the same password never hashes to the same words', async () => {
  assert.notEqual(await hashPassword('same'), await hashPassword('same'))
})

test('a damaged hash opens to nobody', async () => {
  assert.equal(await isPassword('$argon2id$v=19$m=1$x', 'anything'), false)
})
