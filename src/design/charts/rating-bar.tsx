import { useId } from 'preact/hooks'
import { classNames } from '../class-names.ts'
import { RatingChip } from '../ratings/rating-chip.tsx'
import { type Rating, type RatingKey, ratingColours } from '../ratings/rating-colours.ts'
import { shapePath } from '../ratings/rating-shape.tsx'
import { type Stacked, stack } from './stack.ts'

export type RatingCount = { readonly rating: Rating; readonly count: number }
export type RatingBarProps = {
  /** the finding: "Seven of 82 actions are off track" */
  readonly title: string
  /** in the scheme's order */
  readonly counts: readonly RatingCount[]
  readonly notRated: number
  /** where the members of a part are listed */
  readonly hrefFor?: ((part: RatingKey | 'not-rated') => string) | undefined
  /** what is counted: "actions" */
  readonly things?: string
  /** source and date, under the bar */
  readonly source?: string
}

type Part = { readonly key: RatingKey | 'not-rated'; readonly rating: Rating | null; readonly count: number }

/** One stacked bar of ratings. Every part says its count and its word below; a reader without eyes gets the same list. */
export function RatingBar({ title, counts, notRated, hrefFor, things = 'actions', source }: RatingBarProps) {
  const id = useId()
  const parts: readonly Part[] = [
    ...counts.map(({ rating, count }) => ({ key: rating.key, rating, count })),
    { key: 'not-rated', rating: null, count: notRated },
  ]
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  return (
    <figure class="trellis-chart trellis-rating-bar">
      <figcaption class="trellis-chart__title">{title}</figcaption>
      <svg
        class="trellis-rating-bar__drawing"
        role={hrefFor ? 'group' : 'img'}
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{`${total} ${things}: ${parts.map(inWords).join(', ')}`}</desc>
        <NotRatedPattern id={`${id}-hatch`} />
        {stack(parts, (part) => part.count, 100).map((placed) => (
          <Segment placed={placed} href={hrefFor?.(placed.of.key)} hatch={`url(#${id}-hatch)`} things={things} />
        ))}
      </svg>
      <ul class="trellis-rating-bar__key">
        {parts
          .filter((part) => part.rating || part.count > 0)
          .map((part) => (
            <KeyItem part={part} href={part.count > 0 ? hrefFor?.(part.key) : undefined} />
          ))}
      </ul>
      {source && <p class="trellis-chart__source">{source}</p>}
    </figure>
  )
}

function inWords({ rating, count }: Part): string {
  return rating ? `${count} ${ratingColours[rating.key].word}, ${rating.name}` : `${count} not rated`
}

function NotRatedPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="trellis-hatch__ground" width="8" height="8" />
        <rect class="trellis-hatch__line" width="2" height="8" />
      </pattern>
    </defs>
  )
}

type SegmentProps = {
  readonly placed: Stacked<Part>
  readonly href: string | undefined
  readonly hatch: string
  readonly things: string
}

function Segment({ placed, href, hatch, things }: SegmentProps) {
  const drawing = <SegmentDrawing placed={placed} hatch={hatch} />
  if (href === undefined) return drawing
  return (
    <a class="trellis-segment-link" href={href} aria-label={`${inWords(placed.of)}: list these ${things}`}>
      {drawing}
    </a>
  )
}

/** Widths are shares of the bar, so words keep their size on a phone; what would not fit is left to the list below. */
function SegmentDrawing({ placed, hatch }: { readonly placed: Stacked<Part>; readonly hatch: string }) {
  const { of: part, from, size, count } = placed
  const colour = part.rating && { ...ratingColours[part.rating.key], ...part.rating }
  const middle = `${from + size / 2}%`
  const shapeFits = colour !== null && size >= 12
  return (
    <g class={`trellis-segment trellis-segment--${part.key}`}>
      <rect x={`${from}%`} y="0" width={`${size}%`} height="48" fill={colour ? undefined : hatch} />
      {from > 0 && <line class="trellis-segment__gap" x1={`${from}%`} x2={`${from}%`} y1="0" y2="48" />}
      {shapeFits && (
        <svg class={ifWide(size, 12)} x={middle} y="18" width="12" height="12" overflow="visible" aria-hidden="true">
          <path
            class="trellis-segment__words"
            d={shapePath(colour.shape)}
            fill-rule="evenodd"
            transform="translate(-18 0)"
          />
        </svg>
      )}
      {size >= 2.4 && (
        <text
          class={classNames('trellis-segment__words', ifWide(size, 6))}
          x={middle}
          y="30"
          dx={shapeFits ? 8 : 0}
          text-anchor="middle"
        >
          {count}
        </text>
      )}
    </g>
  )
}

function ifWide(size: number, least: number): string | undefined {
  return size < least ? 'trellis-segment__if-wide' : undefined
}

function KeyItem({ part, href }: { readonly part: Part; readonly href: string | undefined }) {
  const words = (
    <>
      <RatingChip rating={part.rating} size="small" /> <span class="trellis-rating-bar__count">{part.count}</span>
    </>
  )
  return <li>{href === undefined ? words : <a href={href}>{words}</a>}</li>
}
