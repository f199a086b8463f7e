import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, aTimescale } from '../../plan/plan.factory.ts'
import {
  balanceInWords,
  type Move,
  type MoveFacts,
  type Moving,
  movementOf,
  movesByKind,
  parseMove,
} from './movement.ts'
import { afterInWords, beforeInWords, howFar } from './view-movement/movement-words.ts'

const moment = (on: string) => Temporal.Instant.from(`${on}T09:00:00Z`)
const NOTHING: MoveFacts = {
  since: moment('2014-04-01'),
  until: moment('2015-04-01'),
  actions: [],
  endings: [],
  splits: [],
  places: [],
}

type Said = Parameters<typeof anAction>[0]
/** An action that said each of these from a day on. */
function moving(...versions: readonly (readonly [on: string, said: Said])[]): Moving {
  return {
    id: newId<'action'>(),
    versions: versions.map(([on, said]) => ({ at: moment(on), content: anAction(said) })),
  }
}
const dueOn = (on: string) => ({ timescale: aTimescale(day(on)) })
const told = (moves: readonly Move[]) =>
  moves.map((move) => [move.kind, beforeInWords(move), afterInWords(move), howFar(move)].join(' | '))
const movesOf = (action: Moving, facts: Partial<MoveFacts> = {}) =>
  told(movementOf({ ...NOTHING, ...facts, actions: [action] }).moves)

describe('what moved in a plan', () => {
  test('a date pushed out says from when, to when, how often and how far', () => {
    const slipping = moving(
      ['2014-04-01', dueOn('2014-06-30')],
      ['2014-06-20', dueOn('2014-09-30')],
      ['2014-09-20', dueOn('2015-03-31')],
    )
    assert.deepEqual(movesOf(slipping), ['pushed-out | 30 Jun 14 | 31 Mar 15 | 2 times, 274 days later'])
    assert.deepEqual(movesOf(slipping, { since: moment('2014-07-01') }), [
      'pushed-out | 30 Sep 14 | 31 Mar 15 | 182 days later',
    ])
  })

  test('a date brought forward, one that came back, one that was given and one that was lost are four things', () => {
    const from = ['2014-04-01', dueOn('2014-09-30')] as const
    assert.deepEqual(movesOf(moving(from, ['2014-05-01', dueOn('2014-06-30')])), [
      'brought-forward | 30 Sep 14 | 30 Jun 14 | 92 days earlier',
    ])
    assert.deepEqual(movesOf(moving(from, ['2014-05-01', dueOn('2014-12-31')], ['2014-06-01', dueOn('2014-09-30')])), [
      'there-and-back | 30 Sep 14 | 30 Sep 14 | 2 times',
    ])
    assert.deepEqual(movesOf(moving(['2014-04-01', {}], ['2014-05-01', dueOn('2014-06-30')])), [
      'given-a-date | No date | 30 Jun 14 | ',
    ])
    assert.deepEqual(movesOf(moving(from, ['2014-05-01', { timescale: null }])), [
      'lost-its-date | 30 Sep 14 | No date | ',
    ])
  })

  test('a measure, a lead, a number and the words tell what they were and what they are', () => {
    const changed = moving(
      ['2014-04-01', { ref: '1.1', measure: 'A report', leadWords: 'Head of play', text: 'Play' }],
      ['2014-05-01', { ref: '2.7', measure: '20 hubs', leadWords: null, text: 'Play more' }],
    )
    assert.deepEqual(movesOf(changed), [
      'measure-changed | A report | 20 hubs | ',
      'lead-changed | Head of play | No lead | ',
      'reworded | Play | Play more | ',
      'renumbered | 1.1 | 2.7 | ',
    ])
  })

  test('what was changed and changed back did not move, but for a date, which somebody waited for', () => {
    const back = moving(['2014-04-01', { ref: '1' }], ['2014-05-01', { ref: '2' }], ['2014-06-01', { ref: '1' }])
    assert.deepEqual(movesOf(back), [])
  })

  test('what was added, ended, split off, merged and moved is told, and what was before the first day is not', () => {
    const [old, young] = [
      moving(['2014-04-01', { ref: '1', text: 'Old' }]),
      moving(['2014-08-01', { ref: '2', text: 'Young' }]),
    ]
    const facts: MoveFacts = {
      ...NOTHING,
      actions: [old, young],
      endings: [{ actionId: old.id, kind: 'merged', at: moment('2015-03-01'), intoId: young.id }],
      splits: [{ actionId: young.id, fromId: old.id, at: moment('2014-08-01') }],
      places: [{ actionId: old.id, from: 'Aim 1', to: 'Aim 2', at: moment('2014-09-01') }],
    }
    const { moves, before, after } = movementOf(facts)
    assert.deepEqual(told(moves), [
      'moved | Aim 1 | Aim 2 | ',
      'merged | – | 2 Young | ',
      'added | – | – | ',
      'split | 1 Old | – | ',
    ])
    assert.equal(balanceInWords({ moves, before, after }), '1 action, and 1 added: 2 actions.')
    assert.equal(parseMove('constructor'), null)
  })

  test('an ending says how', () => {
    const action = moving(['2014-04-01', {}])
    const endings = [{ actionId: action.id, kind: 'carried-forward', at: moment('2015-03-01'), intoId: null }] as const
    assert.deepEqual(movesOf(action, { endings }), ['ended | – | Carried forward | '])
  })

  const days = fc.integer({ min: 0, max: 700 }).map((after) => day('2014-01-01').add({ days: after }).toString())
  const histories = fc.array(
    fc.array(fc.record({ on: days, due: fc.option(days), ref: fc.constantFrom('1', '2', null) }), {
      minLength: 1,
      maxLength: 6,
    }),
    { maxLength: 12 },
  )
  const actionsOf = (told: typeof histories extends fc.Arbitrary<infer T> ? T : never): readonly Moving[] =>
    told.map((versions) =>
      moving(
        ...versions
          .toSorted((a, b) => a.on.localeCompare(b.on))
          .map(({ on, due, ref }) => [on, { ref, timescale: due === null ? null : aTimescale(day(due)) }] as const),
      ),
    )

  test('the plan had so many, so many were added, and so many it has; no action moves twice in one way', () => {
    fc.assert(
      fc.property(histories, days, (histories, since) => {
        const facts = { ...NOTHING, since: moment(since), until: moment('2020-01-01'), actions: actionsOf(histories) }
        const { moves, before, after } = movementOf(facts)
        const added = moves.filter(({ kind }) => kind === 'added').length
        assert.equal(before + added, after)
        const keys = moves.map(({ kind, actionId }) => `${kind} ${actionId}`)
        assert.equal(new Set(keys).size, keys.length)
        assert.equal(movesByKind(moves).flatMap((group) => group.moves).length, moves.length)
      }),
    )
  })

  test('the days a date moved over two spans add up to the days over both', () => {
    fc.assert(
      fc.property(histories, days, (histories, middle) => {
        const actions = actionsOf(histories)
        const [first, last] = [moment('2013-01-01'), moment('2020-01-01')]
        const upTo = (until: Temporal.Instant) =>
          actions.map(({ id, versions }) => ({
            id,
            versions: versions.filter(({ at }) => Temporal.Instant.compare(at, until) <= 0),
          }))
        const daysIn = (since: Temporal.Instant, until: Temporal.Instant) => {
          const { moves } = movementOf({ ...NOTHING, since, until, actions: upTo(until) })
          const dated = moves.filter(({ days }) => days !== null)
          return new Map<ActionId, number>(dated.map(({ actionId, days }) => [actionId, days ?? 0]))
        }
        const [a, b, both] = [daysIn(first, moment(middle)), daysIn(moment(middle), last), daysIn(first, last)]
        for (const { id, versions } of actions) {
          if (versions.some(({ content }) => content.timescale === null)) continue
          // An action first known after the middle begins with its own first version.
          if (!versions.some(({ at }) => Temporal.Instant.compare(at, moment(middle)) <= 0)) continue
          assert.equal((a.get(id) ?? 0) + (b.get(id) ?? 0), both.get(id) ?? 0)
        }
      }),
    )
  })
})
