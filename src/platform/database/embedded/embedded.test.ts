import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type DatabaseHolder, holdDatabase } from '../../../../test/support/database-holder.ts'
import { type Database, openDatabase } from '../index.ts'
import { runs } from './files.ts'
import { isServerOf } from './process-list.ts'

const isRoot = process.getuid?.() === 0
const PLAIN_USER = { uid: 54_321, gid: 54_321 }
const plainUserCanReachUs = isRoot && (await runs('/bin/sh', ['-c', 'cd "$1"', 'sh', import.meta.dirname], PLAIN_USER))

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trellis-embedded-'))
  await chmod(folder, 0o755)
})
after(() => rm(folder, { recursive: true, force: true }))

const opened: Database[] = []
afterEach(() => Promise.all(opened.splice(0).map((database) => database.close())))

async function open(dataDir: string, watcher: (words: string) => void = () => undefined): Promise<Database> {
  const settings = { databaseUrl: null, secret: null, poolSize: 2, applicationName: 'test' }
  const database = await openDatabase({ ...settings, dataDir, watcher })
  opened.push(database)
  return database
}

/** The process number of the server that runs a data folder's database; null when none does. */
async function serverOf(dataDir: string): Promise<number | null> {
  const cluster = join(dataDir, 'postgres')
  const mark = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(mark.split('\n')[0])
  return pid > 0 && (await isServerOf(pid, cluster)) ? pid : null
}

const answers = (database: Database) => sql`select 1 as one`.execute(database.app).then(({ rows }) => rows)

const remember = (database: Database) =>
  database.owner((owner) => sql`create table if not exists remembered (id int)`.execute(owner))

const remembers = (database: Database) =>
  database.owner((owner) => sql`select to_regclass('remembered') is not null as yes`.execute(owner))

describe('the embedded database', () => {
  test('makes itself on the first start, stops with its only user, and keeps what it was told', async () => {
    const dataDir = join(folder, 'kept')
    const first = await open(dataDir)
    assert.deepEqual(await answers(first), [{ one: 1 }])
    await remember(first)
    await first.close()
    assert.equal(await serverOf(dataDir), null)

    const second = await open(dataDir)
    assert.deepEqual((await remembers(second)).rows, [{ yes: true }])
    await second.close()
  })

  test('listens on no port, and nobody else can enter its folders', async () => {
    const dataDir = join(folder, 'kept')
    const database = await open(dataDir)
    const { rows } = await sql`select current_setting('listen_addresses') as addresses`.execute(database.app)
    assert.deepEqual(rows, [{ addresses: '' }])
    for (const name of ['postgres', 'postgres-socket']) {
      assert.equal((await stat(join(dataDir, name))).mode & 0o777, 0o700)
    }
    await database.close()
  })

  test('serves a second process beside the first, and stops with the last one out, whichever that is', async () => {
    const dataDir = join(folder, 'kept')
    const mine = await open(dataDir)
    const other = await holdDatabase(dataDir)
    assert.equal(other.said, 'open')
    await mine.close()
    assert.notEqual(await serverOf(dataDir), null)
    await other.close()
    assert.equal(await serverOf(dataDir), null)
  })

  test('outlives a process that is killed; the next one attaches to it, and stops it at its end', async () => {
    const dataDir = join(folder, 'kept')
    const killed = await holdDatabase(dataDir)
    const server = await serverOf(dataDir)
    await killed.kill()
    assert.equal(await serverOf(dataDir), server)

    const next = await open(dataDir)
    assert.equal(await serverOf(dataDir), server)
    await next.close()
    assert.equal(await serverOf(dataDir), null)
  })

  test('is started again when it is killed: requests fail meanwhile, and then succeed', async () => {
    const dataDir = join(folder, 'kept')
    const words: string[] = []
    const database = await open(dataDir, (said) => words.push(said))
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
    const dataDir = join(folder, 'kept')
    const cluster = join(dataDir, 'postgres')
    const mark = [process.ppid, cluster, 1, 5432, join(dataDir, 'postgres-socket'), '', ''].join('\n')
    await writeFile(join(cluster, 'postmaster.pid'), mark, { mode: 0o600 })
    if (isRoot) await ownedBy(join(cluster, 'postmaster.pid'), await stat(cluster))
    const database = await open(dataDir)
    assert.deepEqual(await answers(database), [{ one: 1 }])
    await database.close()
  })

  test('closing while others come and go never leaves a process without its database', async () => {
    const dataDir = join(folder, 'kept')
    const comeAndGo = async () => {
      for (let turn = 0; turn < 6; turn++) {
        const database = await open(dataDir)
        assert.deepEqual(await answers(database), [{ one: 1 }])
        await database.close()
      }
    }
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()])
    assert.equal(await serverOf(dataDir), null)
  })

  test('a copy of its folder, taken while it runs, is a database of its own', async () => {
    const mark = join('postgres', 'postmaster.pid')
    await copyOfKept(join(folder, 'copied'))
    const original = await open(join(folder, 'kept'))
    await cp(join(folder, 'kept', mark), join(folder, 'copied', mark))
    if (isRoot) await ownedBy(join(folder, 'copied', mark), await stat(join(folder, 'copied', 'postgres')))
    const copy = await open(join(folder, 'copied'))
    const { rows } = await copy.owner((owner) => sql`select current_setting('data_directory') as place`.execute(owner))
    assert.deepEqual(rows, [{ place: join(folder, 'copied', 'postgres') }])
    await Promise.all([original.close(), copy.close()])
  })

  test('two first starts at once share one database', async () => {
    const dataDir = join(folder, 'together')
    const [mine, other] = await Promise.all([open(dataDir), holdDatabase(dataDir)])
    assert.equal(other.said, 'open')
    assert.deepEqual(await answers(mine), [{ one: 1 }])
    await Promise.all([mine.close(), other.close()])
    assert.equal(await serverOf(dataDir), null)
  })

  test('works in a folder whose name is too long for a socket', async () => {
    const dataDir = join(folder, 'a folder with a long name', 'x'.repeat(90))
    await copyOfKept(dataDir)
    const database = await open(dataDir)
    assert.deepEqual(await answers(database), [{ one: 1 }])
    await database.close()
  })

  test('says in a sentence that it did not start, with the server’s own last words', async () => {
    const dataDir = join(folder, 'broken')
    await copyOfKept(dataDir)
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = plenty\n')
    await assert.rejects(open(dataDir), /did not start\. Its last words:[\s\S]*shared_buffers/)
  })

  test('says in a sentence that another PostgreSQL made its data', async () => {
    const dataDir = join(folder, 'older')
    await copyOfKept(dataDir)
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
    await assert.rejects(open(dataDir), /was made by PostgreSQL 17/)
  })
})

describe('the user who runs the embedded database', () => {
  const skip = isRoot ? false : 'only root can try other users'
  const skipPlain = skip || (plainUserCanReachUs ? false : 'no other user may enter the folder of this checkout')

  test('is not root when Trellis is', { skip }, async () => {
    const dataDir = join(folder, 'kept')
    assert.notEqual((await stat(join(dataDir, 'postgres'))).uid, 0)
  })

  test('is the user of Trellis when that is not root; root then uses the same database beside', {
    skip: skipPlain,
  }, async () => {
    const dataDir = join(folder, 'of a user')
    await mkdir(dataDir)
    await cp(join(folder, 'kept', 'postgres'), join(dataDir, 'postgres'), { recursive: true })
    await ownedBy(dataDir)
    const theirs: DatabaseHolder = await holdDatabase(dataDir, PLAIN_USER)
    assert.equal(theirs.said, 'open')
    const mine = await open(dataDir)
    await theirs.close()
    assert.deepEqual(await answers(mine), [{ one: 1 }])
    await mine.close()

    const again = await holdDatabase(dataDir, PLAIN_USER)
    assert.equal(again.said, 'open')
    await again.close()
  })

  test('is told when the database is another user’s', { skip: skipPlain }, async () => {
    const dataDir = join(folder, 'kept')
    const theirs = await holdDatabase(dataDir, PLAIN_USER)
    assert.match(theirs.said, /belongs to another user of this machine/)
    await theirs.close()
  })

  test('need not be able to enter root’s own folders: a note says where the database is', { skip }, async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const dataDir = join(closed, 'data')
    const database = await open(dataDir)
    const [elsewhere = ''] = (await readFile(join(dataDir, 'postgres-is-elsewhere.txt'), 'utf8')).split('\n')
    try {
      assert.match(elsewhere, /^\/var\/lib\/trellis\//)
      assert.deepEqual(await answers(database), [{ one: 1 }])
      await database.close()
      const again = await open(dataDir)
      assert.deepEqual(await answers(again), [{ one: 1 }])
      await again.close()
    } finally {
      await database.close()
      await rm(elsewhere, { recursive: true, force: true })
    }
  })
})

/** Making a cluster takes most of a second; a copy of the one at rest takes less. */
async function copyOfKept(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  await cp(join(folder, 'kept', 'postgres'), join(dataDir, 'postgres'), { recursive: true })
  if (isRoot) await ownedBy(join(dataDir, 'postgres'), await stat(join(folder, 'kept', 'postgres')))
}

async function ownedBy(path: string, { uid, gid } = PLAIN_USER): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    execFile('chown', ['-R', `${uid}:${gid}`, path], (problem) => (problem ? reject(problem) : resolve()))
  })
}

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
