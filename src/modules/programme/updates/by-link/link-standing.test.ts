import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { linkStanding, mayMailLink } from './link-standing.ts'

const at = (text: string) => Temporal.Instant.from(`2014-11-${text}Z`)
const link = { revokedAt: null, expiresAt: at('28T23:59') }
const facts = { isAsked: true, closing: null, nextMadeAt: null, now: at('10T09:00') }

describe('how a link stands', () => {
  test('it opens its update until its last moment, and not at it', () => {
    assert.equal(linkStanding(link, facts).kind, 'open')
    assert.equal(linkStanding(link, { ...facts, now: at('28T23:58:59.999') }).kind, 'open')
    assert.equal(linkStanding(link, { ...facts, now: at('28T23:59') }).kind, 'expired')
  })

  test('taken back it opens nothing, and says whether a newer one was sent', () => {
    const revoked = { ...link, revokedAt: at('05T12:00') }
    assert.equal(linkStanding(revoked, facts).kind, 'taken-back')
    assert.equal(linkStanding(revoked, { ...facts, nextMadeAt: at('05T12:00') }).kind, 'replaced')
  })

  test('whoever is not asked any more hears that and nothing else', () => {
    const ended = { revokedAt: at('05T12:00'), expiresAt: at('06T09:00') }
    assert.equal(linkStanding(ended, { ...facts, isAsked: false }).kind, 'not-asked')
  })
})

describe('how often a link is mailed to whoever asks', () => {
  test('not within ten minutes of the last, and five in a day at most', () => {
    const now = at('10T09:00')
    assert.equal(mayMailLink([], now), true)
    assert.equal(mayMailLink([at('10T08:50')], now), true)
    assert.equal(mayMailLink([at('10T08:51')], now), false)
    const four = ['10T08:00', '10T07:00', '10T06:00', '10T05:00'].map(at)
    assert.equal(mayMailLink(four, now), true)
    assert.equal(mayMailLink([...four, at('10T04:00')], now), false)
  })
})
