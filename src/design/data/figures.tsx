import type { Child } from '../child.ts'
import { classNames } from '../class-names.ts'
import type { LinkTo } from '../page/navigation.tsx'

type TagProps = { readonly tone?: 'plain' | 'plum' | 'strong'; readonly children: Child }

/** A state in a word. Never for a rating: a rating is a `RatingChip`. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <strong class={`trellis-tag trellis-tag--${tone}`}>{children}</strong>
}

export type CountProps = {
  readonly figure: number | string
  /** what was counted: "actions overdue" */
  readonly label: Child
  /** the denominator, when there is one: shown as "of 82" */
  readonly of?: number | string | undefined
  /** where the members of the count are listed */
  readonly href?: string | undefined
  /** for the one figure that needs the reader */
  readonly needsYou?: boolean
}

/** A figure that leads to what it counted. */
export function Count({ figure, label, of, href, needsYou }: CountProps) {
  const words = (
    <>
      <span class="trellis-count__figure">{figure}</span>
      {of !== undefined && <span class="trellis-count__of"> of {of}</span>}{' '}
      <span class="trellis-count__label">{label}</span>
    </>
  )
  const look = classNames('trellis-count', needsYou && 'trellis-count--needs-you')
  if (href === undefined) return <div class={look}>{words}</div>
  return (
    <a class={look} href={href}>
      {words}
    </a>
  )
}

/** A row of counts. */
export function Counts({ counts }: { readonly counts: readonly CountProps[] }) {
  return (
    <ul class="trellis-counts">
      {counts.map((count) => (
        <li>
          <Count {...count} />
        </li>
      ))}
    </ul>
  )
}

export type Tab = LinkTo & { readonly current?: boolean; readonly count?: number }

/** Views of the same thing, as plain links. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav class="trellis-tabs" aria-label={label}>
      <ul class="trellis-tabs__list">
        {tabs.map(({ text, href, current, count }) => (
          <li>
            <a class="trellis-tabs__link" href={href} aria-current={current ? 'page' : undefined}>
              {text}
              {count !== undefined && <span class="trellis-tabs__count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
