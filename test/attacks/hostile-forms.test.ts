import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { visit } from '../support/visit.ts'
import { FIELD_KINDS, LAST, type Target, targetsOf } from './fields-of-routes.ts'
import { Sample } from './sample.ts'
import { tryOut } from './try-out.ts'

const IN_FORMS = FIELD_KINDS.filter((kind) => kind !== 'query' && kind !== 'path')

describe('hostile inputs', () => {
  let town: SmallPartnership
  let targets: readonly Target[]
  const sample = new Sample()

  before(async () => {
    town = await aSmallPartnership()
    targets = (await targetsOf(town)).filter(({ route }) => route.startsWith('POST'))
  })

  /** Sends all of a target's fillings; returns the routes that answered something else than "not found". */
  const tryAll = async (of: readonly Target[]) => {
    const reached = new Set<string>()
    for (const target of of) {
      for (const filling of sample.fillings(target)) {
        const { status } = await tryOut(target, filling)
        if (status !== 404) reached.add(target.route)
      }
    }
    return reached
  }

  test('in every field of every form break nothing and run nowhere', async () => {
    const forms = targets.filter(({ route }) => !LAST.test(route))
    const reached = await tryAll(forms)
    for (const kind of IN_FORMS) {
      for (const { target, filling } of sample.rest(kind, forms)) await tryOut(target, filling)
      assert.deepEqual(sample.missing(kind), [], kind)
    }
    // A link's own secret words are its door: what is behind it is attacked in update-link.test.ts.
    const unreached = forms
      .filter(({ route }) => !reached.has(route) && !route.includes('/u/:words'))
      .map(({ route }) => route)
    assert.deepEqual(unreached, [], 'somebody signed in met a record that is there')
    assert.equal((await visit(town.manager, '/plans')).status, 200)
  })

  test('sent by whoever may not use a form tell nothing', async () => {
    const others = [null, town.viewer, town.lead, town.chair]
    for (const [at, target] of targets.filter(({ as, route }) => as && !LAST.test(route)).entries()) {
      const [filling] = sample.fillings(target)
      if (filling) await tryOut({ ...target, as: others[at % others.length] ?? null }, filling)
    }
  })

  test('in what changes a password, ends a visit or signs out break nothing', async () => {
    const last = targets.filter(({ route }) => LAST.test(route))
    await tryAll([...last, ...last.filter(({ as }) => as === null).map((target) => ({ ...target, as: town.viewer }))])
  })
})
