import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from '../../src/platform/database/embedded/binaries.ts'
import type { Cluster } from '../../src/platform/database/embedded/cluster.ts'
import { clusterOf, type EmbeddedServer, joinCluster } from '../../src/platform/database/embedded/join-server.ts'
import { remoteServer } from '../../src/platform/database/remote-server.ts'
import { OWNER, type Server } from '../../src/platform/database/server.ts'

/** What the tests' PostgreSQL is told besides: a power cut in the middle of a test run may cost its data. */
const TEST_SETTINGS = {
  max_connections: '100',
  shared_buffers: '64MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
}

const DEBIAN_POSTGRES = '/usr/lib/postgresql'

export type TestServer = {
  readonly server: EmbeddedServer
  /** the way to one of its databases, as an installation of this kind would have it */
  onDatabase(name: string): Promise<Server>
}

/** The one PostgreSQL that all tests of this checkout share; the last to leave stops it. */
export function joinTestServer(): Promise<TestServer> {
  return process.env.TEST_DATABASE === 'pg15' ? joinDebianPostgres() : joinEmbedded()
}

async function joinEmbedded(): Promise<TestServer> {
  const cluster = await clusterOf(testFolder('embedded'))
  const server = await joinCluster({ ...cluster, settings: { ...cluster.settings, ...TEST_SETTINGS } })
  return { server, onDatabase: server.database }
}

/** Debian's PostgreSQL, 15 where it has it, reached as any server is by DATABASE_URL; the application's roles must give their passwords. */
async function joinDebianPostgres(): Promise<TestServer> {
  const dataDir = testFolder('postgres-15')
  const cluster: Cluster = {
    ...(await clusterOf(dataDir)),
    binaries: await debianBinaries(),
    initdbArguments: ['--locale=C.UTF-8'],
    accessRules: [`local all ${OWNER} trust`, 'local all all scram-sha-256'],
    settings: { jit: 'off', ...TEST_SETTINGS },
  }
  const server = await joinCluster(cluster)
  const host = String(server.asOwner('postgres').host)
  return {
    server,
    onDatabase: (name) => {
      const databaseUrl = `postgres://${OWNER}@localhost/${name}?host=${encodeURIComponent(host)}`
      return remoteServer({ databaseUrl, dataDir, secret: 'the tests of Trellis keep no secret from anyone' })
    },
  }
}

async function debianBinaries(): Promise<Binaries> {
  const versions = (await readdir(DEBIAN_POSTGRES)).map(Number).filter((version) => version >= 15)
  if (versions.length === 0) throw new Error(`No PostgreSQL 15 or later is in ${DEBIAN_POSTGRES}`)
  const folder = join(DEBIAN_POSTGRES, String(Math.min(...versions)), 'bin')
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
}

function testFolder(kind: string): string {
  const checkout = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8)
  return join(tmpdir(), `trellis-test-${userInfo().uid}-${checkout}`, kind)
}
