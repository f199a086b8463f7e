import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, aPart, aTimescale } from '../plan.factory.ts'
import { type Action, NOTHING_SAID } from '../plan.ts'
import { joinAbove, type Reread, removePart, setAside, split, takeBack } from './correct-row.ts'
import type { Draft } from './draft.ts'

const reread: Reread = ({ timescale }) => ({
  timescale: timescale === null ? null : aTimescale(day('2014-06-30')),
  leads: [],
  leadGroupId: null,
})
const draftOf = (...actions: readonly Action[]): Draft => ({ levelNames: ['Aim'], parts: [], actions })
const textsOf = ({ actions }: Draft) => actions.map(({ text }) => text)
const wordsIn = (draft: Draft) =>
  draft.actions
    .flatMap(({ text, measure, said }) => `${text} ${measure ?? ''} ${said.narrative ?? ''}`.split(/\s+/))
    .filter(Boolean)
    .sort()

const someText = fc
  .string({ unit: fc.constantFrom('a', 'b', ' ', '.'), minLength: 1, maxLength: 12 })
  .map((text) => `x${text}`)
const someAction = fc
  .record({ text: someText, measure: fc.option(someText), narrative: fc.option(someText) })
  .map(({ narrative, ...said }) => anAction({ ...said, ref: null, said: { ...NOTHING_SAID, narrative } }))

describe('correcting the rows of a draft', () => {
  test('no word is lost by joining a row with the one above', () => {
    fc.assert(
      fc.property(fc.array(someAction, { minLength: 2, maxLength: 6 }), fc.nat(), (actions, nat) => {
        const draft = draftOf(...actions)
        const joined = joinAbove(draft, actions[1 + (nat % (actions.length - 1))]?.id ?? newId(), reread)
        assert.ok(joined.ok)
        const measures = new Set(actions.map(({ measure }) => measure))
        const narratives = new Set(actions.map(({ said }) => said.narrative))
        if (Math.min(measures.size, narratives.size) === actions.length)
          assert.deepEqual(wordsIn(joined.value.draft), wordsIn(draft))
        assert.equal(joined.value.draft.actions.length, actions.length - 1)
      }),
    )
  })

  test('no word is lost by splitting, and what is split and joined again says what it said', () => {
    fc.assert(
      fc.property(
        fc.array(
          someText.map((text) => text.trim()),
          { minLength: 2, maxLength: 5 },
        ),
        (pieces) => {
          const action = anAction({ text: pieces.join(' '), measure: null, ref: '1.1' })
          const parted = split(draftOf(action), action.id, pieces, () => newId<'action'>())
          assert.ok(parted.ok)
          assert.deepEqual(textsOf(parted.value.draft), pieces)
          let draft = parted.value.draft
          while (draft.actions.length > 1) {
            const joined = joinAbove(draft, draft.actions[1]?.id ?? newId(), reread)
            assert.ok(joined.ok)
            draft = joined.value.draft
          }
          assert.deepEqual(textsOf(draft), [pieces.join(' ')])
        },
      ),
    )
  })

  test('a piece that begins with a reference takes it', () => {
    const action = anAction({ ref: '1.1', text: 'Open a hub' })
    const parted = split(draftOf(action), action.id, ['Open a hub', '1.2 Ring each family'], () => newId<'action'>())
    assert.ok(parted.ok)
    assert.deepEqual(
      parted.value.draft.actions.map(({ ref, text }) => [ref, text]),
      [
        ['1.1', 'Open a hub'],
        ['1.2', 'Ring each family'],
      ],
    )
  })

  test('each piece of a split keeps what the document said of how it went', () => {
    const said = {
      ...NOTHING_SAID,
      narrative: 'Completed in May',
      disposal: { kind: 'completed', words: 'Completed' },
    } as const
    const action = anAction({ text: 'Open and ring', said })
    const parted = split(draftOf(action), action.id, ['Open', 'ring'], () => newId<'action'>())
    assert.ok(parted.ok)
    assert.deepEqual(
      parted.value.draft.actions.map((piece) => piece.said),
      [said, said],
    )
  })

  test('a row set aside comes back where it stood', () => {
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => anAction({ text }))
    assert.ok(one && two && three)
    const without = setAside(draftOf(one, two, three), two.id)
    assert.ok(without.ok)
    assert.deepEqual(textsOf(without.value.draft), ['One', 'Three'])
    const back = takeBack(without.value.draft, two, one.id)
    assert.ok(back.ok)
    assert.deepEqual(textsOf(back.value.draft), ['One', 'Two', 'Three'])
  })

  test('the first row has none above it, and one piece is no split', () => {
    const action = anAction()
    assert.deepEqual(joinAbove(draftOf(action), action.id, reread), { ok: false, refusal: { kind: 'no-row-above' } })
    const refused = split(draftOf(action), action.id, ['Open a hub', ' '], () => newId<'action'>())
    assert.deepEqual(refused, { ok: false, refusal: { kind: 'nothing-to-split' } })
  })

  test('what stood under a heading taken away stands under the one above it, and no action is lost', () => {
    const aim = aPart({ title: 'Aim' })
    const wrong = aPart({ title: 'Page 2 of 9', level: 1, parentId: aim.id })
    const objective = aPart({ title: 'Objective', level: 2, parentId: wrong.id })
    const actions = [anAction({ partId: wrong.id }), anAction({ partId: objective.id })]
    const removed = removePart({ levelNames: [], parts: [aim, wrong, objective], actions }, wrong.id)
    assert.ok(removed.ok)
    const { parts, actions: kept } = removed.value.draft
    assert.deepEqual(parts, [aim, { ...objective, level: 1, parentId: aim.id }])
    assert.deepEqual(
      kept.map(({ partId }) => partId),
      [aim.id, objective.id],
    )
  })
})
