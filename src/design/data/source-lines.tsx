import { classNames } from '../class-names.ts'

/** One line of a source as it stands there, numbered from 1. */
export type SourceLine = { readonly number: number; readonly text: string; readonly isMarked?: boolean }

type SourceLinesProps = {
  /** what these lines are: "Lines 41 to 43 of plan.docx" */
  readonly label: string
  readonly lines: readonly SourceLine[]
}

/** The source's own words, quiet and untouched, with line numbers. */
export function SourceLines({ label, lines }: SourceLinesProps) {
  return (
    <figure class="trellis-source">
      <figcaption class="trellis-source__label">{label}</figcaption>
      <ol class="trellis-source__lines">
        {lines.map(({ number, text, isMarked }) => (
          <li class={classNames('trellis-source__line', isMarked && 'trellis-source__line--marked')}>
            <span class="trellis-source__number">{number}</span>
            {isMarked ? (
              <mark class="trellis-source__text">{text}</mark>
            ) : (
              <span class="trellis-source__text">{text}</span>
            )}
          </li>
        ))}
      </ol>
    </figure>
  )
}
