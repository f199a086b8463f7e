import { scaleLinear } from 'd3-scale'
import {
  DUE_KINDS,
  type DueDrawing,
  type DueMonth,
  type DueTimelineProps,
  monthInWords,
  placeInMonth,
  totalOf,
  wholeMonth,
} from './due-months.ts'
import { DrawnWords, MonthLink } from './month-link.tsx'
import { OverduePattern } from './overdue-pattern.tsx'
import { stack } from './stack.ts'

const HEIGHT = 200
const BASE = 150
const TOP = 26

/** A column for each month, from a base of nought, with its total above. */
export function DueColumns({ id, title, months, today, hrefFor }: DueDrawing) {
  const most = Math.max(1, ...months.map(totalOf))
  const step = 100 / Math.max(1, months.length)
  return (
    <svg
      class="trellis-due__columns"
      height={HEIGHT}
      role={hrefFor ? 'group' : 'img'}
      aria-labelledby={`${id}-columns-title ${id}-columns-desc`}
    >
      <title id={`${id}-columns-title`}>{title}</title>
      <desc id={`${id}-columns-desc`}>{months.map(monthInWords).join('; ')}</desc>
      <OverduePattern id={`${id}-columns-hatch`} />
      <line class="trellis-due__axis" x1="0" x2="100%" y1={BASE} y2={BASE} />
      {months.map((month, at) => {
        const place = placeInMonth(month.month, today)
        return place === null ? null : <Today at={(at + place) * step} />
      })}
      {months.map((month, at) => (
        <Month {...{ month, most, hrefFor }} from={at * step} step={step} hatch={`url(#${id}-columns-hatch)`} />
      ))}
    </svg>
  )
}

type MonthProps = {
  readonly month: DueMonth
  readonly most: number
  readonly from: number
  readonly step: number
  readonly hatch: string
  readonly hrefFor: DueTimelineProps['hrefFor']
}

function Month({ month, most, from, step, hatch, hrefFor }: MonthProps) {
  const total = totalOf(month)
  const middle = `${from + step / 2}%`
  const rise = scaleLinear([0, most], [0, BASE - TOP])(total)
  const [name = '', year = ''] = wholeMonth(month.month).split(' ')
  const href = total > 0 ? hrefFor?.(month.month) : undefined
  return (
    <g class="trellis-due__month">
      <MonthLink href={href} words={monthInWords(month)}>
        <rect class="trellis-due__touch" x={`${from}%`} y="0" width={`${step}%`} height={HEIGHT} />
        {stack(DUE_KINDS, (kind) => month[kind], rise).map(({ of: kind, from: below, size }) => (
          <rect
            class={`trellis-due__part trellis-due__part--${kind}`}
            x={`${from + step * 0.16}%`}
            y={BASE - below - size}
            width={`${step * 0.68}%`}
            height={size}
            fill={kind === 'overdue' ? hatch : undefined}
          />
        ))}
      </MonthLink>
      <DrawnWords>
        {total > 0 && (
          <text class="trellis-due__total" x={middle} y={BASE - rise - 7} text-anchor="middle">
            {total}
          </text>
        )}
        <text class="trellis-due__name" x={middle} y={BASE + 20} text-anchor="middle">
          {name.slice(0, 3)}
        </text>
        {(from === 0 || month.month.endsWith('-01')) && (
          <text class="trellis-due__year" x={middle} y={BASE + 40} text-anchor="middle">
            {year}
          </text>
        )}
      </DrawnWords>
    </g>
  )
}

function Today({ at }: { readonly at: number }) {
  return (
    <g class="trellis-due__today">
      <line x1={`${at}%`} x2={`${at}%`} y1="14" y2={BASE + 4} />
      <text x={`${at}%`} y="10" text-anchor={at < 5 ? 'start' : at > 95 ? 'end' : 'middle'}>
        Today
      </text>
    </g>
  )
}
