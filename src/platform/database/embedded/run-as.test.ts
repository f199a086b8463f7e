import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { answers, dataFolders, giveTo } from '../../../../test/support/data-folders.ts'
import { holdDatabase } from '../../../../test/support/database-holder.ts'

const isRoot = process.getuid?.() === 0
const PLAIN_USER = { uid: 54_321, gid: 54_321 }
const goThere = ['-c', 'cd "$1"', 'sh', import.meta.dirname]
const plainUserCanReachUs = isRoot && spawnSync('/bin/sh', goThere, { ...PLAIN_USER, cwd: '/' }).status === 0

const folders = dataFolders()
before(async () => {
  const database = await folders.open(folders.at('kept'))
  await database.close()
})

describe('the user who runs the embedded database', () => {
  const skip = isRoot ? false : 'only root can try other users'
  const skipPlain = skip || (plainUserCanReachUs ? false : 'no other user may enter the folder of this checkout')

  test('is not root when Trellis is', { skip }, async () => {
    const dataDir = folders.at('kept')
    assert.notEqual((await stat(join(dataDir, 'postgres'))).uid, 0)
  })

  test('is the user of Trellis when that is not root; root then uses the same database beside', {
    skip: skipPlain,
  }, async () => {
    const dataDir = folders.at('of a user')
    await folders.copy(folders.at('kept'), dataDir)
    await giveTo(dataDir, PLAIN_USER)
    const theirs = await holdDatabase(dataDir, PLAIN_USER)
    assert.equal(theirs.said, 'open')
    const mine = await folders.open(dataDir)
    await theirs.close()
    assert.deepEqual(await answers(mine), [{ one: 1 }])
    await mine.close()

    const again = await holdDatabase(dataDir, PLAIN_USER)
    assert.equal(again.said, 'open')
    await again.close()
  })

  test('is told when the database is another user’s', { skip: skipPlain }, async () => {
    const dataDir = folders.at('kept')
    const theirs = await holdDatabase(dataDir, PLAIN_USER)
    assert.match(theirs.said, /belongs to another user of this machine/)
    await theirs.close()
  })

  test('need not be able to enter root’s own folders: a note says where the database is', { skip }, async () => {
    const closed = folders.at('closed')
    await mkdir(closed, { mode: 0o700 })
    const dataDir = join(closed, 'data')
    const database = await folders.open(dataDir)
    const [elsewhere = ''] = (await readFile(join(dataDir, 'postgres-is-elsewhere.txt'), 'utf8')).split('\n')
    try {
      assert.match(elsewhere, /^\/var\/lib\/trellis\//)
      assert.deepEqual(await answers(database), [{ one: 1 }])
      await database.close()
      const again = await folders.open(dataDir)
      assert.deepEqual(await answers(again), [{ one: 1 }])
      await again.close()
    } finally {
      await database.close()
      await rm(elsewhere, { recursive: true, force: true })
    }
  })
})
