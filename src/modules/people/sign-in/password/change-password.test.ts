import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { ask, type SignIn, signIn, visit } from '../../../../../test/support/visit.ts'
import { problemsOn, wordsOf } from '../../../../../test/support/visit-words.ts'

const CHOSEN = 'four words of no kin'

describe('changing a password', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const change = (cookie: string, fields: Record<string, string>) =>
    ask('/account/password', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams(fields).toString(),
    })
  const changeAs = async ({ email, password }: SignIn, chosen: string, present = password) =>
    change(await signIn({ email, password }), { present, chosen })

  test('the new one opens and the old one does not', async () => {
    const { email, password } = town.lead
    const answer = await changeAs(town.lead, CHOSEN)
    assert.equal(answer.location, '/account?done=password')
    assert.ok(await signIn({ email, password: CHOSEN }))
    await assert.rejects(signIn({ email, password }))
  })

  test('every other browser is signed out, and this one gets a new session', async () => {
    const other = await signIn(town.viewer)
    const mine = await signIn(town.viewer)
    const answer = await change(mine, { present: town.viewer.password, chosen: CHOSEN })
    const fresh = answer.cookies.map((set) => set.split(';')[0]).join('; ')
    const status = async (cookie: string) => (await ask('/plans', { method: 'GET', headers: { cookie } })).status
    assert.deepEqual(await Promise.all([other, mine, fresh].map(status)), [303, 303, 200])
  })

  test('asks for the present one', async () => {
    const answer = await changeAs(town.chair, CHOSEN, 'not the password')
    assert.equal(answer.status, 422)
    assert.deepEqual(problemsOn(answer.html), [
      'present: This is not your password. Enter the one you sign in with now',
    ])
  })

  test('tells of both empty boxes at once', async () => {
    assert.deepEqual(problemsOn((await changeAs(town.chair, '', '')).html), [
      'present: Enter the password you have now',
      'chosen: Choose a new password',
    ])
  })

  test('refuses one that is short, common or built on the person’s own name, and keeps nothing that was typed', async () => {
    for (const chosen of ['short', 'Password1234', 'ChrisChair2014']) {
      const answer = await changeAs(town.chair, chosen)
      assert.equal(answer.status, 422, chosen)
      assert.match(problemsOn(answer.html).join(), /^chosen: /)
      assert.ok(!answer.html.includes(chosen))
    }
  })

  test('is written into the audit trail', async () => {
    await changeAs(town.chair, CHOSEN)
    assert.match(wordsOf((await visit(town.manager, '/audit')).html), /Changed their own password/)
  })
})
