import assert from 'node:assert/strict'
import { cp, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { answers, dataFolders, giveTo, serverOf } from '../../../../test/support/data-folders.ts'
import { holdDatabase } from '../../../../test/support/database-holder.ts'
import type { Database } from '../index.ts'

const folders = dataFolders()

const remember = (database: Database) =>
  database.owner((owner) => sql`create table if not exists remembered (id int)`.execute(owner))

const remembers = (database: Database) =>
  database.owner((owner) => sql`select to_regclass('remembered') is not null as yes`.execute(owner))

describe('the embedded database', () => {
  test('makes itself on the first start, stops with its only user, and keeps what it was told', async () => {
    const dataDir = folders.at('kept')
    const first = await folders.open(dataDir)
    assert.deepEqual(await answers(first), [{ one: 1 }])
    await remember(first)
    await first.close()
    assert.equal(await serverOf(dataDir), null)

    const second = await folders.open(dataDir)
    assert.deepEqual((await remembers(second)).rows, [{ yes: true }])
    await second.close()
  })

  test('listens on no port, and nobody else can enter its folders', async () => {
    const dataDir = folders.at('kept')
    const database = await folders.open(dataDir)
    const { rows } = await sql`select current_setting('listen_addresses') as addresses`.execute(database.app)
    assert.deepEqual(rows, [{ addresses: '' }])
    for (const name of ['postgres', 'postgres-socket']) {
      assert.equal((await stat(join(dataDir, name))).mode & 0o777, 0o700)
    }
    await database.close()
  })

  test('serves a second process beside the first, and stops with the last one out, whichever that is', async () => {
    const dataDir = folders.at('kept')
    const mine = await folders.open(dataDir)
    const other = await holdDatabase(dataDir)
    assert.equal(other.said, 'open')
    await mine.close()
    assert.notEqual(await serverOf(dataDir), null)
    await other.close()
    assert.equal(await serverOf(dataDir), null)
  })

  test('outlives a process that is killed; the next one attaches to it, and stops it at its end', async () => {
    const dataDir = folders.at('kept')
    const killed = await holdDatabase(dataDir)
    const server = await serverOf(dataDir)
    await killed.kill()
    assert.equal(await serverOf(dataDir), server)

    const next = await folders.open(dataDir)
    assert.equal(await serverOf(dataDir), server)
    await next.close()
    assert.equal(await serverOf(dataDir), null)
  })

  test('is started again when it is killed: requests fail meanwhile, and then succeed', async () => {
    const dataDir = folders.at('kept')
    const words: string[] = []
    const database = await folders.open(dataDir, (said) => words.push(said))
    const killed = await serverOf(dataDir)
    assert.ok(killed)
    const asking = sql`select pg_sleep(10)`.execute(database.app)
    const failing = assert.rejects(asking)
    await pause(100)
    process.kill(killed, 'SIGKILL')
    await failing
    await untilAnswered(database)
    assert.notEqual(await serverOf(dataDir), killed)
    assert.deepEqual(words, ['The database server went away; Trellis starts it again'])
    await database.close()
    assert.equal(await serverOf(dataDir), null)
  })

  test('starts although a crash left the mark of a process number that is another program’s by now', async () => {
    const dataDir = folders.at('kept')
    const cluster = join(dataDir, 'postgres')
    const mark = [process.ppid, cluster, 1, 5432, join(dataDir, 'postgres-socket'), '', ''].join('\n')
    await writeFile(join(cluster, 'postmaster.pid'), mark, { mode: 0o600 })
    await giveTo(join(cluster, 'postmaster.pid'), await stat(cluster))
    const database = await folders.open(dataDir)
    assert.deepEqual(await answers(database), [{ one: 1 }])
    await database.close()
  })

  test('closing while others come and go never leaves a process without its database', async () => {
    const dataDir = folders.at('kept')
    const comeAndGo = async () => {
      for (let turn = 0; turn < 6; turn++) {
        const database = await folders.open(dataDir)
        assert.deepEqual(await answers(database), [{ one: 1 }])
        await database.close()
      }
    }
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()])
    assert.equal(await serverOf(dataDir), null)
  })

  test('a copy of its folder, taken while it runs, is a database of its own', async () => {
    const mark = join('postgres', 'postmaster.pid')
    await folders.copy(folders.at('kept'), folders.at('copied'))
    const original = await folders.open(folders.at('kept'))
    await cp(join(folders.at('kept'), mark), join(folders.at('copied'), mark))
    await giveTo(join(folders.at('copied'), mark), await stat(join(folders.at('copied'), 'postgres')))
    const copy = await folders.open(folders.at('copied'))
    const { rows } = await copy.owner((owner) => sql`select current_setting('data_directory') as place`.execute(owner))
    assert.deepEqual(rows, [{ place: join(folders.at('copied'), 'postgres') }])
    await Promise.all([original.close(), copy.close()])
  })

  test('two first starts at once share one database', async () => {
    const dataDir = folders.at('together')
    const [mine, other] = await Promise.all([folders.open(dataDir), holdDatabase(dataDir)])
    assert.equal(other.said, 'open')
    assert.deepEqual(await answers(mine), [{ one: 1 }])
    await Promise.all([mine.close(), other.close()])
    assert.equal(await serverOf(dataDir), null)
  })

  test('works in a folder whose name is too long for a socket', async () => {
    const dataDir = join(folders.at('a folder with a long name'), 'x'.repeat(90))
    await folders.copy(folders.at('kept'), dataDir)
    const database = await folders.open(dataDir)
    assert.deepEqual(await answers(database), [{ one: 1 }])
    await database.close()
  })

  test('says in a sentence that it did not start, with the server’s own last words', async () => {
    const dataDir = folders.at('broken')
    await folders.copy(folders.at('kept'), dataDir)
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = plenty\n')
    await assert.rejects(folders.open(dataDir), /did not start\. Its last words:[\s\S]*shared_buffers/)
  })

  test('says in a sentence that another PostgreSQL made its data', async () => {
    const dataDir = folders.at('older')
    await folders.copy(folders.at('kept'), dataDir)
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
    await assert.rejects(folders.open(dataDir), /was made by PostgreSQL 17/)
  })
})

async function untilAnswered(database: Database): Promise<void> {
  const giveUpAt = performance.now() + 20_000
  while (performance.now() < giveUpAt) {
    try {
      await answers(database)
      return
    } catch {
      await pause(50)
    }
  }
  throw new Error('The database did not come back')
}
