import type { Child } from '../child.ts'

export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'quiet'
type ButtonProps = {
  readonly kind?: ButtonKind
  /** a link that looks like a button, for going somewhere; without it, the form is sent */
  readonly href?: string | undefined
  readonly name?: string
  readonly value?: string
  readonly children: Child
}

const LOOK = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  quiet: 'trellis-button--quiet',
} as const satisfies Record<ButtonKind, string>

export function Button({ kind = 'primary', href, name, value, children }: ButtonProps) {
  if (href !== undefined) {
    return (
      <a class={LOOK[kind]} href={href}>
        {children}
      </a>
    )
  }
  return (
    <button class={LOOK[kind]} type="submit" name={name} value={value}>
      {children}
    </button>
  )
}

export function ButtonGroup({ children }: { readonly children: Child }) {
  return <div class="govuk-button-group">{children}</div>
}
