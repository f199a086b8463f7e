import { isThisMachine } from '../kernel/this-machine.ts'
import type { ClamdAddress } from './scanner/clamd-address.ts'

/** Whether a host may be talked to without TLS: it is this machine, or the operator has named it. */
export type MayBePlain = (host: string) => boolean

/** @param named  the hosts that the operator lets Trellis talk to without TLS */
export function mayBePlainTo(named: readonly string[]): MayBePlain {
  const inOneWay = (host: string) => host.toLowerCase().replaceAll(/[[\]]/g, '')
  const plain = new Set(named.map(inOneWay))
  return (host) => isThisMachine(host) || plain.has(inOneWay(host))
}

type Ends = {
  readonly databaseUrl: string | null
  /** the host of a database address that names none */
  readonly databaseHost: string
  readonly clamd: ClamdAddress | null
  readonly notifyUrl: string | null
}

/**
 * A sentence for each setting that leads to another machine with no TLS, or with one whose certificate is not checked. Mail is not
 * among them: whether TLS is agreed there is known when a mail goes out, and the carrier insists on it.
 */
export function plainConnections(
  { databaseUrl, databaseHost, clamd, notifyUrl }: Ends,
  mayBePlain: MayBePlain,
): string[] {
  const named = (host: string) => `or name ${host} in WITHOUT_TLS if the way there is guarded otherwise`
  const said: string[] = []
  const database = databaseUrl === null ? null : databaseEnd(new URL(databaseUrl), databaseHost)
  if (database && !database.isChecked && !mayBePlain(database.host))
    said.push(
      `DATABASE_URL leads to ${database.host} without a TLS whose certificate is checked. End it with ?sslmode=verify-full, ${named(database.host)}.`,
    )
  if (clamd && 'host' in clamd && !mayBePlain(clamd.host))
    said.push(
      `CLAMD leads to ${clamd.host}, and ClamAV’s daemon speaks no TLS. Lead it to a socket or a tunnel on this machine, ${named(clamd.host)}.`,
    )
  const notify = notifyUrl === null ? null : new URL(notifyUrl)
  if (notify && notify.protocol !== 'https:' && !mayBePlain(notify.hostname))
    said.push(`NOTIFY_URL leads to ${notify.hostname} without TLS. Begin it with https://, ${named(notify.hostname)}.`)
  return said
}

/** Where the database's driver will go, and whether it checks a certificate there: of its modes only this one promises to, for good. */
function databaseEnd({ hostname, searchParams }: URL, otherwise: string): { host: string; isChecked: boolean } | null {
  const host = searchParams.getAll('host').at(-1) || decodeURIComponent(hostname) || otherwise
  const isSocket = host.startsWith('/')
  return isSocket ? null : { host, isChecked: searchParams.getAll('sslmode').at(-1) === 'verify-full' }
}
