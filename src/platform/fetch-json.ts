const MOST_BYTES = 200_000
const MOST_MS = 5_000

/** A JSON document from elsewhere; null when none comes within five seconds, by a redirect, or when it is too long or no JSON. */
export async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(MOST_MS),
    })
    if (!response.ok || !response.body) return null
    const pieces: Uint8Array[] = []
    let bytes = 0
    for await (const piece of response.body) {
      bytes += piece.byteLength
      if (bytes > MOST_BYTES) return null
      pieces.push(piece)
    }
    return JSON.parse(Buffer.concat(pieces).toString('utf8'))
  } catch {
    // Whatever went wrong on the way, there is no document; the caller says so to whoever typed the address.
    return null
  }
}
