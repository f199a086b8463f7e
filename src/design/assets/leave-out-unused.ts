/** Classes of GOV.UK's styles that no component of ours uses: each would be weight on every page. */
export const UNUSED = [
  'govuk-back-link--inverse',
  'govuk-breadcrumbs--inverse',
  'govuk-button--inverse',
  'govuk-button--start',
  'govuk-button__start-icon',
  'govuk-exit-this-page',
  'govuk-input--extra-letter-spacing',
  'govuk-input__prefix',
  'govuk-input__suffix',
  'govuk-input__wrapper',
  'govuk-label-wrapper',
  'govuk-link--inverse',
  'govuk-link--muted',
  'govuk-link--no-underline',
  'govuk-link--text-colour',
  'govuk-link-image',
  'govuk-pagination--block',
  'govuk-radios--small',
  'govuk-summary-card',
] as const

/** A rule without others in it: what it dresses, and how. */
const RULE = /([^{}]+)\{([^{}]*)\}/g
/** A comma between two selectors, and none within brackets. */
const BETWEEN = /,(?![^(]*\))/
const EMPTY_BLOCK = /@(?:media|supports)[^{}]*\{\s*\}/g

/** Styles without what dresses nothing. */
export function leaveOutUnused(css: string): string {
  const slim = css.replaceAll(RULE, (_, selectors: string, style: string) => {
    const used = selectors.split(BETWEEN).filter((selector) => !UNUSED.some((name) => selector.includes(name)))
    return used.length > 0 ? `${used.join(',')}{${style}}` : ''
  })
  return slim.replaceAll(EMPTY_BLOCK, '')
}
