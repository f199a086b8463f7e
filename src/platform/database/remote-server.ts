import { Client, type ClientConfig } from 'pg'
import { codeOf } from '../problem.ts'
import { installationSecret, secretFor } from '../secret.ts'
import { APP_ROLES, type Server } from './server.ts'

export type RemoteSettings = { readonly databaseUrl: string; readonly dataDir: string; readonly secret: string | null }

const OLDEST_VERSION = 15
const WRONG_PASSWORD_OR_ROLE = ['28P01', '28000']

/** A PostgreSQL server that somebody else runs, by its owner's address. Throws one sentence when it is too old. */
export async function remoteServer(settings: RemoteSettings): Promise<Server> {
  const { databaseUrl } = settings
  await checkVersion(databaseUrl)
  const secret = await installationSecret(settings)
  const passwords = { app: secretFor(APP_ROLES.app, secret), signIn: secretFor(APP_ROLES.signIn, secret) }
  return {
    signInAs: {
      owner: { connectionString: databaseUrl },
      app: { connectionString: addressFor(databaseUrl, APP_ROLES.app, passwords.app) },
      signIn: { connectionString: addressFor(databaseUrl, APP_ROLES.signIn, passwords.signIn) },
    },
    passwords,
    leave: async () => undefined,
  }
}

/** Whether both roles of the application get in with the passwords they are to have. */
export async function canSignIn({ signInAs }: Server): Promise<boolean> {
  try {
    for (const config of [signInAs.app, signInAs.signIn]) await withClient(config, async () => undefined)
    return true
  } catch (problem) {
    if (WRONG_PASSWORD_OR_ROLE.includes(codeOf(problem))) return false
    throw problem
  }
}

async function checkVersion(databaseUrl: string): Promise<void> {
  await withClient({ connectionString: databaseUrl }, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (version >= OLDEST_VERSION) return
    throw new Error(`DATABASE_URL leads to PostgreSQL ${version}. Trellis needs PostgreSQL ${OLDEST_VERSION} or later.`)
  })
}

async function withClient(config: ClientConfig, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ ...config, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await work(client)
  } finally {
    await client.end()
  }
}

function addressFor(databaseUrl: string, role: string, password: string): string {
  const address = new URL(databaseUrl)
  address.username = role
  address.password = password
  return address.href
}
