import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDisposal, readEndings } from './read-disposal.ts'

describe('how an action ended, in the words of its narrative', () => {
  const cases: readonly (readonly [narrative: string, kind: string | null, words?: string])[] = [
    ['No update received', 'not-reported'],
    ['Awaiting an update from the trust', 'not-reported', 'Awaiting an update'],
    ['TBC', 'not-reported'],
    ['The project was withdrawn after the grant ended', 'stopped', 'project was withdrawn'],
    ['This will not be taken forward', 'stopped'],
    ['Rolled forward to 2027/28', 'carried-forward', 'Rolled forward to 2027/28'],
    ['Postponed until next year', 'carried-forward', 'Postponed until next year'],
    ['It has been included in the 2027/8 plan', 'carried-forward', 'included in the 2027/8 plan'],
    ['Merged with action 3.2 in June', 'merged', 'Merged with action 3.2 in June'],
    ['See 4.12', 'merged', 'See 4.12'],
    ['Transferred to the health trust. It reports there', 'transferred', 'Transferred to the health trust'],
    ['This is now led by the youth service', 'transferred'],
    ['On track', 'in-progress'],
    ['Partially completed', 'in-progress'],
    ['Work is ongoing with schools', 'in-progress'],
    ['The strategy was prepared and submitted to the board', 'completed', 'prepared and submitted to the board'],
    ['Complete', 'completed'],
    ['The hub has been fully implemented', 'completed'],
    // What is denied, awaited or planned has not happened.
    ['This has not been completed', 'in-progress'],
    ['The review will be completed in May', null],
    ['Numbers will be known when complete', null],
    ['This will not be carried forward', null],
    ['A new service will be delivered next summer', null],
    ['All children must have access to mentors', null],
    ['', null],
  ]
  for (const [narrative, kind, words] of cases) {
    test(`“${narrative}” is ${kind ?? 'no ending'}`, () => {
      const disposal = readDisposal(narrative)
      assert.equal(disposal?.kind ?? null, kind)
      if (words !== undefined) assert.equal(disposal?.words, words)
    })
  }

  test('a narrative that says two things says both, the stronger first', () => {
    assert.deepEqual(
      readEndings('Training has been completed. The rest is carried forward to 2027/28.').map(({ kind }) => kind),
      ['carried-forward', 'completed'],
    )
  })

  test('the words are always words of the narrative', () => {
    const narrative = 'The work was stopped; see 4.1. Transferred to the trust, c/f to next year, now completed'
    for (const { words } of readEndings(narrative)) assert.ok(narrative.includes(words), words)
  })
})
