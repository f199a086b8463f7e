import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type ClamdServer, EICAR, startClamd } from '../../../test/support/clamd-server.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../test/support/partnership.ts'
import { aDuty, write } from '../../../test/support/partnership-duty.ts'
import { send, visit } from '../../../test/support/visit.ts'
import { setClock, setScanner, theHouse } from '../../../test/support/visit-house.ts'
import { linksOn, wordsOf } from '../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { clamdScanner } from '../../platform/scanner/clamd.ts'
import type { Scanner } from '../../platform/scanner/scanner.ts'
import { scanWaitingFiles } from './keep-scanning.ts'

describe('scanning files for viruses', () => {
  let clamd: ClamdServer
  let scanner: Scanner
  let town: SmallPartnership
  before(async () => {
    clamd = await startClamd()
    scanner = clamdScanner({ host: '127.0.0.1', port: clamd.port }, { silenceMs: 200, totalMs: 5000 })
    town = await aSmallPartnership()
  })
  after(() => clamd.close())
  beforeEach(() => {
    clamd.setManner('well')
    setScanner(scanner)
  })

  const file = (name: string, words: string) => ({ name, type: 'text/plain', content: Buffer.from(words) })
  /** An update with evidence, sent; where its page and its action's page are, and the file. */
  const sendEvidence = async (name: string, words: string) => {
    const point = await aDuty(town)
    assert.equal((await write(town.lead, point, {}, { evidence: file(name, words) })).status, 303)
    const links = linksOn((await visit(town.viewer, `/updates/${point}`)).html)
    const { world } = await theHouse()
    const [row] = await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('stored_file').select('id').where('name', '=', name).execute(),
    )
    return { action: links.find((to) => to.startsWith('/actions/')) ?? '', href: `/files/${row?.id}` }
  }
  const scansOf = async (href: string) => {
    const { world } = await theHouse()
    return inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('file_scan').select(['outcome', 'words']).where('file_id', '=', href.slice(7)).execute(),
    )
  }

  test('a clean file is handed out, and the action says when it was found so, and with which signatures', async () => {
    const { action, href } = await sendEvidence('hubs.txt', 'Two hubs')
    const words = wordsOf((await visit(town.viewer, action)).html)
    assert.match(words, /hubs\.txt Text, 8 bytes, Lena Lead, 15 October 2014 at 10:00/)
    assert.match(words, /No virus found, 15 October 2014 at 10:00, by ClamAV 1\.4\.6, signatures 27700/)
    assert.match(words, /Checksum of hubs\.txt [0-9a-f]{64} \(SHA-256\)/)
    assert.equal((await visit(town.viewer, href)).body.toString(), 'Two hubs')
  })

  test('a file with something in it is kept away from everybody, and named to the manager', async () => {
    const { action, href } = await sendEvidence('invoice.txt', EICAR)
    for (const as of [town.viewer, town.lead, town.chair, town.manager]) {
      const refused = await visit(as, href)
      assert.equal(refused.status, 403)
      assert.match(wordsOf(refused.html), /This file is kept away The virus scanner found Win\.Test\.EICAR_HDB-1/)
      assert.ok(!linksOn((await visit(as, action)).html).includes(href), 'no link leads to it')
    }
    assert.match(wordsOf((await visit(town.viewer, action)).html), /invoice\.txt Kept away/)
    assert.match(wordsOf((await visit(town.manager, '/updates')).html), /The virus scanner found something in 1 file/)
    assert.doesNotMatch(wordsOf((await visit(town.lead, '/updates')).html), /virus scanner/)
    assert.match(
      wordsOf((await visit(town.manager, '/files')).html),
      /invoice\.txt Lena Lead 15 October 2014 at 10:00 The virus scanner found Win\.Test\.EICAR_HDB-1/,
    )
    assert.match(wordsOf((await visit(town.manager, '/audit')).html), /Kept a file away that is not safe/)
    setScanner()
    assert.equal((await visit(town.viewer, href)).status, 403, 'taking the scanner away does not bring the file back')
  })

  test('while the scanner is away a file waits; it is asked again, not at once but later, and then handed out', async () => {
    clamd.setManner('hangs-up')
    const { action, href } = await sendEvidence('waits.txt', 'Two hubs')
    assert.equal((await visit(town.viewer, href)).status, 403)
    assert.match(wordsOf((await visit(town.viewer, action)).html), /could not be asked, .* It is asked again by itself/)
    assert.match(wordsOf((await visit(town.manager, '/files')).html), /waits\.txt/)
    const { world } = await theHouse()
    clamd.setManner('well')
    setClock('2014-10-15T09:00:30Z')
    await scanWaitingFiles(world)
    assert.equal((await visit(town.viewer, href)).status, 403, 'half a minute is too soon')
    setClock('2014-10-15T09:01:00Z')
    await scanWaitingFiles(world)
    assert.equal((await visit(town.viewer, href)).status, 200)
    assert.deepEqual(
      (await scansOf(href)).map(({ outcome }) => outcome).sort(),
      ['clean', 'not-reached'],
      'each answer is kept',
    )
    assert.equal(await scanWaitingFiles(world), 0, 'what is clean is not asked about again')
  })

  test('files kept before there was a scanner wait until it has seen them', async () => {
    setScanner()
    const { action, href } = await sendEvidence('before.txt', 'Two hubs')
    assert.match(wordsOf((await visit(town.viewer, action)).html), /Not scanned for viruses: no scanner is set up here/)
    assert.equal((await visit(town.viewer, href)).status, 200)
    setScanner(scanner)
    const refused = await visit(town.viewer, href)
    assert.match(wordsOf(refused.html), /This file cannot be opened yet Waits for the virus scanner/)
    await scanWaitingFiles((await theHouse()).world)
    assert.equal((await visit(town.viewer, href)).status, 200)
  })

  test('a plan with something in it is not read, and says why', async () => {
    const sent = await send(town.manager, '/documents', { once: newId() }, { document: file('plan.md', EICAR) })
    const { html } = await visit(town.manager, sent.location)
    assert.match(wordsOf(html), /The virus scanner found Win\.Test\.EICAR_HDB-1 in plan\.md, so it was not read/)
  })

  test('a plan is not read while the scanner is away', async () => {
    clamd.setManner('hangs-up')
    const sent = await send(town.manager, '/documents', { once: newId() }, { document: file('later.md', '# A plan') })
    assert.match(wordsOf((await visit(town.manager, sent.location)).html), /could not be asked about later\.md/)
  })

  test('a manager of a partnership without a scanner is told that nothing is scanned', async () => {
    setScanner()
    assert.match(wordsOf((await visit(town.manager, '/files')).html), /invoice\.txt|No file is kept away/)
    const other = await aSmallPartnership()
    assert.match(wordsOf((await visit(other.manager, '/files')).html), /Files are not scanned for viruses here/)
  })
})
