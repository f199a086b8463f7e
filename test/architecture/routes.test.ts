import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { theHouse } from '../support/visit-house.ts'
import { ROUTES } from './route-list.ts'

describe('the routes of the house', () => {
  test('every route says who may use it, and the list of them is known', async () => {
    const { routes } = await theHouse()
    const declared = routes.map(({ method, url, access }) => [`${method} ${url}`, access.name])
    assert.deepEqual(Object.fromEntries(declared), ROUTES)
    assert.equal(declared.length, Object.keys(ROUTES).length, 'no route is declared twice')
  })

  test('the server answers at nothing else but its own health and its assets', async () => {
    const { server, routes } = await theHouse()
    const printed = server.printRoutes({ commonPrefix: false }).split('\n')
    const answers = printed.flatMap((line) => {
      const [, path = '', methods = ''] = /(\S+) \(([^)]+)\)$/.exec(line) ?? []
      return /^(assets\/|health$)/.test(path) || methods === '' ? [] : methods.split(', ')
    })
    const known = answers.filter((method) => method !== 'HEAD')
    assert.equal(known.length, routes.length)
  })

  test('nothing is changed by opening a link: what changes something is a form', async () => {
    const { routes } = await theHouse()
    assert.deepEqual([...new Set(routes.map(({ method }) => method))].sort(), ['GET', 'POST'])
  })
})
