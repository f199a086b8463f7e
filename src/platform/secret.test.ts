import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { installationSecret, secretFor } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'trellis-secret-'))
after(() => rm(folder, { recursive: true }))

describe('the installation’s secret', () => {
  test('is made once, though five processes start together, and only its owner can read it', async () => {
    const dataDir = join(folder, 'data')
    const secrets = await Promise.all(Array.from({ length: 5 }, () => installationSecret({ dataDir, secret: null })))
    assert.equal(new Set(secrets).size, 1)
    assert.equal(secrets[0]?.length, 43)
    assert.deepEqual(await readdir(dataDir), ['secret'])
    assert.equal((await stat(join(dataDir, 'secret'))).mode & 0o777, 0o600)
  })

  test('is the one that was set, and then none is kept', async () => {
    const dataDir = join(folder, 'none')
    assert.equal(await installationSecret({ dataDir, secret: 'set by hand' }), 'set by hand')
    await assert.rejects(stat(dataDir), { code: 'ENOENT' })
  })

  test('gives each purpose another one, the same every time', () => {
    assert.equal(secretFor('pages', 'secret'), secretFor('pages', 'secret'))
    assert.notEqual(secretFor('pages', 'secret'), secretFor('mail', 'secret'))
  })
})
