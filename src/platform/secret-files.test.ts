import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readConfig } from '../config.ts'
import { SECRET_SETTINGS, withSecretFiles } from './secret-files.ts'

describe('secrets in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-secrets-'))
  after(() => rmSync(folder, { recursive: true }))
  const fileOf = (words: string) => {
    const path = join(folder, crypto.randomUUID())
    writeFileSync(path, words)
    return path
  }
  const messageFor = (environment: Record<string, string>) => {
    const read = withSecretFiles(environment)
    return read.ok ? '' : read.refusal.message
  }

  test('are read as the settings they stand for, without the end of their line', () => {
    const secret = 'of thirty-two letters and some more'
    const read = withSecretFiles({ PORT: '8080', SECRET_FILE: fileOf(`${secret}\n`) })
    const config = read.ok ? readConfig(read.value) : read
    assert.ok(config.ok)
    assert.deepEqual([config.value.secret, config.value.port], [secret, 8080])
  })

  test('each secret setting may stand in one', () => {
    for (const name of SECRET_SETTINGS) {
      const read = withSecretFiles({ [`${name}_FILE`]: fileOf('words') })
      assert.equal(read.ok && read.value[name], 'words')
    }
  })

  test('that are empty, not there, or beside the setting itself are refused in a sentence without the secret', () => {
    assert.match(
      messageFor({ SECRET_FILE: join(folder, 'none') }),
      /^SECRET_FILE leads to .*, which cannot be read \(ENOENT\)/,
    )
    assert.match(messageFor({ SMTP_URL_FILE: fileOf('\n') }), /^SMTP_URL_FILE leads to .*, which is empty\.$/)
    const both = { NOTIFY_KEY: 'a', NOTIFY_KEY_FILE: fileOf('hidden') }
    assert.equal(messageFor(both), 'Set NOTIFY_KEY or NOTIFY_KEY_FILE, not both.')
  })
})
