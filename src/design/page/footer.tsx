import { classNames } from '../class-names.ts'
import { Mark } from './mark.tsx'
import type { LinkTo } from './navigation.tsx'

export function Footer({ links, wide }: { readonly links: readonly LinkTo[]; readonly wide: boolean }) {
  return (
    <footer class="trellis-footer">
      <div class={classNames('govuk-width-container', 'trellis-footer__inside', wide && 'trellis-width--wide')}>
        <p class="trellis-footer__words">
          <Mark />
          Trellis: the plan for children and young people, and what became of it
        </p>
        {links.length > 0 && (
          <ul class="trellis-footer__links">
            {links.map(({ text, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  )
}
