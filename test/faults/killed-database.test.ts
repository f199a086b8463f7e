import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type HttpVisitor, signInOver } from '../support/http-visitor.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { wrongsOf, wrongsOfAcknowledged } from './kept-updates.ts'
import { aHouse, type StrickenHouse } from './stricken-house.ts'
import { type ToldUpdate, tell, tellUntilCutOff } from './told-updates.ts'

const ROUNDS = 20
const LEADS = 6
const LONGEST_MS = 200
const LONGEST_HEALING_MS = 30_000

describe('when the database is killed while updates come in', () => {
  let house: StrickenHouse
  let server: RunningServer
  let visitor: HttpVisitor
  const everyone: ToldUpdate[] = []

  before(async () => {
    house = await aHouse({ actions: 60, datesPerAction: 60 })
    server = await startServer(house.dataDir, house.port)
    visitor = await signInOver(server.address, house.plan.signIn)
  })
  after(async () => {
    await server?.stop()
    await house?.remove()
  })

  for (let round = 1; round <= ROUNDS; round++) {
    test(`the server heals by itself after kill ${round}, and nothing acknowledged is missing`, async () => {
      const { acknowledged, unanswered } = await tellUntilCutOff(visitor, house.points, LEADS, async () => {
        await pause(Math.random() * LONGEST_MS)
        await house.killDatabase()
      })
      await untilItServes(visitor, house.plan.planId)
      assert.equal(server.hasEnded(), false, server.said())

      assert.deepEqual(
        await house.inDatabase((client) => wrongsOfAcknowledged(client, { acknowledged, unanswered })),
        [],
      )
      const again = [...unanswered, ...acknowledged.slice(-LEADS)]
      const answers = await Promise.all(again.map((update) => tell(visitor, update)))
      assert.ok(
        answers.every(Boolean),
        `a form sent again after the healing is acknowledged\n${server.said().slice(-4000)}`,
      )
      const all = [...acknowledged, ...unanswered]
      assert.deepEqual(await house.inDatabase((client) => wrongsOf(client, all)), [])
      everyone.push(...all)
    })
  }

  test('after all the kills every acknowledged update is still there, once', async () => {
    assert.ok(everyone.length > ROUNDS * LEADS, `only ${everyone.length} forms were sent`)
    assert.deepEqual(await house.inDatabase((client) => wrongsOf(client, everyone)), [])
  })
})

/** Asks for a page again and again, as its reader would, until it comes. */
async function untilItServes(visitor: HttpVisitor, planId: string): Promise<void> {
  const latest = performance.now() + LONGEST_HEALING_MS
  while (performance.now() < latest) {
    const answer = await visitor.get(`/plans/${planId}`)
    await answer.arrayBuffer()
    if (answer.status === 200) return
    await pause(50)
  }
  assert.fail(`no page came within ${LONGEST_HEALING_MS / 1000} seconds of the kill`)
}
