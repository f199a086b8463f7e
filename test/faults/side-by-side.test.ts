import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { commandLine } from '../support/command-line.ts'
import { signInOver } from '../support/http-visitor.ts'
import { freePort, type RunningServer, startServer } from '../support/running-server.ts'
import { wrongsOf } from './kept-updates.ts'
import { aHouse, type StrickenHouse } from './stricken-house.ts'
import { type ToldUpdate, tell } from './told-updates.ts'

describe('when two servers run on one data folder', () => {
  let house: StrickenHouse
  let first: RunningServer
  let second: RunningServer

  before(async () => {
    house = await aHouse({ actions: 4, datesPerAction: 10 })
    first = await startServer(house.dataDir, house.port)
    second = await startServer(house.dataDir, await freePort())
  })
  after(async () => {
    await first?.stop()
    await second?.stop()
    await house?.remove()
  })

  test('whoever signs in at one is signed in at the other', async () => {
    const { cookie } = await signInOver(first.address, house.plan.signIn)
    const answer = await fetch(`${second.address}/plans/${house.plan.planId}`, { headers: { cookie } })
    assert.equal(answer.status, 200)
  })

  test('a form sent to both at once is kept once', async () => {
    const atFirst = await signInOver(first.address, house.plan.signIn)
    const atSecond = await signInOver(second.address, house.plan.signIn)
    const updates = house.points.slice(0, 20).map((pointId): ToldUpdate => {
      const key = randomUUID()
      return { pointId, step: 'submit', key, narrative: `Said twice, in the form ${key}` }
    })
    const answers = await Promise.all(updates.flatMap((update) => [tell(atFirst, update), tell(atSecond, update)]))
    assert.ok(answers.every(Boolean), 'both servers acknowledge the form')
    assert.deepEqual(await house.inDatabase((client) => wrongsOf(client, updates)), [])
  })

  test('the command line adds a sign-in beside them, and it can be used at once', async () => {
    const { partnershipName } = house.plan.manager
    const words = ['user', 'add', '--partnership', partnershipName, '--name', 'Ines Holloway', '--role', 'viewer']
    const email = 'ines.holloway@partnership.example'
    const said = await commandLine(house.dataDir, ...words, '--email', email)
    const password = /with the password (\S+)/.exec(said)?.[1] ?? assert.fail(`it said: ${said}`)
    const visitor = await signInOver(first.address, { email, password })
    assert.equal((await visitor.get(`/plans/${house.plan.planId}`)).status, 200)
  })

  test('the command line finds the audit trail whole, though two servers wrote it, and checks it against an anchor', async () => {
    const said = await commandLine(house.dataDir, 'verify', '--partnership', house.plan.manager.partnershipName)
    const anchor = /each as it was written\. The last is (\d+:[0-9a-f]{64})/.exec(said)?.[1] ?? assert.fail(said)
    const words = ['verify', '--partnership', house.plan.manager.partnershipName, '--anchor', anchor]
    assert.equal(await commandLine(house.dataDir, ...words), said)
    const other = anchor.replace(/[0-9a-f]{4}$/, '0000')
    await assert.rejects(commandLine(house.dataDir, ...words.with(-1, other)), { code: 1 })
  })

  test('either may leave, and the other goes on', async () => {
    const visitor = await signInOver(second.address, house.plan.signIn)
    await first.stop()
    const answer = await visitor.get(`/plans/${house.plan.planId}`)
    assert.equal(answer.status, 200)
    const [pointId = ''] = house.points.slice(20)
    const key = randomUUID()
    assert.ok(await tell(visitor, { pointId, step: 'submit', key, narrative: `Said last, in the form ${key}` }))
  })
})
