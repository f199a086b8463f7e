import type { Child } from '../child.ts'
import { classNames } from '../class-names.ts'

type PageHeadingProps = { readonly caption?: Child; readonly children: Child }

/** The page's only h1, with an optional line above it that says what it belongs to. */
export function PageHeading({ caption, children }: PageHeadingProps) {
  return (
    <h1 class="govuk-heading-l trellis-page-heading">
      {caption && <span class="govuk-caption-l">{caption} </span>}
      {children}
    </h1>
  )
}

export type HeadingSize = 's' | 'm' | 'l'
type HeadingProps = {
  readonly level: 2 | 3 | 4
  readonly size?: HeadingSize
  readonly id?: string | undefined
  readonly children: Child
}

export function Heading({ level, size = level === 2 ? 'm' : 's', id, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag class={classNames(`govuk-heading-${size}`)} id={id}>
      {children}
    </Tag>
  )
}

/** The answer, before anything else: one or two sentences, larger. */
export function Lede({ children }: { readonly children: Child }) {
  return <p class="govuk-body-l trellis-lede">{children}</p>
}

/** A paragraph of plain text. */
export function Text({ children }: { readonly children: Child }) {
  return <p class="govuk-body">{children}</p>
}

/** A quiet line of help. */
export function Hint({ id, children }: { readonly id?: string | undefined; readonly children: Child }) {
  return (
    <div class="govuk-hint" id={id}>
      {children}
    </div>
  )
}
