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

const ROW = 30
const LABELS = 19

/** The same months as rows, for a narrow screen. */
export function DueRows({ id, title, months, today, hrefFor }: DueDrawing) {
  const most = Math.max(1, ...months.map(totalOf))
  return (
    <svg
      class="trellis-due__rows"
      height={months.length * ROW}
      role={hrefFor ? 'group' : 'img'}
      aria-labelledby={`${id}-rows-title ${id}-rows-desc`}
    >
      <title id={`${id}-rows-title`}>{title}</title>
      <desc id={`${id}-rows-desc`}>{months.map(monthInWords).join('; ')}</desc>
      <OverduePattern id={`${id}-rows-hatch`} />
      {months.map((month, at) => (
        <Row
          {...{ month, most, hrefFor, at }}
          isNow={placeInMonth(month.month, today) !== null}
          hatch={`url(#${id}-rows-hatch)`}
        />
      ))}
    </svg>
  )
}

type RowProps = {
  readonly month: DueMonth
  readonly most: number
  readonly at: number
  readonly isNow: boolean
  readonly hatch: string
  readonly hrefFor: DueTimelineProps['hrefFor']
}

function Row({ month, most, at, isNow, hatch, hrefFor }: RowProps) {
  const total = totalOf(month)
  const length = scaleLinear([0, most], [0, 100 - LABELS - 10])(total)
  const [name = '', year = ''] = wholeMonth(month.month).split(' ')
  const href = total > 0 ? hrefFor?.(month.month) : undefined
  return (
    <g class={isNow ? 'trellis-due__month trellis-due__month--now' : 'trellis-due__month'}>
      <MonthLink href={href} words={monthInWords(month)}>
        <rect class="trellis-due__touch" x="0" y={at * ROW} width="100%" height={ROW} />
        {stack(DUE_KINDS, (kind) => month[kind], length).map(({ of: kind, from, size }) => (
          <rect
            class={`trellis-due__part trellis-due__part--${kind}`}
            x={`${LABELS + from}%`}
            y={at * ROW + 5}
            width={`${size}%`}
            height={ROW - 10}
            fill={kind === 'overdue' ? hatch : undefined}
          />
        ))}
      </MonthLink>
      <DrawnWords>
        <text class="trellis-due__name" x="4" y={at * ROW + 20}>
          {name.slice(0, 3)} {year.slice(2)}
        </text>
        <text class="trellis-due__total" x={`${LABELS + length}%`} dx="6" y={at * ROW + 20}>
          {total > 0 ? total : '–'}
        </text>
      </DrawnWords>
    </g>
  )
}
