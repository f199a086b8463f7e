import type { Child } from '../child.ts'

type MonthLinkProps = { readonly href: string | undefined; readonly words: string; readonly children: Child }

/** A month's drawing, a link when there is somewhere to go. Its words say the whole month, so the short ones stay outside it. */
export function MonthLink({ href, words, children }: MonthLinkProps) {
  if (href === undefined) return <>{children}</>
  return (
    <a class="trellis-due__link" href={href} aria-label={words}>
      {children}
    </a>
  )
}

/** Words for the eye: the link beside them says the same, and more. */
export function DrawnWords({ children }: { readonly children: Child }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
    <g class="trellis-due__words" aria-hidden="true">
      {children}
    </g>
  )
}
