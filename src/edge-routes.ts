import { anybody, type Visitor } from './modules/people/index.ts'
import { notFound, type Route, route } from './platform/http/route.ts'
import type { World } from './platform/world.ts'

/** What programs ask every site for: whether it may be searched (no), and where a weakness may be told (RFC 9116). */
export function edgeRoutes(
  { now }: Pick<World, 'now'>,
  baseUrl: string,
  securityContact: string | null,
): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/robots.txt',
      access: anybody,
      answer: async () => ({ kind: 'text', text: 'User-agent: *\nDisallow: /\n' }),
    }),
    route({
      method: 'GET',
      url: '/.well-known/security.txt',
      access: anybody,
      answer: async () => {
        if (securityContact === null) return notFound
        const expires = now()
          .add({ hours: 24 * 180 })
          .round('second')
          .toString()
        const lines = [
          `Contact: ${securityContact}`,
          `Expires: ${expires}`,
          'Preferred-Languages: en',
          `Canonical: ${baseUrl}/.well-known/security.txt`,
        ]
        return { kind: 'text', text: `${lines.join('\n')}\n` }
      },
    }),
  ]
}
