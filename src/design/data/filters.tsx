import type { Child } from '../child.ts'

type FiltersProps = {
  readonly action: string
  /** how many filters are set, said on the closed panel of a phone */
  readonly chosen?: number
  /** the address with no filter */
  readonly clearHref?: string | undefined
  readonly button?: string
  /** fields */
  readonly children: Child
}

/** Fields that narrow a list, sent by GET so that the address can be shared. Open on a wide screen, folded on a phone. */
export function Filters({ action, chosen = 0, clearHref, button = 'Show these', children }: FiltersProps) {
  return (
    <details class="trellis-filters">
      <summary class="trellis-filters__summary">Filter{chosen > 0 ? ` (${chosen} chosen)` : ''}</summary>
      <search aria-label="Filter the list">
        <form class="trellis-filters__form" action={action} method="get">
          <div class="trellis-filters__fields">{children}</div>
          <div class="trellis-filters__buttons">
            <button class="govuk-button govuk-button--secondary" type="submit">
              {button}
            </button>
            {chosen > 0 && clearHref !== undefined && (
              <a class="govuk-link" href={clearHref}>
                Clear the filters
              </a>
            )}
          </div>
        </form>
      </search>
    </details>
  )
}
