import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseId } from '../../../kernel/id.ts'
import { type Action, NOTHING_SAID } from '../plan.ts'
import type { ReviewAim } from './review-aims.ts'
import { ACTIONS_PER_PAGE, reviewPages } from './review-pages.ts'

function actionNumbered(number: number): Action {
  const id = parseId<'action'>(`0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`)
  assert.ok(id)
  const empty = {
    measure: null,
    timescale: null,
    leadWords: null,
    leadGroupId: null,
    leads: [],
    said: NOTHING_SAID,
    source: null,
  }
  return { id, partId: null, version: 1, ref: null, text: `Action ${number}`, ...empty }
}

function aimsOfSizes(sizes: readonly (readonly number[])[]): readonly ReviewAim[] {
  let number = 0
  return sizes.map((groups, at) => ({
    id: `aim-${at + 1}`,
    title: `Aim ${at + 1}`,
    actionCount: groups.reduce((sum, size) => sum + size, 0),
    questionCount: 0,
    groups: groups.map((size) => ({
      part: null,
      trail: [],
      hasParts: false,
      actions: Array.from({ length: size }, () => actionNumbered(++number)),
    })),
  }))
}

const sizes = fc.array(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 5 }), { maxLength: 5 })

test('every action is on exactly one page, in order, and every heading is on one', () => {
  fc.assert(
    fc.property(sizes, (some) => {
      const aims = aimsOfSizes(some)
      const { pages } = reviewPages(aims, () => 1)
      const all = Array.from({ length: pages }, (_, at) => reviewPages(aims, () => at + 1))
      const shown = all.flatMap((page) => page.aims.flatMap(({ groups }) => groups.flatMap(({ actions }) => actions)))
      assert.deepEqual(
        shown.map(({ id }) => id),
        aims.flatMap(({ groups }) => groups.flatMap(({ actions }) => actions.map(({ id }) => id))),
      )
      for (const page of all) {
        const count = page.aims.flatMap(({ groups }) => groups.flatMap(({ actions }) => actions)).length
        assert.ok(count <= ACTIONS_PER_PAGE)
      }
      const withGroups = aims.filter(({ groups }) => groups.length > 0).map(({ id }) => id)
      const aimsShown = new Set(all.flatMap((page) => page.aims.map(({ id }) => id)))
      assert.deepEqual([...aimsShown].sort(), withGroups.sort())
    }),
    { numRuns: 50 },
  )
})

test('a page that does not exist leads to the nearest that does', () => {
  const aims = aimsOfSizes([[250]])
  assert.equal(reviewPages(aims, () => 99).page, 2)
  assert.equal(reviewPages(aims, () => -1).page, 1)
})
