import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { claimed, readClaims } from './claims.ts'

const DOMAINS = ['police.example']
const said = (claims: object) => {
  const read = readClaims({ sub: '1', ...claims })
  assert.ok(read)
  const answer = claimed(read, DOMAINS)
  return answer.ok ? answer.value.email : answer.refusal.kind
}

describe('what an organisation’s sign-in says of somebody', () => {
  test('an address it vouches for will do, in whatever letters', () => {
    assert.equal(said({ email: ' Lena@POLICE.example ', email_verified: true }), 'lena@police.example')
    assert.equal(said({ email: 'lena@police.example', email_verified: 'true' }), 'lena@police.example')
  })

  test('Entra ID vouches by its own word', () => {
    for (const xms_edov of [true, 1, '1', 'true'])
      assert.equal(said({ email: 'lena@police.example', xms_edov }), 'lena@police.example')
    for (const xms_edov of [false, 0, '0', ''])
      assert.equal(said({ email: 'lena@police.example', xms_edov, email_verified: true }), 'not-verified')
  })

  test('a word left out is not a yes', () => {
    for (const email_verified of [undefined, false, 'false', ''])
      assert.equal(
        said({ email: 'lena@police.example', ...(email_verified !== undefined && { email_verified }) }),
        'not-verified',
      )
    assert.equal(said({ email_verified: true }), 'not-verified')
  })

  test('an address of another domain will not do', () => {
    for (const email of [
      'lena@charity.example',
      'lena@sub.police.example',
      'police.example',
      'lena@police.example@evil.example',
    ])
      assert.equal(said({ email, email_verified: true }), 'other-domain')
  })

  test('somebody without a subject is nobody', () => {
    for (const profile of [null, {}, { sub: '' }, { sub: 7 }, { sub: 'x'.repeat(256) }])
      assert.equal(readClaims(profile), null)
  })
})
