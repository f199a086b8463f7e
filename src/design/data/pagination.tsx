type PaginationProps = {
  /** the page shown, from 1 */
  readonly page: number
  readonly pages: number
  readonly hrefFor: (page: number) => string
  /** what is being paged, for a screen reader: "Pages of actions" */
  readonly label?: string
}

/** Nothing when everything fits on one page. */
export function Pagination({ page, pages, hrefFor, label = 'Pages' }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav class="govuk-pagination" aria-label={label}>
      {page > 1 && <Step rel="prev" href={hrefFor(page - 1)} text="Previous page" />}
      <ul class="govuk-pagination__list">
        {pagesToShow(page, pages).map((number) =>
          number === null ? <Gap /> : <PageNumber {...{ number, page, hrefFor }} />,
        )}
      </ul>
      {page < pages && <Step rel="next" href={hrefFor(page + 1)} text="Next page" />}
    </nav>
  )
}

/** First, last, and the page's neighbours; null stands for the pages left out between them. */
export function pagesToShow(page: number, pages: number): readonly (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((number, at) => {
    const before = shown[at - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}

type StepProps = { readonly rel: 'prev' | 'next'; readonly href: string; readonly text: string }

function Step({ rel, href, text }: StepProps) {
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={rel}>
        <span class="govuk-pagination__link-title">{text}</span>
      </a>
    </div>
  )
}

function Gap() {
  return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
}

type PageNumberProps = { readonly number: number; readonly page: number; readonly hrefFor: (page: number) => string }

function PageNumber({ number, page, hrefFor }: PageNumberProps) {
  const isCurrent = number === page
  return (
    <li class={`govuk-pagination__item${isCurrent ? ' govuk-pagination__item--current' : ''}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={hrefFor(number)}
        aria-label={`Page ${number}`}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  )
}
