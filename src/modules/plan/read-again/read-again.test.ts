import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { linksOn, problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findChanges } from '../../audit/index.ts'
import { discardDraft } from '../discard-draft/discard-draft.ts'
import { findPlans } from '../plan.store.ts'
import { aReadDraft } from '../upload-document/read-draft.factory.ts'
import { uploadDocument } from '../upload-document/upload-document.ts'
import { readAgain } from './read-again.ts'

const aPlan = () =>
  `# Plan ${newId()} for Testing, April 2014 to March 2015\n\n| Ref | Action | When |\n|---|---|---|\n| 1.1 | Open a hub | June 2014 |\n`
const asFile = (text: string, name: string) => ({
  name,
  type: 'text/markdown',
  content: new TextEncoder().encode(text),
})

describe('a document that was handed over before', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const draftOf = async (text: string, name = 'plan.md') =>
    aReadDraft((await theHouse()).world, town.manager.member, text, name)
  const handOver = (text: string, name: string, of = town) =>
    send(of.manager, '/documents', { once: newId() }, { document: asFile(text, name) })
  const countPlans = async () =>
    (await inScope((await theHouse()).world.db, wholePartnership(town.id), findPlans)).length

  test('is known by its bytes whatever it is called, and leads to the draft it became', async () => {
    const text = aPlan()
    const draft = await draftOf(text)
    const had = await countPlans()
    const sent = await handOver(text, 'plan final <v2>.md')
    assert.match(sent.location, /^\/documents\/[^/]+\/again\?as=/)
    const { html } = await visit(town.manager, sent.location)
    assert.match(wordsOf(html), /“plan final <v2>\.md” is, byte for byte, a document that Trellis has already/)
    assert.match(wordsOf(html), /Handed over as plan\.md by Mina Manager on/)
    assert.ok(linksOn(html).includes(`/plans/${draft}/review`))
    assert.equal(await countPlans(), had, 'nothing was read')
  })

  test('is read once more as a draft of its own when somebody says so, once however often the form is sent', async () => {
    const text = aPlan()
    const draft = await draftOf(text)
    const { location } = await handOver(text, 'again.md')
    const had = await countPlans()
    const { html } = await visit(town.manager, location)
    const fields = { once: valueOn(html, 'once') ?? '', name: valueOn(html, 'name') ?? '' }
    const url = location.replace(/\?.*/, '')
    const [first, second] = [await send(town.manager, url, fields), await send(town.manager, url, fields)]
    assert.deepEqual([first.status, second.status], [303, 303])
    for (let looks = 0; looks < 200 && (await countPlans()) === had; looks++)
      await new Promise((wake) => setTimeout(wake, 100))
    assert.equal(await countPlans(), had + 1)
    const known = wordsOf((await visit(town.manager, location)).html)
    assert.match(known, /Handed over as again\.md .*Handed over as plan\.md/)
    assert.equal((await visit(town.manager, `/plans/${draft}/review`)).status, 200)
  })

  test('whose draft was discarded is read as any other', async () => {
    const text = aPlan()
    const draft = await draftOf(text)
    await discardDraft((await theHouse()).world, town.manager.member, draft)
    assert.match((await handOver(text, 'plan.md')).location, /^\/(?:readings|plans)\//)
  })

  test('by another partnership is unknown here', async () => {
    const text = aPlan()
    await draftOf(text)
    const elsewhere = await aSmallPartnership()
    assert.match((await handOver(text, 'plan.md', elsewhere)).location, /^\/(?:readings|plans)\//)
  })
})

describe('a partnership that keeps as many files as it may', () => {
  test('is told so in a sentence, and nothing is kept or read', async () => {
    const town = await aSmallPartnership()
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx
        .insertInto('stored_file')
        .values(
          [1, 2, 3].map(() => ({
            partnership_id: town.id,
            id: newId(),
            name: 'large.pdf',
            media_type: 'application/pdf',
            bytes: 1_666_666_666,
            sha256: newId(),
            content: Buffer.from('large'),
            added_at: world.now().toString(),
            added_by: null,
          })),
        )
        .execute(),
    )
    const sent = await send(town.manager, '/documents', { once: newId() }, { document: asFile(aPlan(), 'plan.md') })
    assert.equal(sent.status, 422)
    assert.deepEqual(problemsOn(sent.html), [
      'document: There is no room for this document: your partnership keeps 5.0 GB of files, and 5.0 GB is the most it may. Ask whoever looks after Trellis for more room',
    ])
    assert.deepEqual(await inScope(world.db, wholePartnership(town.id), findPlans), [])
  })

  test('of two documents that come at once into the last gap, one is taken', async () => {
    const town = await aSmallPartnership()
    const { world } = await theHouse()
    const [one, other] = [aPlan(), aPlan()]
    const tight = { ...world, mostStoredBytes: one.length + other.length - 1 }
    const taken = await Promise.all(
      [one, other].map((text) =>
        uploadDocument(tight, town.manager.member, { file: asFile(text, 'plan.md'), formKey: newId() }),
      ),
    )
    assert.deepEqual(taken.map(({ ok }) => ok).sort(), [false, true])
  })

  test('reads no document once more either, and who asked for one is known', async () => {
    const town = await aSmallPartnership()
    const { world } = await theHouse()
    const file = asFile(aPlan(), 'plan.md')
    await aReadDraft(world, town.manager.member, file.content)
    const known = await uploadDocument(world, town.manager.member, { file, formKey: newId() })
    assert.ok(!known.ok && known.refusal.kind === 'known')
    const again = { fileId: known.refusal.fileId, name: '', formKey: newId() }
    const kept = await readAgain(world, town.manager.member, again)
    assert.ok(kept.ok)
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [kept.value], 5))
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['asked to read a document once more'],
    )
    const another = { ...again, formKey: newId() }
    const full = await readAgain({ ...world, mostStoredBytes: file.content.length }, town.manager.member, another)
    assert.ok(!full.ok && full.refusal.kind === 'file-refused')
  })
})
