import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../platform/ids.ts'
import { byBody, byOrganisation, type DutyRecord, outcomeOf, tallyOfReporting } from './reporting-tally.ts'

const moment = (on: string) => Temporal.Instant.from(`${on}T09:00:00Z`)
const TODAY = day('2014-10-15')

function aDuty(of: Partial<DutyRecord> = {}): DutyRecord {
  return {
    pointId: newId(),
    actionId: newId(),
    ref: '1.1',
    text: 'Open a hub',
    body: 'Early help group',
    organisations: ['Council'],
    dueOn: day('2014-09-30'),
    graceEndsOn: day('2014-10-06'),
    opensOn: day('2014-09-02'),
    askedAt: moment('2014-09-02'),
    sentAt: null,
    bounced: false,
    vacant: false,
    narrative: null,
    lastTime: null,
    lateSince: null,
    ...of,
  }
}

describe('how reporting went', () => {
  test('the last day of grace is in time, and the day after is later; unsent, it is waited for until then', () => {
    assert.equal(outcomeOf(aDuty({ sentAt: moment('2014-10-06') }), TODAY), 'in-time')
    assert.equal(outcomeOf(aDuty({ sentAt: moment('2014-10-07') }), TODAY), 'late')
    assert.equal(outcomeOf(aDuty(), day('2014-10-06')), 'within-grace')
    assert.equal(outcomeOf(aDuty(), day('2014-10-07')), 'not-reported')
  })

  test('days to answer say their middle, their ends and of how many', () => {
    const sent = ['2014-09-04', '2014-09-12', '2014-09-30', '2014-10-02'].map((on) => aDuty({ sentAt: moment(on) }))
    const { response } = tallyOfReporting('All', [...sent, aDuty(), aDuty({ askedAt: null })], TODAY)
    assert.deepEqual(response, { median: 19, least: 2, most: 30, of: 4 })
    assert.equal(tallyOfReporting('All', [aDuty()], TODAY).response, null)
  })

  test('what may explain it is counted: asked late, not asked, a message that did not arrive, nobody in post', () => {
    const duties = [
      aDuty({ askedAt: moment('2014-09-20') }),
      aDuty({ askedAt: null }),
      aDuty({ bounced: true }),
      aDuty({ vacant: true }),
    ]
    const { askedLate, notAsked, bounced, vacant } = tallyOfReporting('All', duties, TODAY)
    assert.deepEqual([askedLate, notAsked, bounced, vacant], [1, 1, 1, 1])
  })

  test('an update that two organisations share counts for each', () => {
    const tallies = byOrganisation(
      [aDuty({ organisations: ['Council', 'Police'] }), aDuty({ organisations: [] })],
      TODAY,
    )
    assert.deepEqual(
      tallies.map(({ name, due }) => [name, due]),
      [
        ['Council', 1],
        ['No organisation', 1],
        ['Police', 1],
      ],
    )
  })

  test('the counts add up to what was due, for all and over the bodies, in whatever order', () => {
    const days = fc
      .integer({ min: 0, max: 60 })
      .map((after) => moment(day('2014-09-01').add({ days: after }).toString()))
    const duties = fc.array(
      fc
        .record({ sentAt: fc.option(days), askedAt: fc.option(days), body: fc.constantFrom('A', 'B', null) })
        .map((of) => aDuty(of)),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(duties, (duties) => {
        const all = tallyOfReporting('All', duties, TODAY)
        const sum = Object.values(all.outcomes).reduce((total, count) => total + count, 0)
        assert.equal(sum, duties.length)
        const bodies = byBody(duties, TODAY)
        assert.equal(
          bodies.reduce((total, { due }) => total + due, 0),
          duties.length,
        )
        assert.deepEqual(tallyOfReporting('All', duties.toReversed(), TODAY), all)
        assert.deepEqual(byBody(duties.toReversed(), TODAY), bodies)
      }),
    )
  })
})
