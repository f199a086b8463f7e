import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { createApp } from '../../../../src/app.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { signIn } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { buildAssets } from '../../../design/index.ts'
import { keyring, understoodHeaders } from './keyring.ts'

const SECRET_OF_TESTS = 'the tests of Trellis keep no secret from anyone'
const NEXT = 'the secret that comes after the one of the tests'

describe('changing the secret', () => {
  let town: SmallPartnership
  let cookie: string
  before(async () => {
    town = await aSmallPartnership()
    cookie = await signIn(town.lead)
  })

  const opens = async (secret: string, secretBefore: string | null) => {
    const settings = { ...(await theHouse()), assets: await buildAssets(), baseUrl: 'http://localhost:3000' }
    const { server } = await createApp({ ...settings, secret, secretBefore, logger: false })
    const { statusCode } = await server.inject({ method: 'GET', url: '/account/sessions', headers: { cookie } })
    await server.close()
    return statusCode === 200
  }

  test('signs nobody out while the one before is named', async () => {
    assert.equal(await opens(NEXT, SECRET_OF_TESTS), true)
  })

  test('signs everybody out when it is not, or when another is', async () => {
    assert.equal(await opens(NEXT, null), false)
    assert.equal(await opens(NEXT, 'some other secret that was never this house’s'), false)
  })

  test('is no way in for a cookie that neither signed', async () => {
    const forged = cookie.replace(/\.[^;]*/, '.forged')
    const headers = new Headers({ cookie: forged })
    const understood = await understoodHeaders(headers, { secret: NEXT, secretBefore: SECRET_OF_TESTS })
    assert.equal(understood.get('cookie'), forged)
  })

  test('leaves cookies alone that are not ours', async () => {
    const headers = new Headers({ cookie: 'theirs=a.b; trellis.odd; x=%E0%A4%A' })
    const understood = await understoodHeaders(headers, { secret: NEXT, secretBefore: SECRET_OF_TESTS })
    assert.equal(understood.get('cookie'), 'theirs=a.b; trellis.odd; x=%E0%A4%A')
  })

  test('a secret keeps its number in whichever place it stands', () => {
    const [now] = keyring({ secret: SECRET_OF_TESTS })
    const [, before] = keyring({ secret: NEXT, secretBefore: SECRET_OF_TESTS })
    assert.deepEqual(now, before)
    assert.equal(keyring({ secret: NEXT, secretBefore: NEXT }).length, 1)
  })
})
