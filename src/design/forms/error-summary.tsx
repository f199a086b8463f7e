/** What is wrong with one field, in words that say how to mend it. */
export type Problem = { readonly field: string; readonly message: string }

/** Every problem of a form, above it, each a link to its field. Nothing when there is none. */
export function ErrorSummary({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div class="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">
          {problems.length === 1 ? 'One thing needs mending' : `${problems.length} things need mending`}
        </h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map(({ field, message }) => (
              <li>
                <a href={`#${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

/** The problem of one field, for its `error`: the first, when there are several. */
export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}
