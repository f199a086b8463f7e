import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { listHas, writeList } from './hash-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'trellis-hashes-'))
after(() => rm(folder, { recursive: true }))

const hash = (words: string) => createHash('sha1').update(words).digest('hex').toUpperCase()
const WORDS = Array.from({ length: 25_000 }, (_, at) => `word ${at}`)
const LINES = WORDS.map((word, at) => `${hash(word)}:${at % 10}`).sort()

describe('a list of hashes', () => {
  const path = join(folder, 'list')

  test('has what was put in, first and last and between, and nothing else', async () => {
    assert.equal(await writeList(path, LINES), WORDS.filter((_, at) => at % 10 >= 1).length)
    for (const at of [1, 2, 11_111, 24_999]) assert.equal(await listHas(path, `word ${at}`), true, `${at}`)
    for (const word of ['', 'word', 'word 25000', 'Word 1']) assert.equal(await listHas(path, word), false, word)
  })

  test('leaves out what was seen too seldom', async () => {
    assert.equal(await writeList(path, LINES, 9), 2500)
    assert.equal(await listHas(path, 'word 9'), true)
    assert.equal(await listHas(path, 'word 8'), false)
  })

  test('that is not there has nothing, and an empty one neither', async () => {
    assert.equal(await listHas(join(folder, 'none'), 'word 1'), false)
    await writeList(join(folder, 'empty'), [])
    assert.equal(await listHas(join(folder, 'empty'), 'word 1'), false)
  })

  test('is left as it was when a line is no hash or stands out of order', async () => {
    await writeList(path, LINES)
    assert.deepEqual(await writeList(path, ['not a hash']), { line: 1, why: 'no-hash' })
    assert.deepEqual(await writeList(path, [hash('b'), hash('a')].sort().reverse()), { line: 2, why: 'out-of-order' })
    assert.equal(await listHas(path, 'word 1'), true)
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.endsWith('.draft')),
      [],
    )
  })
})
