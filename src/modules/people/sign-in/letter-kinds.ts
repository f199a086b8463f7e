/** How long a link in a mail opens. */
export const LINK_MINUTES = 15

/** What the library makes for a mail: the key is shown to nobody else. `accountId` is null where the address is nobody's. */
export type Letter = {
  readonly kind: 'sign-in-link' | 'password-link'
  readonly email: string
  readonly accountId: string | null
  readonly key: string
  /** the page of ours that the link leads on to */
  readonly next?: string | undefined
}
