import type { Child } from '../child.ts'

type ProgressProps = {
  readonly label: string
  /** from 0 to 1; null when nobody can say yet */
  readonly fraction: number | null
  readonly detail?: Child
}

/** How far a piece of work has got. */
export function Progress({ label, fraction, detail }: ProgressProps) {
  return (
    <div class="trellis-progress">
      <p class="trellis-progress__label">
        <span class="trellis-progress__words">{label}</span>
        <span class="trellis-progress__share">{fraction === null ? '' : ` ${Math.floor(fraction * 100)}%`}</span>
      </p>
      <progress class="trellis-progress__bar" max={1} value={fraction ?? undefined} aria-label={label} />
      {detail && <p class="trellis-progress__detail">{detail}</p>}
    </div>
  )
}

type FollowedProgressProps = ProgressProps & {
  /** answers `{ label?, detail?, fraction?, next? }`; `next` is where to go when the work is over */
  readonly src: string
  /** this page again, for a visitor without scripts */
  readonly href: string
}

/** Progress that follows the work by itself; without scripts, a link asks again. */
export function FollowedProgress({ src, href, ...progress }: FollowedProgressProps) {
  return (
    <trellis-reading-progress src={src}>
      <Progress {...progress} detail={progress.detail ?? ' '} />
      <noscript>
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            See how far it has got
          </a>
        </p>
      </noscript>
    </trellis-reading-progress>
  )
}
