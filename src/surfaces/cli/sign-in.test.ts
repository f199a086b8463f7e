import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { listHas } from '../../platform/hash-list.ts'
import { run } from './run.ts'

const hash = (words: string) => createHash('sha1').update(words).digest('hex').toUpperCase()

describe('what the operator decides of signing in', () => {
  let folder = ''
  const before_ = { dataDir: process.env.DATA_DIR, url: process.env.DATABASE_URL }
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-sign-in-'))
    process.env.DATA_DIR = join(folder, 'data')
    delete process.env.DATABASE_URL
  })
  after(async () => {
    if (before_.dataDir === undefined) delete process.env.DATA_DIR
    else process.env.DATA_DIR = before_.dataDir
    if (before_.url !== undefined) process.env.DATABASE_URL = before_.url
    await rm(folder, { recursive: true, force: true })
  })

  it('loads a list of breached passwords, and names the line that is none', async () => {
    const list = join(folder, 'pwned.txt')
    const lines = ['tractor purple ladder', 'seldom seen', 'often seen'].map(
      (words) => `${hash(words)}:${words === 'seldom seen' ? 1 : 9}`,
    )
    const inOrder = lines.toSorted()
    await writeFile(list, `${inOrder.join('\r\n')}\r\n`)
    const loaded = await run(['passwords', 'load', list, '--seen-at-least', '2'])
    assert.equal(loaded.code, 0, loaded.error ?? '')
    assert.match(loaded.out ?? '', /^2 breached passwords are loaded into /)
    const kept = join(folder, 'data', 'breached-passwords.list')
    assert.equal(await listHas(kept, 'often seen'), true)
    assert.equal(await listHas(kept, 'seldom seen'), false)

    await writeFile(list, `${inOrder[0]}\nnot a hash\n`)
    const bad = await run(['passwords', 'load', list])
    assert.deepEqual([bad.code, bad.out], [2, undefined])
    assert.match(bad.error ?? '', /pwned\.txt, line 2: this is no SHA-1 .* Nothing was loaded\.$/)
    await writeFile(list, `${inOrder.toReversed().join('\n')}\n`)
    assert.match((await run(['passwords', 'load', list])).error ?? '', /line 2: the hashes are not in order/)
    assert.equal(await listHas(kept, 'often seen'), true)
    assert.match((await run(['passwords', 'load', join(folder, 'none')])).error ?? '', /could not be loaded .*ENOENT/)
    assert.match((await run(['passwords', 'load'])).error ?? '', /Say which file/)
    assert.match((await run(['passwords', 'load', list, '--seen-at-least', '0'])).error ?? '', /no number from 1 on/)
  })

  it('vouches for a domain, withdraws it, and lifts a demand, each with a sentence when there is nothing to do', async () => {
    const add = ['--name', 'Ada Admin', '--email', 'ada@saltern.example', '--role', 'manager']
    assert.equal((await run(['user', 'add', '--partnership', 'Saltern', ...add])).code, 0)
    const said = async (...words: string[]) => {
      const { code, out, error } = await run(['sign-in', ...words])
      return `${code} ${out ?? error}`.trim()
    }
    const of = ['--partnership', 'saltern']
    const domain = ['--domain', '@Police.example']
    assert.equal(await said('vouch', ...of, ...domain), '0 police.example is Saltern’s')
    assert.match(await said('vouch', ...of, ...domain), /^2 police.example is Saltern’s already/)
    assert.equal(await said('withdraw', ...of, ...domain), '0 police.example is not Saltern’s any more')
    assert.match(await said('withdraw', ...of, ...domain), /^2 police.example is not Saltern’s already/)
    assert.match(await said('vouch', ...of, '--domain', 'police'), /^2 "police" is no domain of mail/)
    assert.match(await said('vouch', '--domain', 'police.example'), /^2 Say which partnership/)
    assert.match(await said('vouch', '--partnership', 'Nowhere', ...domain), /^2 No partnership is called "Nowhere"/)
    assert.match(await said('lift-demand', ...of), /^2 Saltern demands nothing more/)
  })
})
