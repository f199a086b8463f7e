import type { Child } from '../child.ts'
import type { LinkTo } from '../page/navigation.tsx'

/** One fact; `action` is a link such as "Change", with `about` read out after it. */
export type SummaryRow = {
  readonly key: Child
  readonly value: Child
  readonly action?: (LinkTo & { readonly about?: string }) | undefined
}

export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl class="govuk-summary-list">
      {rows.map(({ key, value, action }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={action.href}>
                {action.text}
                {action.about && <span class="govuk-visually-hidden"> {action.about}</span>}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
