import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { PoolClient } from 'pg'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { cookieOf, visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../../test/support/visit-words.ts'

describe('your account', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('is one step from every page, and says what somebody signs in with', async () => {
    const { html } = await visit(town.lead, '/plans')
    assert.match(html, /<a class="trellis-navigation__link" href="\/account">Your account<\/a>/)
    const words = wordsOf((await visit(town.lead, '/account')).html)
    assert.match(words, /Lena Lead/)
    assert.match(words, new RegExp(town.lead.email))
    assert.match(words, /Password You have one Change your password/)
  })

  test('a page asks the sign-in tables one question and no more', async () => {
    await cookieOf(town.lead)
    const { database } = await theHouse()
    const asked = await questionsTo(database.signIn, () => visit(town.lead, '/plans'))
    assert.equal(asked.length, 1, asked.join('\n'))
  })

  test('a stranger’s page asks them none', async () => {
    const { database } = await theHouse()
    assert.deepEqual(await questionsTo(database.signIn, () => visit(null, '/sign-in')), [])
  })
})

type Pool = Awaited<ReturnType<typeof theHouse>>['database']['signIn']

/** The questions asked of a pool's connections while something is done. */
async function questionsTo(pool: Pool, work: () => Promise<unknown>): Promise<readonly string[]> {
  const asked: string[] = []
  const connect: () => Promise<PoolClient> = pool.connect.bind(pool)
  const watched = async () => {
    const client = await connect()
    const query: (text: string | { readonly text: string }, values?: unknown[]) => unknown = client.query.bind(client)
    const release = client.release.bind(client)
    const ask = (text: string | { readonly text: string }, values?: unknown[]) => {
      asked.push(typeof text === 'string' ? text : text.text)
      return query(text, values)
    }
    const leave = () => {
      Object.assign(client, { query, release })
      release()
    }
    return Object.assign(client, { query: ask, release: leave })
  }
  Object.assign(pool, { connect: watched })
  try {
    await work()
  } finally {
    Object.assign(pool, { connect })
  }
  return asked
}
