import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isUuid } from '../kernel/id.ts'
import { idMaker, newId } from './ids.ts'

const noon = Temporal.Instant.from('2015-03-31T12:00:00Z')

describe('ids', () => {
  test('an id is a UUID of version 7', () => {
    const id = newId<'plan'>()
    assert.ok(isUuid(id))
    assert.equal(id[14], '7')
    assert.match(id, /^.{19}[89ab]/)
  })

  test('ten thousand ids made in one moment differ and sort in the order they were made', () => {
    const make = idMaker(() => noon)
    const ids = Array.from({ length: 10_000 }, () => make<'action'>())
    assert.deepEqual(ids.toSorted(), ids)
    assert.equal(new Set(ids).size, ids.length)
  })

  test('ids keep their order when the clock goes back', () => {
    let now = noon
    const make = idMaker(() => now)
    const before = make<'action'>()
    now = noon.subtract({ hours: 1 })
    assert.ok(make<'action'>() > before)
  })

  test('the first part of an id is the moment it was made', () => {
    const made = idMaker(() => noon)<'plan'>()
    assert.equal(Number.parseInt(made.replace('-', '').slice(0, 12), 16), noon.epochMilliseconds)
  })
})
