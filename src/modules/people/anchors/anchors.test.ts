import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { isBreak, parseHead, recordChange, verifyChain } from '../../audit/index.ts'
import { anchorWords, sendAnchors } from './send-anchors.ts'

describe('the daily mail of the audit trail', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const add = (address: string, once = newId()) => ({ once, address })
  const mailsOf = async (of: SmallPartnership) => {
    const { world } = await theHouse()
    return inScope(world.db, wholePartnership(of.id), (tx) =>
      tx.selectFrom('message').select(['to_address', 'body']).where('purpose', '=', 'audit-anchor').execute(),
    )
  }

  test('the manager says where it goes, sees who added it, and takes it away; the trail tells both', async () => {
    const added = await sendAndFollow(town.manager, '/audit/anchors', add('audit@council.example'))
    assert.match(wordsOf(added.html), /first mail tomorrow.*audit@council\.example 15 October 2014 by Mina Manager/)
    const action = /action="(\/audit\/anchors\/[^"]+\/end)"/.exec(added.html)?.[1] ?? ''
    const ended = await sendAndFollow(town.manager, action, { once: newId() })
    assert.match(wordsOf(ended.html), /Nobody gets the mail yet/)
    assert.equal((await send(town.manager, action, { once: newId() })).status, 404)
    const trail = wordsOf((await visit(town.manager, '/audit?words=audit@council.example')).html)
    assert.match(trail, /2 entries found/)
  })

  test('an address that is none, or is there already in other letters, is refused in words', async () => {
    const here = await aSmallPartnership()
    await sendAndFollow(here.manager, '/audit/anchors', add('dpo@council.example'))
    const none = await send(here.manager, '/audit/anchors', add('<script>@'))
    assert.deepEqual(
      [none.status, problemsOn(none.html)],
      [422, ['address: Write the address like name@council.gov.uk']],
    )
    const twice = await send(here.manager, '/audit/anchors', add('DPO@council.example'))
    assert.deepEqual(problemsOn(twice.html), ['address: This address gets the mail already'])
  })

  test('each address gets one mail a day, and the anchor in it proves later that no end was cut off', async () => {
    const here = await aSmallPartnership()
    const { world, database } = await theHouse()
    for (const address of ['one@council.example', 'two@council.example'])
      await sendAndFollow(here.manager, '/audit/anchors', add(address))
    for (let times = 0; times < 3; times++) await sendAnchors(world, day('2014-10-16'))
    const mails = await mailsOf(here)
    assert.deepEqual(mails.map(({ to_address }) => to_address).sort(), ['one@council.example', 'two@council.example'])
    await sendAnchors(world, day('2014-10-17'))
    assert.equal((await mailsOf(here)).length, 4)
    const anchor = parseHead(/^\d+:[0-9a-f]{64}$/m.exec(mails[0]?.body ?? '')?.[0] ?? '')
    assert.ok(anchor)
    const verify = () => inScope(world.db, wholePartnership(here.id), (tx) => verifyChain(tx, anchor))
    const subject = { kind: 'plan', id: newId() }
    await inScope(world.db, wholePartnership(here.id), (tx) =>
      recordChange(tx, world, here.manager.member, { what: 'went on working', subject }),
    )
    assert.ok(!isBreak(await verify()))
    await database.owner(async (owner) => {
      for (const table of ['audit_link', 'audit_detail', 'audit_entry'] as const)
        await owner.deleteFrom(table).where('partnership_id', '=', here.id).execute()
    })
    assert.ok(isBreak(await verify()), 'a trail that was cut off is told from one that is whole')
  })

  test('a partnership that chose nobody sends nothing', async () => {
    const here = await aSmallPartnership()
    await sendAnchors((await theHouse()).world, day('2014-10-16'))
    assert.deepEqual(await mailsOf(here), [])
  })

  test('the mail says where the trail stood and how to check it, and names nobody', () => {
    const anchor = `7:${'a'.repeat(64)}`
    assert.equal(
      anchorWords('Thurrock', anchor, day('2014-10-16')),
      `On 16 October 2014 the audit trail of Thurrock stood at:\n\n${anchor}\n\nKeep this mail. To check later that nothing up to here was changed or cut off, have whoever runs Trellis run this: bin/trellis verify --partnership "Thurrock" --anchor ${anchor}`,
    )
  })
})
