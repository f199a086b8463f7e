/** What a request may be at most. Whoever sends more gets a sentence that says so. */
export const REQUEST_LIMITS = {
  bodyBytes: 1024 * 1024,
  fields: 5_000,
  /** of the path and the query */
  urlLength: 8_000,
  /** of all header lines together; Node answers 431 by itself above it */
  headerBytes: 16 * 1024,
  headers: 100,
} as const

/** How slow a request may be, in milliseconds; whoever dribbles is cut off, so that nobody holds every connection by sending little. */
export type Patience = {
  /** until all headers are there */
  readonly headersMs: number
  /** until the whole request is there: a large file over a slow line takes minutes */
  readonly requestMs: number
  /** how long a connection may stay quiet */
  readonly quietMs: number
  /** how often open connections are held to the first two */
  readonly lookEveryMs: number
}

export const PATIENCE: Patience = { headersMs: 30_000, requestMs: 300_000, quietMs: 120_000, lookEveryMs: 5_000 }

/** Which limit a request breaks, as the status that says so; null when none. */
export function brokenLimit(request: { readonly url: string; readonly headerCount: number }): 414 | 431 | null {
  if (request.url.length > REQUEST_LIMITS.urlLength) return 414
  return request.headerCount > REQUEST_LIMITS.headers ? 431 : null
}

/** A form with more fields than any page of ours has. */
export class TooManyFields extends Error {
  readonly statusCode = 413
}

/**
 * Reads a form's plain fields; a field sent twice keeps both values.
 *
 * @throws TooManyFields
 */
export function parseFields(body: string): Record<string, string[]> {
  let pairs = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) pairs += 1
  if (pairs > REQUEST_LIMITS.fields) throw new TooManyFields('The form has too many fields')
  const fields: Record<string, string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    const values = fields[name]
    if (values) values.push(value)
    else fields[name] = [value]
  }
  return fields
}
