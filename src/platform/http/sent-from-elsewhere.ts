/** What of a request says where its form stood. */
export type FormOrigin = {
  readonly site: string | undefined
  readonly origin: string | undefined
  readonly host: string | undefined
  readonly hasCookie: boolean
}

/**
 * Whether a form was sent from a page of ours (against cross-site request forgery).
 *
 * `Sec-Fetch-Site` decides where the browser sends it: `same-origin` or no. An older browser's `Origin` must be ours to the letter; over
 * plain http, as on a developer's machine, it may also be the host that was asked. A browser that sends neither is older than 2020: its form is refused
 * where it comes with a cookie, for then it could do something in somebody's name.
 *
 * @param ours  the origin that readers reach the pages at
 */
export function isFromOurPages(ours: string, { site, origin, host, hasCookie }: FormOrigin): boolean {
  if (site !== undefined) return site === 'same-origin'
  if (origin === undefined) return !hasCookie
  return origin === ours || (ours.startsWith('http://') && isHttpOrigin(origin, host))
}

function isHttpOrigin(origin: string, host: string | undefined): boolean {
  const from = URL.parse(origin)
  return from !== null && from.protocol === 'http:' && from.host === host
}
