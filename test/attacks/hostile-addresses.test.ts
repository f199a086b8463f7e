import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { ROUTES } from '../architecture/route-list.ts'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { visit } from '../support/visit.ts'
import { FIELD_KINDS, type Target, targetsOf } from './fields-of-routes.ts'
import { HOSTILE_INPUTS } from './hostile-inputs.ts'
import { A_DOZEN, CLASSES, type Filling, Sample } from './sample.ts'
import { tryOut } from './try-out.ts'

/** Another house names somebody; and without its own query no pair is asked for. */
const NOT_THERE = ['GET /.well-known/security.txt', 'GET /comparisons/:comparisonId/pair']

/** What in a query names a record; one that is not there is answered as every other, so the rest is tried without them. */
const NAMES_A_RECORD = ['period', 'closing']

function withoutRecords({ hostile, ...filling }: Filling): Filling {
  return { ...filling, hostile: new Map([...hostile].filter(([{ name }]) => !NAMES_A_RECORD.includes(name))) }
}

describe('hostile inputs', () => {
  let town: SmallPartnership
  let targets: readonly Target[]
  const sample = new Sample()

  before(async () => {
    town = await aSmallPartnership()
    targets = await targetsOf(town)
  })

  test('are two hundred at least, each another, of more than a dozen classes', () => {
    assert.ok(HOSTILE_INPUTS.length >= 200, `only ${HOSTILE_INPUTS.length}`)
    assert.equal(new Set(HOSTILE_INPUTS.map(({ text }) => text)).size, HOSTILE_INPUTS.length)
    assert.ok(CLASSES.length > A_DOZEN)
  })

  test('meet every route, and the fields of the house that are on its pages and in its code', () => {
    assert.deepEqual([...new Set(targets.map(({ route }) => route))].sort(), Object.keys(ROUTES).sort())
    const kinds = new Set(targets.flatMap(({ fields }) => fields.map(({ kind }) => kind)))
    const unmet = FIELD_KINDS.filter((kind) => kind !== 'path' && !kinds.has(kind))
    assert.deepEqual(unmet, [])
    const names = new Set(targets.flatMap(({ fields }) => fields.map(({ name }) => name)))
    for (const name of ['done', 'page', 'narrative', 'step', 'once', 'title']) assert.ok(names.has(name), name)
  })

  test('in every place of an address are answered as what is not there', async () => {
    const places = targets.flatMap((target) => {
      const ids = target.url.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
      const fields = ids.map((id) => ({ name: id, kind: 'path', usual: id }) as const)
      return ids.length > 0 ? [{ ...target, fields }] : []
    })
    const all = places.flatMap((target) => sample.fillings(target).map((filling) => ({ target, filling })))
    for (const { target, filling } of [...all, ...sample.rest('path', places)]) {
      const { status } = await tryOut(target, filling)
      assert.ok([400, 404, 414, 422].includes(status), `${target.route}: ${status}`)
    }
    assert.deepEqual(sample.missing('path'), [])
  })

  test('in every query break nothing and run nowhere', async () => {
    const pages = targets.filter(({ route }) => route.startsWith('GET'))
    const reached = new Set(NOT_THERE)
    for (const target of pages) {
      for (const filling of sample.fillings(target)) {
        const { status } = await tryOut(target, filling)
        if (status !== 404 || (await tryOut(target, withoutRecords(filling))).status !== 404) reached.add(target.route)
      }
    }
    for (const { target, filling } of sample.rest('query', pages)) await tryOut(target, filling)
    assert.deepEqual(sample.missing('query'), [])
    // Behind secret words, and behind a provider's answer, others look: update-link.test.ts, keep-feeds.test.ts, single sign-on's own.
    const hasOwnTests = (route: string) => /\/(u|feeds)\/:words|\/callback$/.test(route)
    const unreached = pages.filter(({ route }) => !reached.has(route) && !hasOwnTests(route)).map(({ route }) => route)
    assert.deepEqual(unreached, [], 'somebody signed in met a record that is there')
    assert.equal((await visit(town.manager, '/plans')).status, 200)
  })
})
