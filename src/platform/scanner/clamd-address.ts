/** Where ClamAV's daemon listens: a socket of this machine, or a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

/** Reads `/run/clamav/clamd.ctl`, `10.0.0.5:3310` or `[::1]:3310`; `bad` for anything else. */
export function parseClamdAddress(text: string): ClamdAddress | 'bad' {
  if (/^\/[^\0]{1,100}$/.test(text)) return { path: text }
  const [, six, name, digits] = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? []
  const port = Number(digits)
  const host = six ?? name
  return host !== undefined && port >= 1 && port <= 65_535 ? { host, port } : 'bad'
}
