/** Takes the visitor to the list of problems, when there is one. */
export function focusProblems(): void {
  const summary = document.querySelector('.govuk-error-summary')
  if (summary instanceof HTMLElement) summary.focus()
}
