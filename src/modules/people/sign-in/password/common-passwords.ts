import { join } from 'node:path'
import { listHas } from '../../../../platform/hash-list.ts'

/** The commonest thirty thousand or so, which come with Trellis: docs/methods/security.md says whence. */
const OURS = join(import.meta.dirname, 'common-passwords.list')

/** The operator's own list, of breached passwords by the million, beside the installation's data. */
export function breachedListIn(dataDir: string): string {
  return join(dataDir, 'breached-passwords.list')
}

/** Asks the list that comes with Trellis, and the operator's where there is one; nothing is asked over the network. */
export function commonPasswords(dataDir: string | null): (password: string) => Promise<boolean> {
  return async (password) =>
    (await listHas(OURS, password)) || (dataDir !== null && (await listHas(breachedListIn(dataDir), password)))
}
