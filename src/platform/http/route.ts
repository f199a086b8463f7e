import type { Form } from './form.ts'

/** Who may use a route: a name for the registry, and the rule. `Visitor` is whoever the application says visits. */
export type Access<Visitor, Allowed extends Visitor = Visitor> = {
  readonly name: string
  readonly allows: (visitor: Visitor) => visitor is Allowed
}

/** One request, read and checked, as a route's handler sees it. */
export type Visit<Visitor> = {
  readonly visitor: Visitor
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Form
  /** the path with its query, as asked */
  readonly url: string
  /** header names in lower case */
  readonly headers: Headers
  readonly address: string
  /** only the headers of the page are asked for: nobody sees it */
  readonly isHead: boolean
}

type PageStatus = 200 | 403 | 410 | 422 | 429

export type Answer =
  | {
      readonly kind: 'page'
      readonly html: string
      readonly status?: PageStatus
      readonly cookies?: readonly string[]
      /** the browser is to forget what it kept of our pages */
      readonly forgets?: true
    }
  | {
      readonly kind: 'redirect'
      readonly to: string
      readonly cookies?: readonly string[]
      readonly forgets?: true
    }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly type: string
      readonly content: Uint8Array
      readonly inline?: boolean
      /** a visitor handed it over: whatever it is, it may do nothing here */
      readonly isHandedOver?: boolean
      /** whoever asks may keep it for some seconds, and ask whether it still is what its tag says */
      readonly kept?: { readonly seconds: number; readonly tag: string }
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'data'; readonly value: unknown; readonly cookies?: readonly string[] }
  | { readonly kind: 'not-found' }

export type Route<Visitor> = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly access: Access<Visitor>
  /** takes files, as multipart, up to this many bytes each */
  readonly filesUpTo?: number
  /** a page that takes the server long (a paper, an export), so that nobody may ask for many of them in a minute */
  readonly isCostly?: true
  /**
   * whoever has the address is let in, and cookies count for nothing: it is told to nobody, neither as the page a visitor comes
   * from nor in the log
   */
  readonly isByAddress?: true
  readonly answer: (visit: Visit<Visitor>) => Promise<Answer>
}

/** Declares a route; the handler sees the visitor as its access rule has narrowed it. */
export function route<Visitor, Allowed extends Visitor>(declared: {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly access: Access<Visitor, Allowed>
  readonly filesUpTo?: number
  readonly isCostly?: true
  /**
   * whoever has the address is let in, and cookies count for nothing: it is told to nobody, neither as the page a visitor comes
   * from nor in the log
   */
  readonly isByAddress?: true
  readonly answer: (visit: Visit<Allowed>) => Promise<Answer>
}): Route<Visitor> {
  const { access, answer } = declared
  return {
    ...declared,
    answer: async (visit) => {
      const { visitor } = visit
      return access.allows(visitor) ? answer({ ...visit, visitor }) : { kind: 'not-found' }
    },
  }
}

export const notFound: Answer = { kind: 'not-found' }

export function page(html: string, status: PageStatus = 200): Answer {
  return { kind: 'page', html, status }
}

export function redirect(to: string): Answer {
  return { kind: 'redirect', to }
}
