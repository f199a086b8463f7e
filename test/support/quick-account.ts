import { argon2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { Accounts } from '../../src/modules/people/sign-in/accounts.ts'

const derive = promisify(argon2)
/** The least that argon2id takes: a test signs in hundreds of people, and none of them has anything to hide. */
const COST = { memory: 8, passes: 1, parallelism: 1, tagLength: 32 } as const

type Holder = { readonly name: string; readonly email: string; readonly password: string }

/** An account whose password is checked as any other, by a hash that is made and checked in no time; its id. */
export async function quickAccount(accounts: Accounts, { name, email, password }: Holder): Promise<string> {
  const { internalAdapter } = await accounts.$context
  const { id } = await internalAdapter.createUser({ name, email, emailVerified: true }, { method: 'admin' })
  const hash = await quickHash(password)
  await internalAdapter.linkAccount({ userId: id, accountId: id, providerId: 'credential', password: hash })
  return id
}

async function quickHash(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...COST })
  const [salt, tag] = [nonce, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''))
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${salt}$${tag}`
}
