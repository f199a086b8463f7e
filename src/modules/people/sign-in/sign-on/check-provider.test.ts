import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkProvider, documentOf } from './check-provider.ts'

const ISSUER = 'https://login.example/tenant/v2.0'
const GOOD = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  jwks_uri: `${ISSUER}/keys`,
  response_types_supported: ['code', 'id_token'],
  id_token_signing_alg_values_supported: ['RS256'],
}
const refusalOf = (document: unknown, mayLoopBack = false) => {
  const checked = checkProvider(ISSUER, document, mayLoopBack)
  return checked.ok ? null : checked.refusal
}

describe('what an organisation’s sign-in says of itself', () => {
  test('is read at the issuer’s well-known place', () => {
    assert.equal(documentOf(ISSUER, false), `${ISSUER}/.well-known/openid-configuration`)
    assert.equal(documentOf('https://login.example/', false), 'https://login.example/.well-known/openid-configuration')
  })

  test('is never read but by https, unless on this very machine where that will do', () => {
    for (const bad of [
      'http://login.example',
      'ftp://login.example',
      'login.example',
      '',
      'https://a:b@login.example',
      `${ISSUER}?a=b`,
      `${ISSUER}#a`,
    ])
      assert.equal(documentOf(bad, true), null, bad)
    assert.equal(documentOf('http://127.0.0.1:4000', false), null)
    assert.notEqual(documentOf('http://127.0.0.1:4000', true), null)
    assert.equal(documentOf('http://127.0.0.1.evil.example', true), null)
  })

  test('is taken when it is whole', () => assert.equal(refusalOf(GOOD), null))

  test('is refused when it names another issuer, be it by one letter', () => {
    for (const issuer of [`${ISSUER}/`, ISSUER.toUpperCase(), 'https://login.evil.example'])
      assert.deepEqual(refusalOf({ ...GOOD, issuer }), { kind: 'other-issuer', said: issuer })
  })

  test('is refused when any end of it is reached without https', () => {
    for (const end of [
      'authorization_endpoint',
      'token_endpoint',
      'jwks_uri',
      'userinfo_endpoint',
      'end_session_endpoint',
    ])
      for (const said of ['http://login.example/x', 'javascript:alert(1)', 'x'])
        assert.deepEqual(refusalOf({ ...GOOD, [end]: said }), { kind: 'unsafe-end', said }, end)
  })

  test('is refused when it is no such document', () => {
    for (const document of [null, 'x', [], {}, { ...GOOD, jwks_uri: undefined }])
      assert.deepEqual(refusalOf(document), { kind: 'no-document' })
  })

  test('is refused when it signs with no key pair, or knows no code', () => {
    assert.deepEqual(refusalOf({ ...GOOD, id_token_signing_alg_values_supported: ['none', 'HS256'] }), {
      kind: 'no-code-flow',
    })
    assert.deepEqual(refusalOf({ ...GOOD, response_types_supported: ['id_token'] }), { kind: 'no-code-flow' })
  })
})
