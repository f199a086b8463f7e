import { classNames } from '../class-names.ts'
import { Mark } from './mark.tsx'

/** Who is looking, and where a press on "Sign out" is posted. */
export type Visitor = { readonly name: string; readonly partnership: string; readonly signOutUrl: string }

type BarProps = {
  readonly visitor: Visitor | null
  readonly wide: boolean
  /** the partnership, on a page that leads nowhere else */
  readonly aloneIn?: string | undefined
}

/** The plum bar at the head of every page. */
export function Bar({ visitor, wide, aloneIn }: BarProps) {
  return (
    <header class="trellis-bar">
      <div class={classNames('govuk-width-container', 'trellis-bar__inside', wide && 'trellis-width--wide')}>
        {aloneIn === undefined ? (
          <a class="trellis-bar__home" href="/">
            <Name />
          </a>
        ) : (
          <span class="trellis-bar__home">
            <Name />
          </span>
        )}
        {(visitor || aloneIn !== undefined) && (
          <span class="trellis-bar__partnership">{visitor?.partnership ?? aloneIn}</span>
        )}
        {visitor && (
          <form class="trellis-bar__visitor" action={visitor.signOutUrl} method="post">
            <span class="trellis-bar__person">{visitor.name}</span>
            <button class="trellis-bar__sign-out" type="submit">
              Sign out
            </button>
          </form>
        )}
      </div>
    </header>
  )
}

function Name() {
  return (
    <>
      <Mark />
      <span class="trellis-bar__name">Trellis</span>
    </>
  )
}
