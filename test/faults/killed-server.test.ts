import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine } from '../support/command-line.ts'
import { type HttpVisitor, signInOver } from '../support/http-visitor.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { wrongsOf, wrongsOfAcknowledged } from './kept-updates.ts'
import { aHouse, type StrickenHouse } from './stricken-house.ts'
import { type ToldUpdate, tell, tellUntilCutOff } from './told-updates.ts'

const ROUNDS = 20
const LEADS = 6
const LONGEST_MS = 200

describe('when the server is killed while updates come in', () => {
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
    test(`nothing acknowledged is missing after kill ${round}, and a form sent again is kept once`, async () => {
      const { acknowledged, unanswered } = await tellUntilCutOff(visitor, house.points, LEADS, async () => {
        await pause(Math.random() * LONGEST_MS)
        await server.kill()
      })
      server = await startServer(house.dataDir, house.port)

      assert.deepEqual(
        await house.inDatabase((client) => wrongsOfAcknowledged(client, { acknowledged, unanswered })),
        [],
      )
      const again = [...unanswered, ...acknowledged.slice(-LEADS)]
      const answers = await Promise.all(again.map((update) => tell(visitor, update)))
      assert.ok(answers.every(Boolean), 'a form sent again after the restart is acknowledged')
      const all = [...acknowledged, ...unanswered]
      assert.deepEqual(await house.inDatabase((client) => wrongsOf(client, all)), [])
      everyone.push(...all)
    })
  }

  test('after all the kills every acknowledged update is still there, once', async () => {
    assert.ok(everyone.length > ROUNDS * LEADS, `only ${everyone.length} forms were sent`)
    assert.deepEqual(await house.inDatabase((client) => wrongsOf(client, everyone)), [])
  })

  test('the audit trail is one unbroken chain after all of them', async () => {
    assert.match(await commandLine(house.dataDir, 'verify'), /entries, each as it was written/)
  })
})
