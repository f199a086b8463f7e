/** What a virus scanner says of some bytes. `by` is the program and its signatures, in its own words. */
export type Scanned =
  | { readonly kind: 'clean'; readonly by: string }
  | { readonly kind: 'found'; readonly by: string; readonly what: string }
  /** it answered, and would not look: too large for it, for instance */
  | { readonly kind: 'refused'; readonly by: string; readonly why: string }
  | { readonly kind: 'not-reached'; readonly why: string }

export type Scanner = { readonly scan: (content: Uint8Array) => Promise<Scanned> }
