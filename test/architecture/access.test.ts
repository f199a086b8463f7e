import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { send, type Visited, visit } from '../support/visit.ts'
import { theHouse } from '../support/visit-house.ts'
import { type Case, cases, type Records, someRecords } from './access-cases.ts'
import { ROUTES } from './route-list.ts'

describe('who may use what', () => {
  let town: SmallPartnership
  let records: Records
  before(async () => {
    town = await aSmallPartnership()
    records = await someRecords(town)
  })

  const ask = ({ url, fields }: Pick<Case, 'url' | 'fields'>, as: Parameters<typeof visit>[0]): Promise<Visited> =>
    fields ? send(as, url, fields) : visit(as, url)

  test('every route that is not for everybody is tried below', () => {
    const tried = new Set(cases(records).map(({ route }) => route))
    const closed = Object.keys(ROUTES).filter((route) => ROUTES[route] !== 'public')
    assert.deepEqual(
      closed.filter((route) => !tried.has(route)),
      [],
    )
  })

  test('a stranger is led to sign in, whatever they open or send', async () => {
    for (const each of cases(records)) {
      const answer = await ask(each, null)
      assert.equal(answer.status, 303, each.url)
      assert.match(answer.location, /^\/sign-in\?next=%2F/, each.url)
    }
  })

  test('whoever’s session ended while they filled in a form comes back to its page', async () => {
    const { server } = await theHouse()
    const answer = await server.inject({
      method: 'POST',
      url: `/updates/${records.asked}`,
      headers: {
        'sec-fetch-site': 'same-origin',
        host: 'localhost:3000',
        referer: `http://localhost:3000/updates/${records.asked}`,
      },
    })
    assert.equal(answer.headers.location, `/sign-in?next=${encodeURIComponent(`/updates/${records.asked}`)}`)
  })

  test('an address that holds no id is not found', async () => {
    for (const each of cases(records).filter(({ route }) => route.includes(':'))) {
      for (const id of ['1', 'undefined', "'; drop table plan; --", '%00', 'F'.repeat(36)]) {
        const url = each.url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, encodeURIComponent(id))
        const { status } = await ask({ ...each, url }, town.manager)
        assert.equal(status, 404, url)
      }
    }
  })
})
