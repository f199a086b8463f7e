import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aRemoteAddress, ask, type SignIn } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn } from '../../../../../test/support/visit-words.ts'
import { newId } from '../../../../platform/ids.ts'
import { TRIES_BEFORE_A_WAIT } from './waits.ts'

const NINE = '2014-10-15T09:00:00Z'
const WAIT = [
  'email: There were too many wrong tries for this address. Wait 1 minute and try again, or sign in by a link in a mail',
]

describe('guessing the password of an account', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  /** Each try comes from another place, as an attacker with many machines would have it. */
  const tryAs = ({ email, password }: SignIn) =>
    ask('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams({ email, password }).toString(),
      remoteAddress: aRemoteAddress(),
    })
  const guess = async (email: string, times = TRIES_BEFORE_A_WAIT) => {
    for (let at = 1; at <= times; at++) await tryAs({ email, password: `guess ${at}` })
  }

  test('after five wrong tries the account waits, from wherever the next one comes and though it is right', async () => {
    await guess(town.viewer.email)
    const answer = await tryAs(town.viewer)
    assert.equal(answer.status, 429)
    assert.deepEqual(problemsOn(answer.html), WAIT)
    assert.deepEqual(answer.cookies, [])
  })

  test('capitals and spaces make no other account of it', async () => {
    await guess(` ${town.viewer.email.toUpperCase()} `)
    assert.equal((await tryAs(town.viewer)).status, 429)
  })

  test('an address that is nobody’s is told the same, word for word', async () => {
    const nobody = `${newId()}@testing.example`
    await guess(nobody)
    await guess(town.chair.email)
    const [known, unknown] = [await tryAs(town.chair), await tryAs({ email: nobody, password: town.chair.password })]
    assert.equal(unknown.status, known.status)
    assert.equal(unknown.html.replaceAll(nobody, ''), known.html.replaceAll(town.chair.email, ''))
  })

  test('after the minute the right password opens, and the count is gone', async () => {
    await guess(town.manager.email)
    setClock('2014-10-15T09:01:01Z')
    assert.equal((await tryAs(town.manager)).status, 303)
    await guess(town.manager.email, TRIES_BEFORE_A_WAIT - 1)
    assert.equal((await tryAs(town.manager)).status, 303)
  })

  test('a wrong try after the minute makes the next wait longer', async () => {
    const email = `${newId()}@testing.example`
    await guess(email)
    setClock('2014-10-15T09:01:01Z')
    assert.equal((await tryAs({ email, password: 'a sixth guess' })).status, 422)
    assert.match(problemsOn((await tryAs({ email, password: 'a seventh' })).html).join(), /Wait 2 minutes/)
    setClock(NINE)
  })

  test('twelve guesses sent at one moment are not let through together', async () => {
    const email = `${newId()}@testing.example`
    const answers = await Promise.all(Array.from({ length: 12 }, () => tryAs({ email, password: 'a guess' })))
    const statuses = answers.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [...Array(TRIES_BEFORE_A_WAIT).fill(422), ...Array(12 - TRIES_BEFORE_A_WAIT).fill(429)])
  })

  test('what was tried is not kept: the table holds no address', async () => {
    await guess(town.lead.email, 1)
    const { database } = await theHouse()
    const { rows } = await database.signIn.query<{ key: string }>('select key from sign_in.wrong_tries')
    assert.ok(rows.length > 0)
    for (const { key } of rows) assert.match(key, /^[0-9a-f]{64}$/)
  })
})
