import { Button, ButtonGroup, Lede, Notice, PageHeading, Progress } from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { WorkState } from './work.store.ts'

export type WatchedWork = {
  readonly section: 'read' | 'plans'
  /** the document the work is done on */
  readonly fileName: string
  /** where the work is watched; its figures are below it, at `/progress` */
  readonly href: string
  readonly state: Pick<WorkState, 'stage' | 'fraction'>
  /** why the work could not be done; null while it goes on */
  readonly refusal: string | null
  readonly words: {
    readonly title: string
    readonly heading?: string
    readonly lede?: string
    readonly mayLeave?: string
    readonly refused: string
  }
  /** what to do when it could not be done */
  readonly next: { readonly href: string; readonly text: string }
}

/** How far work is, or why it could not be done. The page follows by itself; without JavaScript there is a button that looks again. */
export function watchWorkPage(visitor: Member, work: WatchedWork): string {
  const { section, fileName, href, state, refusal, words, next } = work
  if (refusal !== null) {
    return memberPage(
      { visitor, title: words.refused, section, hasProblems: true },
      <>
        <PageHeading caption={fileName}>{words.refused}</PageHeading>
        <Notice kind="warning" title={refusal}>
          <p class="govuk-body">Nothing was changed. The document is kept as you sent it.</p>
        </Notice>
        <Button href={next.href}>{next.text}</Button>
      </>,
    )
  }
  return memberPage(
    { visitor, title: words.title, section },
    <>
      <PageHeading caption={fileName}>{words.heading ?? words.title}</PageHeading>
      {words.lede && <Lede>{words.lede}</Lede>}
      <trellis-reading-progress src={`${href}/progress`}>
        <Progress label={state.stage} fraction={state.fraction} />
      </trellis-reading-progress>
      {words.mayLeave && <p class="govuk-body">{words.mayLeave}</p>}
      <ButtonGroup>
        <Button kind="secondary" href={href}>
          Look again
        </Button>
      </ButtonGroup>
    </>,
  )
}
