import type { Child } from '../child.ts'
import { classNames } from '../class-names.ts'

type DetailsProps = { readonly summary: Child; readonly open?: boolean; readonly children: Child }

/** More, for those who want it. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}

type EmptyStateProps = { readonly title: string; readonly action?: Child; readonly children?: Child }

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div class="trellis-empty">
      <p class="trellis-empty__title">{title}</p>
      {children && <div class="trellis-empty__body">{children}</div>}
      {action && <div class="trellis-empty__action">{action}</div>}
    </div>
  )
}

type InsetProps = { readonly quiet?: boolean; readonly children: Child }

/** Words set apart from the text around them, such as the plan's own. */
export function Inset({ quiet, children }: InsetProps) {
  return <div class={classNames('govuk-inset-text', quiet && 'trellis-inset--quiet')}>{children}</div>
}
