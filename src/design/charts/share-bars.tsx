import { useId } from 'preact/hooks'
import { stack } from './stack.ts'

export type SharePart = { readonly name: string; readonly count: number }
type ShareBarsProps = {
  /** the finding */
  readonly title: string
  /** one bar for each; every bar has the same parts in the same order, at most three */
  readonly bars: readonly { readonly label: string; readonly parts: readonly SharePart[] }[]
  readonly source?: string
}

const ROW = 34
const LABEL = 18

/** Counts laid end to end, one bar above the other on one scale. Parts differ by shade and by pattern; the table beside it says all. */
export function ShareBars({ title, bars, source }: ShareBarsProps) {
  const id = useId()
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)))
  const names = bars[0]?.parts.map(({ name }) => name) ?? []
  return (
    <figure class="trellis-chart trellis-share-bars">
      <figcaption class="trellis-chart__title">{title}</figcaption>
      <svg height={bars.length * (ROW + LABEL)} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{bars.map(inWords).join('; ')}</desc>
        {bars.map(({ label, parts }, at) => {
          const top = at * (ROW + LABEL)
          return (
            <g>
              <text x="0" y={top + LABEL - 5}>
                {label}
              </text>
              {stack(parts, ({ count }) => count, 100, most).map(({ of, from, size, count }) => (
                <g class={`trellis-share trellis-share--${parts.indexOf(of) + 1}`}>
                  <rect x={`${from}%`} y={top + LABEL} width={`${size}%`} height={ROW - 12} />
                  {size >= 4 && (
                    <text x={`${from + size / 2}%`} y={top + LABEL + 16} text-anchor="middle">
                      {count}
                    </text>
                  )}
                </g>
              ))}
            </g>
          )
        })}
      </svg>
      <ul class="trellis-share-bars__key">
        {names.map((name, at) => (
          <li>
            <svg class={`trellis-share trellis-share--${at + 1}`} width="16" height="16" aria-hidden="true">
              <rect width="16" height="16" />
            </svg>{' '}
            {name}
          </li>
        ))}
      </ul>
      {source && <p class="trellis-chart__source">{source}</p>}
    </figure>
  )
}

function inWords({ label, parts }: ShareBarsProps['bars'][number]): string {
  return `${label}: ${parts.map(({ name, count }) => `${count} ${name}`).join(', ')}`
}
