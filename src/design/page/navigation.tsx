import { classNames } from '../class-names.ts'

export type LinkTo = { readonly text: string; readonly href: string }
export type NavigationItem = LinkTo & { readonly current?: boolean }
/** A step above this page; the last one may be the page itself, with no `href`. */
export type Crumb = { readonly text: string; readonly href?: string }

type NavigationProps = { readonly items: readonly NavigationItem[]; readonly wide: boolean }

export function Navigation({ items, wide }: NavigationProps) {
  if (items.length === 0) return null
  return (
    <nav class="trellis-navigation" aria-label="Main">
      <ul class={classNames('govuk-width-container', 'trellis-navigation__list', wide && 'trellis-width--wide')}>
        {items.map(({ text, href, current }) => (
          <li class="trellis-navigation__item">
            <a class="trellis-navigation__link" href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type WayBackProps = { readonly back: LinkTo | undefined; readonly breadcrumbs: readonly Crumb[] }

export function WayBack({ back, breadcrumbs }: WayBackProps) {
  if (breadcrumbs.length > 0) return <Breadcrumbs steps={breadcrumbs} />
  if (!back) return null
  return (
    <nav aria-label="Back">
      <a class="govuk-back-link" href={back.href}>
        {back.text}
      </a>
    </nav>
  )
}

function Breadcrumbs({ steps }: { readonly steps: readonly Crumb[] }) {
  return (
    <nav class="govuk-breadcrumbs" aria-label="Where you are">
      <ol class="govuk-breadcrumbs__list">
        {steps.map(({ text, href }) => (
          <li class="govuk-breadcrumbs__list-item" aria-current={href ? undefined : 'page'}>
            {href ? (
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
